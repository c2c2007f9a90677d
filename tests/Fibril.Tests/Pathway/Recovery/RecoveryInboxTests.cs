using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Recovery;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Recovery;

public class RecoveryInboxTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Inbox_puts_red_before_amber_before_silent_before_green()
    {
        await HeldAsync("Silja");
        clinic.Clock.Advance(TimeSpan.FromDays(2));
        await ReportAsync("Greta", new() { Redness = 1, Swelling = 0, Pain = 0 });
        await ReportAsync("Amber", new() { Redness = 1, Swelling = 0, Pain = 0, Ticked = ["ring-scale"] });
        await ReportAsync("Reda", new() { Redness = 1, Swelling = 0, Pain = 0, Ticked = ["pus"] });
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync("/staff/recovery");

        var names = new[] { "Reda", "Amber", "Silja", "Greta" };
        var order = browser.Page.QuerySelectorAll("li[data-group]").Select(c => names.FirstOrDefault(n => c.TextContent.Contains(n, StringComparison.Ordinal))).OfType<string>();
        Assert.Equal(names, order);
        Assert.Contains("bacterial infection", browser.Page.QuerySelector("li[data-group=red]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urgent_report_is_on_the_board_and_in_the_mail_of_those_who_treat()
    {
        var (_, session) = await ReportAsync("Urgen", new() { Redness = 1, Swelling = 0, Pain = 0, Ticked = ["pus"] });
        var report = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));

        await clinic.DrainAsync();
        await clinic.InAsync(s => s.GetRequiredService<AlertStaff>().HandleAsync(new(report.CourseId, report.PatientId, report.Id, report.Level), default));
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync("/staff");

        Assert.NotNull(browser.Page.QuerySelector($".needs a[href='/staff/recovery/{report.Id}']"));
        var mails = await clinic.ReadAsync(db => db.Messages.Where(m => m.Kind == MessageKind.StaffAlert && m.Key!.StartsWith($"alert:{report.Id:N}")).ToListAsync());
        Assert.Equal(new[] { clinic.Physician.Email, clinic.Practitioner.Email }.Order(), mails.Select(m => m.To).Order());
    }

    [Fact]
    public async Task Report_is_taken_and_closed_with_an_outcome_only()
    {
        var (_, session) = await ReportAsync("Clara", new() { Redness = 3, Swelling = 2, Pain = 3, Ticked = ["pus"] });
        var id = (await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id))).Id;
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/recovery/{id}");
        await browser.PressAsync("I take this");
        Assert.Contains($"Taken by {clinic.Practitioner.Name}", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Close the report");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);

        await browser.PressAsync("Close the report", ("What came of it", "Swab taken, antibiotic by the physician."));

        Assert.Equal("/staff/recovery", browser.Address.AbsolutePath);
        var closed = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.Id == id));
        Assert.Equal(("Swab taken, antibiotic by the physician.", clinic.Practitioner.Name), (closed.Outcome, closed.ClosedByName));
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.PersonId == closed.PatientId && e.ActorName == clinic.Practitioner.Name)));
    }

    [Fact]
    public async Task Adverse_event_takes_type_lot_and_device_from_report_and_session()
    {
        var (_, session) = await HeldAsync("Harma");
        var lot = Guid.CreateVersion7();
        var device = Guid.CreateVersion7();
        await ChangeAsync(session, s =>
        {
            s.TakeDevice(device, "Pen 3");
            s.Use(new(lot, "Cartridge 12", "Cartridge", "L-77", new(2027, 1, 1), null));
        });
        await clinic.UseAsync<ReportSkin, object>(async u => await u.Handle(session.Id, new() { Redness = 1, Swelling = 0, Pain = 0, Ticked = ["pus"] }), clinic.FrontDesk);
        var report = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);
        await browser.GetAsync($"/staff/recovery/{report.Id}");
        await browser.FollowAsync("Record an adverse event");

        await browser.PressAsync("Record", ("How severe", "Moderate"), ("Serious because of", "Intervention required"), ("Narrative", "Pus on the left cheek."));
        await browser.FollowAsync("FDA MedWatch");
        Assert.Contains("Pre-filled, to be copied into the authority's form; check before use.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("L-77", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Intervention required", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Yellow Card");
        Assert.Contains("Pus on the left cheek.", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync($"/staff/recovery/{report.Id}");

        var harm = await clinic.ReadAsync(db => db.AdverseEvents.SingleAsync(h => h.CheckInId == report.Id));
        Assert.Equal(("bacterial-infection", lot, device, session.Id), (harm.Type, harm.LotId!.Value, harm.DeviceId!.Value, harm.SessionId!.Value));
        await browser.PressAsync("It is over", ("How it ended", "Recovered"));
        Assert.Equal("recovered", (await clinic.ReadAsync(db => db.AdverseEvents.SingleAsync(h => h.Id == harm.Id))).Outcome);
    }

    [Fact]
    public async Task Front_desk_writes_a_call_down_but_may_not_close_it_or_record_harm()
    {
        var (patient, session) = await HeldAsync("Phona");
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync($"/staff/sessions/{session.Id}/report");

        await browser.PressAsync("Send", ("Redness", "Pink"), ("Swelling", "None"), ("Pain", "None"));

        Assert.DoesNotContain("Close the report", browser.Text, StringComparison.Ordinal);
        var report = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));
        Assert.Equal($"{patient.Name}, written down by {clinic.FrontDesk.Name}", report.ReportedByName);
        await browser.GetAsync($"/staff/courses/{session.CourseId}/adverse-events/new");
        Assert.DoesNotContain("Narrative", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_of_nobody_is_404()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/recovery/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Course_page_lists_reports_and_silence()
    {
        var (_, session) = await ReportAsync("Corina", new() { Redness = 1, Swelling = 0, Pain = 0 });
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);

        await browser.GetAsync($"/staff/courses/{session.CourseId}/recovery");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("redness 1 of 3", browser.Text, StringComparison.Ordinal);
    }

    private async Task<(Patient Patient, Session Session)> HeldAsync(string name)
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient(name, "Inbox"));
        return (patient, await clinic.HoldSessionAsync(course));
    }

    private async Task<(Patient Patient, Session Session)> ReportAsync(string name, ReportSkin.Input input)
    {
        var (patient, session) = await HeldAsync(name);
        await clinic.UseAsync<ReportSkin, object>(async u => await u.Handle(session.Id, input), patient: patient);
        return (patient, session);
    }

    private Task ChangeAsync(Session session, Action<Session> change) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        change(await db.Sessions.SingleAsync(s => s.Id == session.Id));
        await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
    });
}
