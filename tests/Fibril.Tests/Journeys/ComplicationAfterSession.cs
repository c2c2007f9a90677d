using Fibril.Pathway.Journey;
using Fibril.Pathway.Recovery;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using CheckIn = Fibril.Pathway.Recovery.CheckIn;

namespace Fibril.Tests.Journeys;

public class ComplicationAfterSession(TestClinic clinic) : JourneySteps(clinic), IClassFixture<TestClinic>
{
    [Fact]
    public async Task Fever_and_pus_on_the_second_day_are_seen_at_once_and_followed_to_their_end()
    {
        await Given_a_person_who_is_ready_to_book("Cora");
        var heldOn = Clinic.Today.AddDays(5);
        var session = await When_a_session_is_held(heldOn);
        await Then_the_course_is(CoursePhase.Recovering);

        Given_it_is(heldOn.AddDays(2), 19);
        await When_she_reports_fever_and_pus(session);
        await Then_the_course_is(CoursePhase.Complication);
        var report = await Then_the_report_is_an_emergency_with_its_reason();
        await Then_the_board_says_that_she_needs_somebody_now();

        await When_the_physician_takes_the_report(report);
        await When_the_physician_records_the_harm_with_lot_and_device(report);
        await Then_lot_and_device_stand_in_the_record(session);

        await When_the_physician_closes_the_report(report);
        await Then_the_course_is(CoursePhase.Complication);
        await When_the_harm_is_over(report);
        await Then_the_course_is(CoursePhase.Recovering);
        await Then_the_board_is_calm_again();
    }

    private async Task When_she_reports_fever_and_pus(Guid session)
    {
        using var browser = Browser.Of(Clinic, Person);
        await browser.GetAsync($"/my/recovery/{session}");
        await browser.PressAsync(
            "Send", ("Redness", "Deep red"), ("Swelling", "Clearly"), ("Pain", "Strong"), ("any of these", "I have a fever."), ("any of these", "There is pus."),
            ("In your own words", "It began last night."));
        Assert.Contains("This is an emergency", browser.Text, StringComparison.Ordinal);
        Assert.Contains("This can be an infection that spreads. You need help now.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Call 112 now", browser.Text, StringComparison.Ordinal);
    }

    private async Task<CheckIn> Then_the_report_is_an_emergency_with_its_reason()
    {
        var report = await Clinic.ReadAsync(db => db.CheckIns.AsNoTracking().SingleAsync(c => c.CourseId == CourseId));
        Assert.Equal((2, "emergency"), (report.Day, report.Level));
        Assert.Contains("F6", report.Flags);
        await Then_staff_read(Clinic.Assistant, $"/staff/recovery/{report.Id}", "It began last night.", "Signs of a bacterial infection with fever");
        return report;
    }

    private async Task Then_the_board_says_that_she_needs_somebody_now()
    {
        using var board = await Then_staff_read(Clinic.FrontDesk, "/staff", "Needs you now");
        var need = board.Page.QuerySelector("ul.needs li")!;
        Assert.Contains(Person.Name, need.TextContent, StringComparison.Ordinal);
        Assert.Contains("now", need.TextContent, StringComparison.Ordinal);
        Assert.Contains("Report of day 2: emergency", need.TextContent, StringComparison.Ordinal);
    }

    private async Task When_the_physician_takes_the_report(CheckIn report)
    {
        using var browser = await Then_staff_read(Clinic.Physician, $"/staff/recovery/{report.Id}", "Nobody has taken it yet");
        await browser.PressAsync("I take this");
        Assert.Contains($"Taken by {Clinic.Physician.Name}", browser.Text, StringComparison.Ordinal);
    }

    private async Task When_the_physician_records_the_harm_with_lot_and_device(CheckIn report)
    {
        using var browser = await Then_staff_read(Clinic.Physician, $"/staff/recovery/{report.Id}");
        await browser.FollowAsync("Record an adverse event");
        await browser.PressAsync(
            "Record", ("What happened", "Bacterial infection"), ("How severe", "Moderate"), ("Narrative", "Fever and pus on day 2; swab taken, sent to hospital."),
            ("Lot", "Sterile cartridge"), ("Device", "Pen A"));
        Assert.Contains("Bacterial infection", browser.Text, StringComparison.Ordinal);
    }

    private async Task Then_lot_and_device_stand_in_the_record(Guid session)
    {
        var harm = await Clinic.ReadAsync(db => db.AdverseEvents.SingleAsync(h => h.CourseId == CourseId));
        Assert.Equal(("bacterial-infection", session, Team.Cartridges.Id, Team.Pen.Id), (harm.Type, harm.SessionId!.Value, harm.LotId!.Value, harm.DeviceId!.Value));
    }

    private async Task When_the_physician_closes_the_report(CheckIn report)
    {
        using var browser = await Then_staff_read(Clinic.Physician, $"/staff/recovery/{report.Id}");
        await browser.PressAsync("Close the report", ("What came of it", "Seen in hospital the same evening; antibiotic by the hospital's doctor."));
        Assert.NotNull((await Clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.Id == report.Id))).ClosedAt);
    }

    private async Task When_the_harm_is_over(CheckIn report)
    {
        Given_it_is(Clinic.Today.AddDays(8), 10);
        using var browser = await Then_staff_read(Clinic.Physician, $"/staff/recovery/{report.Id}");
        await browser.PressAsync("It is over", ("How it ended", "Recovered"));
        Assert.Equal("recovered", await Clinic.ReadAsync(db => db.AdverseEvents.Where(h => h.CourseId == CourseId).Select(h => h.Outcome).SingleAsync()));
    }

    private async Task Then_the_board_is_calm_again()
    {
        using var board = await Then_staff_read(Clinic.FrontDesk, "/staff");
        Assert.DoesNotContain("emergency", board.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
