using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Outcomes;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Outcomes;

public class OutcomePagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Visits_count_from_the_last_signed_session_and_move_while_they_are_not_held()
    {
        var (_, course, first) = await SignedAsync("Mova");
        await HearAsync(first);
        await HearAsync(first);
        Assert.Equal([30, 90, 180], (await VisitsAsync(course)).Select(v => v.DueOn.DayNumber - first.HeldOn.DayNumber));

        clinic.Clock.Advance(TimeSpan.FromDays(28));
        var second = await SignAsync(course, 2);
        await HearAsync(second);

        Assert.Equal([30, 90, 180], (await VisitsAsync(course)).Select(v => v.DueOn.DayNumber - second.HeldOn.DayNumber));
    }

    [Fact]
    public async Task Held_visit_stays_and_a_later_session_asks_for_a_new_look()
    {
        var (_, course, first) = await SignedAsync("Stay");
        await HearAsync(first);
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            (await db.OutcomeVisits.SingleAsync(v => v.CourseId == course.Id && v.AfterDays == 30)).Hold("seen", "Pia", clinic.Clock.Now());
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });
        await HearAsync(first);
        Assert.Equal(3, (await VisitsAsync(course)).Count);

        clinic.Clock.Advance(TimeSpan.FromDays(35));
        await HearAsync(await SignAsync(course, 2));

        Assert.Equal([30, 30, 90, 180], (await VisitsAsync(course)).Select(v => v.AfterDays).Order());
    }

    [Fact]
    public async Task Visit_is_refused_too_early_and_held_later_with_rating_verdict_and_chart()
    {
        var (patient, course, session) = await SignedAsync("Hella");
        await BaselineAsync(course, 36);
        await HearAsync(session);
        var visit = (await VisitsAsync(course))[0];
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/outcomes/{visit.Id}");

        await browser.PressAsync("Save the visit", ("The person says", "Improved"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("at the earliest", browser.Text, StringComparison.Ordinal);

        clinic.Clock.Advance(TimeSpan.FromDays(31));
        await browser.GetAsync($"/staff/outcomes/{visit.Id}");
        await browser.PressAsync("Save the visit", [.. AllZero(), ("A: coloured, flat", "15"), ("The person says", "Improved"), ("Note", "Softer edges.")]);

        Assert.Equal($"/staff/courses/{course.Id}/outcomes", browser.Address.AbsolutePath);
        Assert.Contains("Softer edges.", browser.Text, StringComparison.Ordinal);
        var chart = browser.Page.QuerySelector("svg[role=img]")!;
        Assert.Contains("baseline: 36, day 31: 2", chart.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(chart.QuerySelector("polygon.band"));
        var scores = await clinic.ReadAsync(db => db.Scores.Where(s => s.CourseId == course.Id && !s.IsBaseline).ToListAsync());
        Assert.Equal([("gais", true), ("goodman-baron-quantitative", false)], scores.Select(s => (s.Scale, s.RatedByPatient)).Order());

        using var own = Browser.Of(clinic, patient);
        await own.GetAsync("/my/progress");
        Assert.Contains("Your score was 36 before and is 2 now", own.Text, StringComparison.Ordinal);
        Assert.Contains("You said on", own.Text, StringComparison.Ordinal);
        Assert.NotNull(own.Page.QuerySelector("svg[role=img] title"));
    }

    [Fact]
    public async Task Half_rated_scale_and_empty_visit_are_refused_by_name()
    {
        var (_, course, session) = await SignedAsync("Halva");
        await BaselineAsync(course, 36);
        await HearAsync(session);
        clinic.Clock.Advance(TimeSpan.FromDays(31));
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/outcomes/{(await VisitsAsync(course))[0].Id}");

        await browser.PressAsync("Save the visit");
        Assert.Contains("Rate at least one scale", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Save the visit", ("A: coloured, flat", "15"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("is missing", browser.Text, StringComparison.Ordinal);
        Assert.Equal("15", browser.Page.QuerySelector("input[name$=macular]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Course_without_gain_after_three_sessions_asks_whether_to_go_on()
    {
        var (_, course, _) = await SignedAsync("Stopa");
        await BaselineAsync(course, 36);
        await SignAsync(course, 2);
        await SignAsync(course, 3);
        clinic.Clock.Advance(TimeSpan.FromDays(40));
        await RateAsync(course, 35, baseline: false);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/courses/{course.Id}/outcomes");

        Assert.Contains("Go on?", browser.Text, StringComparison.Ordinal);
        Assert.Contains("no clear change", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_without_a_session_is_a_kind_word()
    {
        var (patient, _) = await clinic.CreateCourseAsync(TestData.Patient("Nova", "Outcome"));
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync("/my/progress");

        Assert.Contains("After your first session", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Course_of_somebody_else_and_visit_of_nobody_are_not_there()
    {
        var (_, course, _) = await SignedAsync("Priva");
        var (stranger, _) = await clinic.CreateCourseAsync(TestData.Patient("Stran", "Ger"));

        await Assert.ThrowsAsync<NotHereException>(() => clinic.UseAsync<ReadOutcomes, OutcomeView>(r => r.Handle(course.Id), patient: stranger));
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/outcomes/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    private static IEnumerable<(string, string)> AllZero() =>
        Fibril.Protocol.ProtocolPack.Current.Scale("goodman-baron-quantitative").Items.Select(i => (i.Label, "0"));

    private async Task<(Patient Patient, Course Course, Session Session)> SignedAsync(string name)
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient(name, "Outcome"));
        return (patient, course, await SignAsync(course, 1));
    }

    private async Task<Session> SignAsync(Course course, int number)
    {
        var held = await clinic.HoldSessionAsync(course, number: number);
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            (await db.Sessions.SingleAsync(s => s.Id == held.Id)).Sign(clinic.Practitioner.Id, clinic.Practitioner.Name, "text", "hash", clinic.Clock.Now());
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });
        return held;
    }

    private Task HearAsync(Session session) =>
        clinic.InAsync(s => s.GetRequiredService<PlanOutcomeVisits>().HandleAsync(new(session.CourseId, session.PatientId, session.Id), default));

    private Task<List<OutcomeVisit>> VisitsAsync(Course course) =>
        clinic.ReadAsync(db => db.OutcomeVisits.Where(v => v.CourseId == course.Id).OrderBy(v => v.DueOn).ToListAsync());

    private Task<Score> BaselineAsync(Course course, decimal value) => RateAsync(course, value, baseline: true);

    private Task<Score> RateAsync(Course course, decimal value, bool baseline) => clinic.AddAsync(new Score
    {
        CourseId = course.Id, PatientId = course.PatientId, Scale = "goodman-baron-quantitative", Value = value,
        RatedAt = clinic.Clock.Now(), RatedByName = "Pia Practitioner", IsBaseline = baseline,
    });
}
