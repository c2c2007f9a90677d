using System.Globalization;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Journey.Demo;
using Fibril.Pathway.Outcomes;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Platform.Journal;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Journeys;

public class FirstCourse(TestClinic clinic) : JourneySteps(clinic), IClassFixture<TestClinic>
{
    private static readonly Scale Scars = ProtocolPack.Current.Scale("goodman-baron-quantitative");

    [Fact]
    public async Task From_the_first_question_to_the_healed_result()
    {
        await Given_a_person_with_acne_scars();
        await Then_the_course_is(CoursePhase.NeedsAnswers);
        await Then_she_reads("/my", "We would like to know you first");

        await When_she_answers_the_health_questions();
        await Then_the_course_is(CoursePhase.NeedsReview);
        await Then_she_reads("/my", "A clinician looks at them and decides with you");

        await When_the_physician_scores_the_scars(lesions: 15);
        await When_the_physician_examines_the_skin_and_accepts_the_decision();
        await Then_the_course_is(CoursePhase.NeedsPlan);
        await Then_she_reads($"/my/screening/{CourseId}", "You can be treated");

        await When_the_physician_drafts_a_plan(sessions: 3);
        await Then_the_course_is(CoursePhase.NeedsPlan);
        await Then_she_reads("/my", "Your plan is ready for you to read");

        await When_she_agrees_to_the_plan();
        await Then_the_course_is(CoursePhase.NeedsConsent);

        await When_she_reads_and_signs_the_consent();
        await Then_the_course_is(CoursePhase.ReadyToBook);

        var first = Clinic.Today.AddDays(5);
        await Session_is_booked_held_and_heals(1, first);
        await Session_is_booked_held_and_heals(2, first.AddDays(30));
        await Session_is_booked_held_and_heals(3, first.AddDays(60));

        var last = first.AddDays(60);
        Given_it_is(last.AddDays(CourseStatusRules.RecoveryDays + 1), 9);
        await Then_the_course_is(CoursePhase.AwaitsOutcome);
        await Then_she_reads("/my", "New collagen takes months. We will look at the result together.");
        foreach (var days in new[] { 30, 90, 180 })
        {
            await Then_the_course_is(CoursePhase.AwaitsOutcome);
            Given_it_is(last.AddDays(days), 10);
            await When_the_result_is_looked_at(days, lesions: days < 180 ? 12 : 0);
        }

        await Then_the_course_is(CoursePhase.Finished);
        await Then_the_outcome_page_gives_the_verdict();
        await Then_the_registry_counts_her_with_those_who_were_seen();
        await Then_the_timeline_tells_the_review_once();

        await Then_the_journal_is_intact();
        var place = await When_somebody_changes_one_letter_behind_the_programs_back();
        await Then_the_journal_names_the_place(place);
    }

    private async Task Session_is_booked_held_and_heals(int number, DateOnly on)
    {
        var hour = await When_the_front_desk_books_a_session(on);
        await Then_the_course_is(CoursePhase.Booked);

        await hour.GoAsync(HourReach.Needling);
        await Then_the_course_is(CoursePhase.InSession);

        await hour.GoAsync(HourReach.Signed);
        var session = await LastSessionAsync();
        await Then_the_course_is(CoursePhase.Recovering);
        await Then_the_record_is_signed(session, number);
        await Then_she_reads($"/my/aftercare/{session}", "Your aftercare", "What is normal");

        foreach (var day in new[] { 1, 3, 7 })
        {
            Given_it_is(on.AddDays(day), 18);
            await When_she_reports_calm_skin(session);
        }

        await Then_the_course_is(CoursePhase.Recovering);
    }

    private async Task Then_the_record_is_signed(Guid session, int number)
    {
        var record = await Clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == session));
        Assert.Equal((number, Clinic.Physician.Name), (record.Number, record.SignedByName));
    }

    private async Task When_she_reports_calm_skin(Guid session)
    {
        using var browser = Browser.Of(Clinic, Person);
        await browser.GetAsync($"/my/recovery/{session}");
        await browser.PressAsync("Send", ("Redness", "None"), ("Swelling", "None"), ("Pain", "None"));
        Assert.Contains("Thank you, we have your report", browser.Text, StringComparison.Ordinal);
    }

    /// <summary>As many of each type of scar; 15 of each is 52 points, 12 as well, none is 0.</summary>
    private async Task When_the_physician_scores_the_scars(int lesions)
    {
        using var browser = await Then_staff_read(Clinic.Physician, $"/staff/courses/{CourseId}/consultation/scores/{Scars.Id}", Scars.Name);
        await browser.PressAsync("Save score", [.. Counted(lesions)]);
        Assert.EndsWith("/consultation", browser.Address.AbsolutePath, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Counted(int lesions) => Scars.Items.Select(i => (i.Label, $"{lesions}"));

    private async Task Then_the_outcome_page_gives_the_verdict()
    {
        using var page = await Then_staff_read(Clinic.Physician, $"/staff/courses/{CourseId}/outcomes", "better", "Session 3");
        Assert.Equal(3, page.Page.QuerySelectorAll("svg.chart-scores .session-mark").Length);
        Assert.Equal(4, page.Page.QuerySelectorAll("svg.chart-scores .chart-point").Length);
        Assert.NotNull(page.Page.QuerySelector("svg.chart-scores .band"));
    }

    private async Task Then_the_registry_counts_her_with_those_who_were_seen()
    {
        var counted = Assert.Single(await Clinic.UseAsync<ReadRegistry, IReadOnlyList<RegistryCourse>>(u => u.Handle()));
        Assert.Equal(("acne-scar", "pen", "over 1.0 to 1.5 mm", "II", "35 to 39", 3), (counted.Indication, counted.Device, counted.Depth, counted.Phototype, counted.Age, counted.Sessions));
        Assert.Equal((FollowUp.Seen, ChangeVerdict.Better), (counted.FollowUp, counted.Result!.Verdict));
        await Then_staff_read(Clinic.Owner, "/staff/registry", "Too few treated courses");
    }

    private async Task When_the_result_is_looked_at(int days, int lesions)
    {
        using var browser = await Then_staff_read(Clinic.Physician, $"/staff/courses/{CourseId}/outcomes", $"{days} days");
        await browser.FollowAsync("Hold the visit");
        Assert.Contains($"{days} days after the last session", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Save the visit", [.. Counted(lesions), ("You, against the first photo", "2"), ("The person says", "2"), ("Note", $"Seen after {days} days.")]);
        Assert.Contains($"Seen after {days} days.", browser.Text, StringComparison.Ordinal);
        await Then_she_reads("/my/progress", $"You said on {Clinic.Today.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)}");
    }

    /// <summary>Each session day judged anew and kept the physician's word; she said it once.</summary>
    private async Task Then_the_timeline_tells_the_review_once()
    {
        var events = await Clinic.UseAsync<CourseTimeline, IReadOnlyList<TimelineEvent>>(u => u.Handle(CourseId));
        Assert.True(events.Count(e => e.What.StartsWith("Decision: ", StringComparison.Ordinal)) > 3);
        Assert.Single(events, e => e.What == "Decision reviewed: accepted");
    }

    private async Task Then_the_journal_is_intact()
    {
        var (exit, text) = await VerifyAsync();
        Assert.Equal(0, exit);
        Assert.Contains("intact", text, StringComparison.Ordinal);
    }

    private async Task<long> When_somebody_changes_one_letter_behind_the_programs_back()
    {
        var signed = await Clinic.ReadAsync(db => db.JournalEntries.Where(e => e.Verb == "sign consent").Select(e => e.Sequence).SingleAsync());
        await Clinic.InAsync(services => services.GetRequiredService<ClinicDb>().Database.ExecuteSqlAsync(
            $"update journal_entry set actor_name = 'U' || substr(actor_name, 2) where sequence = {signed}"));
        return signed;
    }

    private async Task Then_the_journal_names_the_place(long place)
    {
        var (exit, text) = await VerifyAsync();
        Assert.Equal(1, exit);
        Assert.Contains($"entry {place}:", text, StringComparison.Ordinal);
    }

    /// <summary>The verb finds a SQLite database by its folder; on PostgreSQL the check behind it is asked.</summary>
    private async Task<(int Exit, string Text)> VerifyAsync()
    {
        if (!TestDatabase.IsPostgres)
        {
            await using var output = new StringWriter();
            return (await Commands.RunAsync(["journal", "verify", "--data", Clinic.Directory], output), output.ToString());
        }

        var report = await Clinic.UseAsync<JournalCheck, JournalReport>(u => u.Handle());
        return (report.IsIntact ? 0 : 1, report.IsIntact ? "intact" : string.Join('\n', report.Faults.Select(f => $"entry {f.Sequence}: {f.Sentence}")));
    }
}
