using System.Net;
using Fibril.Pathway.Recovery;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Recovery;

/// <summary>A report that somebody took can become another's: by taking it over, or by calling the next.</summary>
public class TakeOverTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task What_the_front_desk_took_is_taken_over_by_who_may_close_it_and_the_journal_keeps_both()
    {
        var report = await ReportAsync("Over", "pus");
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await desk.GetAsync($"/staff/recovery/{report}");
        await desk.PressAsync("I take this");
        await desk.GetAsync($"/staff/recovery/{report}");
        Assert.DoesNotContain("Take it over", desk.Text, StringComparison.Ordinal);

        using var practitioner = await Browser.OfAsync(clinic, clinic.Practitioner);
        await practitioner.GetAsync($"/staff/recovery/{report}");
        await practitioner.PressAsync("Take it over");

        Assert.Contains($"Taken by {clinic.Practitioner.Name}", practitioner.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Take it over", practitioner.Text, StringComparison.Ordinal);
        Assert.NotNull(practitioner.Page.QuerySelector("a[href$='/bookings?kind=Review']"));
        var journal = await clinic.ReadAsync(db => db.JournalEntries.FirstAsync(e => e.Verb == "take over report"));
        Assert.Equal((clinic.Practitioner.Name, $"{clinic.FrontDesk.Name} had taken it."), (journal.ActorName, journal.Why));
    }

    [Fact]
    public async Task What_is_closed_is_neither_taken_over_nor_called_about()
    {
        var report = await ReportAsync("Closed", "pus");
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await desk.GetAsync($"/staff/recovery/{report}");
        await clinic.UseAsync<CloseReport, FormResult>(u => u.Handle(report, new() { Outcome = "Seen, swab taken." }), clinic.Physician);

        await desk.PressAsync("Call the next person");
        Assert.Contains($"{clinic.Physician.Name} has closed this report already", desk.Text, StringComparison.Ordinal);
        Assert.IsType<FormResult.Refused>(await clinic.UseAsync<TakeOverReport, FormResult>(u => u.Handle(report), clinic.Practitioner));
        await desk.GetAsync($"/staff/recovery/{report}");
        Assert.DoesNotContain("Call the next person", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_the_next_person_hands_it_back_calls_at_once_and_never_the_one_who_asks()
    {
        var report = await ReportAsync("Next", "pus");
        await TakeAsync(report, clinic.Practitioner);
        using var practitioner = await Browser.OfAsync(clinic, clinic.Practitioner);
        await practitioner.GetAsync($"/staff/recovery/{report}");

        await practitioner.PressAsync("Call the next person");

        Assert.Contains("Nobody has taken it yet", practitioner.Text, StringComparison.Ordinal);
        var called = await clinic.ReadAsync(db => db.StaffCalls.Where(c => c.CheckInId == report && c.Step == 1).Select(c => c.Email).ToListAsync());
        Assert.Equal(new[] { clinic.Owner.Email, clinic.Physician.Email }.Order(), called.Order());
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.Verb == "call next person" && e.Why == $"{clinic.Practitioner.Name} had taken it.")));
    }

    [Fact]
    public async Task With_nobody_left_to_call_it_stays_with_whoever_has_it()
    {
        var report = await ReportAsync("Last", "pus");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<CallNext, FormResult>(u => u.Handle(report), clinic.FrontDesk));
        }

        await TakeAsync(report, clinic.Physician);
        Assert.IsType<FormResult.Refused>(await clinic.UseAsync<CallNext, FormResult>(u => u.Handle(report), clinic.Physician));

        Assert.Equal(clinic.Physician.Name, await clinic.ReadAsync(db => db.CheckIns.Where(c => c.Id == report).Select(c => c.AcknowledgedByName).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_is_called_about_what_can_wait()
    {
        var report = await ReportAsync("Wait", "itchy-papules");
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await desk.GetAsync($"/staff/recovery/{report}");

        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.DoesNotContain("Call the next person", desk.Text, StringComparison.Ordinal);
        Assert.IsType<FormResult.Refused>(await clinic.UseAsync<CallNext, FormResult>(u => u.Handle(report), clinic.FrontDesk));
    }

    private Task<FormResult> TakeAsync(Guid report, StaffMember by) => clinic.UseAsync<AcknowledgeReport, FormResult>(u => u.Handle(report), by);

    private async Task<Guid> ReportAsync(string given, string sign)
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient(given, "Taken"));
        var session = await clinic.HoldSessionAsync(course);
        await clinic.UseAsync<ReportSkin, FormResult>(u => u.Handle(session.Id, new() { Redness = 1, Swelling = 0, Pain = 0, Ticked = [sign] }), patient: patient);
        await clinic.DrainAsync();
        return await clinic.ReadAsync(db => db.CheckIns.Where(c => c.SessionId == session.Id).Select(c => c.Id).SingleAsync());
    }
}
