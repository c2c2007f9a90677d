using System.Net;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Screening;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Jobs;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Screening;

public class ScreeningPagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Sent_answers_are_screened_and_the_patient_reads_day_and_reason()
    {
        var (patient, course) = await SentAsync("Paula");
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync($"/my/screening/{course}");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("From 14 June 2026", browser.Text, StringComparison.Ordinal);
        Assert.Contains("A clinician decides", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_answer_supersedes_the_decision()
    {
        var (patient, course) = await SentAsync("Petra");
        await clinic.UseAsync<AnswerQuestion, FormResult>(u => u.Handle(course, "skin-products", new() { Reply = Reply.No }), patient: patient);
        await clinic.DrainAsync();

        var all = await clinic.ReadAsync(db => db.Screenings.Where(s => s.CourseId == course).ToListAsync());

        Assert.Equal(2, all.Count);
        Assert.NotNull(all.Single(s => s.Trigger == "patient").SupersededAt);
        Assert.Null(all.Single(s => s.Trigger == "facts changed").NotBeforeOn);
    }

    [Fact]
    public async Task A_change_of_the_wish_leaves_the_review_standing()
    {
        var (patient, course) = await SentAsync("Palma");
        await clinic.UseAsync<TellWish, FormResult>(u => u.Handle(course, new() { Goal = "Smoother, please" }), patient: patient);
        await clinic.DrainAsync();

        Assert.Equal(1, await clinic.ReadAsync(db => db.Screenings.CountAsync(s => s.CourseId == course)));
    }

    [Fact]
    public async Task Physician_sees_findings_and_accepts()
    {
        var (_, course) = await SentAsync("Perla");
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);

        await browser.GetAsync($"/staff/courses/{course}/screening");
        Assert.Contains("M13", browser.Text, StringComparison.Ordinal);
        Assert.Contains("looked at without a finding", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Accept with note", ("What changes", "start on the 20th"));

        var saved = await clinic.ReadAsync(db => db.Screenings.FirstAsync(s => s.CourseId == course && s.SupersededAt == null));
        Assert.Equal((Verdict.AcceptedWithChange, "Phil Physician"), (saved.Verdict, saved.ReviewedByName));
        var told = await clinic.ReadAsync(db => db.Set<OutboxFact>().Select(f => f.Type).ToListAsync());
        Assert.Contains(typeof(ScreeningReviewed).FullName, told);
    }

    [Fact]
    public async Task Physician_sets_a_finding_aside_with_a_reason()
    {
        var (_, course) = await SentAsync("Pilar");
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);
        await browser.GetAsync($"/staff/courses/{course}/screening");

        await browser.PressAsync("Set M13 aside");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.GetAsync($"/staff/courses/{course}/screening");
        await browser.PressAsync("Set M13 aside", ("Why M13 is set aside", "a trace only, skin calm"));

        var saved = await clinic.ReadAsync(db => db.Screenings.FirstAsync(s => s.CourseId == course && s.SupersededAt == null));
        Assert.Equal("a trace only, skin calm", Assert.Single(saved.Overrides).Reason);
        Assert.Equal(new DateOnly(2026, 6, 14), saved.NotBeforeOn);
    }

    [Fact]
    public async Task Practitioner_may_not_set_aside_what_is_a_physicians()
    {
        var (_, course) = await SentAsync("Pola");
        var id = await clinic.ReadAsync(db => db.Screenings.Where(s => s.CourseId == course).Select(s => s.Id).FirstAsync());

        var answer = await clinic.UseAsync<OverrideFinding, FormResult>(u => u.Handle(id, "M13", "cheek", "please"), staff: clinic.Practitioner);

        Assert.Equal("override-not-allowed", Assert.IsType<FormResult.Refused>(answer).Decision.Reasons[0].Code);
    }

    [Fact]
    public async Task What_if_shows_another_day_and_stores_nothing()
    {
        var (_, course) = await SentAsync("Pina");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course}/screening");

        await browser.PressAsync("Show", ("A visit on", "2026-06-20"));

        Assert.Contains("On 20 June 2026: ", browser.Text, StringComparison.Ordinal);
        Assert.Equal(1, await clinic.ReadAsync(db => db.Screenings.CountAsync(s => s.CourseId == course)));
    }

    [Fact]
    public async Task A_change_that_was_not_screened_yet_makes_the_page_stale()
    {
        var (patient, course) = await SentAsync("Pura");
        await clinic.UseAsync<AnswerQuestion, FormResult>(u => u.Handle(course, "psoriasis", new() { Reply = Reply.NotSure }), patient: patient);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/courses/{course}/screening");
        Assert.Contains("This decision is old", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Screen again");

        Assert.DoesNotContain("This decision is old", browser.Text, StringComparison.Ordinal);
        Assert.Contains("U-ASK", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_to_a_prescriber_becomes_a_letter_and_keeps_the_answer()
    {
        var (_, course) = await SentAsync("Pepa");
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);
        await browser.GetAsync($"/staff/courses/{course}/screening");
        await browser.FollowAsync("Ask prescriber");

        await browser.PressAsync("Write the letter", ("Medicine", "warfarin"), ("Prescriber", "Dr Example, Harbour Practice"));
        Assert.Contains("not to change or stop it", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Record the answer", ("What the prescriber answered", "INR 2.4, no objection"));

        Assert.Contains("INR 2.4, no objection", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screening_can_be_read_as_fhir()
    {
        var (patient, course) = await SentAsync("Pia");
        var screening = await clinic.ReadAsync(db => db.Screenings.FirstAsync(s => s.CourseId == course));

        var guidance = ScreeningFhir.ToGuidance(screening);
        var issues = ScreeningFhir.ToIssues(screening).ToList();

        Assert.Equal($"Patient/{patient.Id}", guidance.Subject?.Reference);
        Assert.Equal(CandidacyDecision.FromJson(screening.DecisionJson).Findings.Count, issues.Count);
        var resource = new ScreeningStage().Resources.Single(r => r.Type == "DetectedIssue");
        var read = await clinic.InAsync(services => resource.Read(services, Guid.Parse(issues[^1].Id!), default));
        Assert.Equal(issues[^1].Id, read!.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Opening_a_session_judges_the_day_and_keeps_the_review_unless_something_is_new(bool isNew)
    {
        var (patient, course) = await SentAsync(isNew ? "Prima" : "Pasqua");
        var first = await CurrentAsync(course);
        await clinic.UseAsync<OverrideFinding, FormResult>(u => u.Handle(first.Id, "M13", "cheek", "a trace only"), clinic.Physician);
        await clinic.UseAsync<ReviewScreening, FormResult>(u => u.Handle(first.Id, Verdict.Accepted, null), clinic.Physician);
        var booking = await ArrivedAsync(patient, course);
        if (isNew)
        {
            await clinic.UseAsync<AnswerQuestion, FormResult>(u => u.Handle(course, "psoriasis", new() { Reply = Reply.NotSure }), patient: patient);
        }

        clinic.Clock.Advance(TimeSpan.FromDays(1));
        var opened = Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<OpenSession, FormResult?>(u => u.Handle(booking), clinic.Practitioner));

        var today = await CurrentAsync(course);
        Assert.Equal(("arrival", clinic.Today, isNew ? null : (Verdict?)Verdict.Accepted), (today.Trigger, today.ForOn, today.Verdict));
        Assert.Equal("M13", Assert.Single(today.Overrides).Rule);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync(opened.Url);
        Assert.Equal(isNew, browser.Text.Contains("A clinician has not looked at the decision yet", StringComparison.Ordinal));
    }

    private Task<CandidacyScreening> CurrentAsync(Guid course) =>
        clinic.ReadAsync(db => db.Screenings.AsNoTracking().SingleAsync(s => s.CourseId == course && s.SupersededAt == null));

    /// <summary>A plan is agreed and the person is here.</summary>
    private async Task<Guid> ArrivedAsync(Patient patient, Guid course)
    {
        var now = clinic.Clock.GetUtcNow().UtcDateTime;
        var plan = new Plan
        {
            CourseId = course,
            PatientId = patient.Id,
            Zones = [new("cheek", "acne-scar", 1.0m, 4)],
            Sessions = 3,
            IntervalDays = 28,
            Anaesthetic = "none",
            DraftedAt = now,
            DraftedByName = clinic.Practitioner.Name,
        };
        plan.Agree(patient.Name, now);
        await clinic.AddAsync(plan);
        var booking = new Booking { CourseId = course, PatientId = patient.Id, Kind = VisitKind.Session, MadeAt = now, MadeByName = "Fay" };
        booking.Place([new(SegmentKind.Needling, now, 60, clinic.Practitioner.Id, null)]);
        booking.Arrive(now);
        return (await clinic.AddAsync(booking)).Id;
    }

    /// <summary>Everything no, retinol on the cheek yesterday, examined, sent and screened.</summary>

    private Task<(Patient Patient, Guid Course)> SentAsync(string name) => SentConsultation.CreateAsync(clinic, name);
}
