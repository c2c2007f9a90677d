using System.Net;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Journey.Demo;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sex = Fibril.Practice.Patients.Sex;

namespace Fibril.Tests.Journeys;

/// <summary>Steps that several journeys have in common. What a person reads is read from the page.</summary>
public abstract class JourneySteps(TestClinic clinic) : IAsyncLifetime
{
    private const string Zone = "cheek";
    private const string Indication = "acne-scar";

    protected TestClinic Clinic => clinic;

    protected DemoTeam Team { get; private set; } = null!;

    protected Walker Walker { get; private set; } = null!;

    protected PathwayWalk Walk { get; private set; } = null!;

    protected Patient Person => Walk.Patient;

    protected Guid CourseId => Walk.CourseId;

    public async ValueTask InitializeAsync()
    {
        Team = await clinic.FurnishAsync();
        ClockHands hands = new(() => clinic.Clock.GetUtcNow().UtcDateTime, at => clinic.Clock.SetUtcNow(new(at, TimeSpan.Zero)));
        var services = clinic.App.Services;
        Walker = new(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<Outbox>(), hands, clinic.ClinicId);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected async Task Given_a_person_with_acne_scars(string given = "Ada", string family = "Example")
    {
        PatientInput input = new() { GivenName = given, FamilyName = family, BornOn = new(1991, 4, 12), Sex = Sex.Female, Email = $"{given}@example.org", Phone = "020 7946 0018", WeightKg = 64 };
        var (result, _) = await Walker.AsAsync<RegisterPatient, (FormResult, IReadOnlyList<Patient>)>(Team.FrontDesk, u => u.Handle(input));
        var id = Guid.Parse(Walker.Went(result, "register").Split('/')[^1]);
        Walk = new(Walker, Team, await clinic.ReadAsync(db => db.Patients.AsNoTracking().SingleAsync(p => p.Id == id)));
        await Walk.OpenAsync("Acne scars, cheeks");
    }

    /// <summary>Answers "no" to everything but what is named.</summary>
    protected async Task When_she_answers_the_health_questions(string? question = null, AnswerItem? item = null)
    {
        await Walk.WishAsync("I would like my skin to look more even.", Zone, Indication);
        await Walk.AnswerAsync(question is null ? new Dictionary<string, AnswerItem[]>() : new() { [question] = [item!] });
        await Walk.SubmitAsync();
    }

    protected async Task When_the_physician_examines_the_skin_and_accepts_the_decision()
    {
        await Walk.ExamineAsync(phototype: 2);
        await Walk.ReviewAsync(Verdict.Accepted, "Talked through.");
    }

    protected Task When_the_physician_drafts_a_plan(int sessions = 3) =>
        Walk.PlanAsync(Zone, Indication, depthMm: 1.2m, sessions, anaesthetic: "lidocaine-4");

    protected Task When_she_agrees_to_the_plan() => Walk.AgreeAsync();

    protected Task When_she_reads_and_signs_the_consent() => Walk.ConsentAsync();

    /// <summary>All steps before the booking, the plain way.</summary>
    protected async Task Given_a_person_who_is_ready_to_book(string given, int sessions = 3)
    {
        await Given_a_person_with_acne_scars(given);
        await When_she_answers_the_health_questions();
        await When_the_physician_examines_the_skin_and_accepts_the_decision();
        await When_the_physician_drafts_a_plan(sessions);
        await When_she_agrees_to_the_plan();
        await When_she_reads_and_signs_the_consent();
        await Then_the_course_is(CoursePhase.ReadyToBook);
    }

    protected async Task<SessionWalk> When_the_front_desk_books_a_session(DateOnly on) =>
        new(Walker, Team, Walk, await Walk.BookAsync(VisitKind.Session, At(on, 11)));

    protected async Task<Guid> When_a_session_is_held(DateOnly on)
    {
        var hour = await When_the_front_desk_books_a_session(on);
        await hour.GoAsync(HourReach.Signed);
        return await LastSessionAsync();
    }

    protected async Task Then_the_course_is(CoursePhase phase)
    {
        var course = await clinic.ReadAsync(db => db.Courses.AsNoTracking().SingleAsync(c => c.Id == CourseId));
        var facts = await clinic.UseAsync<CourseReader, IReadOnlyList<CourseFacts>>(u => u.Handle([course]));
        Assert.Equal(phase, CourseStatus.Of(facts[0], clinic.Today).Phase);
    }

    protected async Task<Browser> Then_she_reads(string url, params string[] sentences)
    {
        var browser = Browser.Of(clinic, Person);
        await browser.GetAsync(url);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        AssertReads(browser, sentences);
        return browser;
    }

    protected async Task<Browser> Then_staff_read(StaffMember member, string url, params string[] sentences)
    {
        var browser = await Browser.OfAsync(clinic, member);
        await browser.GetAsync(url);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        AssertReads(browser, sentences);
        return browser;
    }

    protected static IReadOnlyList<Reason> Refused(FormResult? result) => Assert.IsType<FormResult.Refused>(result).Decision.Reasons;

    private static void AssertReads(Browser browser, string[] sentences)
    {
        var words = FormFiller.Words(browser.Page.QuerySelector("main")!);
        Assert.All(sentences, s => Assert.True(words.Contains(s, StringComparison.Ordinal), $"'{s}' is not on {browser.Address.PathAndQuery}: {words}"));
    }

    /// <summary>An hour of the clinic's day.</summary>
    protected static DateTime At(DateOnly day, double hour) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue).AddHours(hour), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    protected void Given_it_is(DateOnly day, double hour) => Walker.Clock.Set(At(day, hour));

    protected Task<Guid> LastSessionAsync() =>
        clinic.ReadAsync(db => db.Sessions.Where(s => s.CourseId == CourseId).OrderByDescending(s => s.Number).Select(s => s.Id).FirstAsync());
}
