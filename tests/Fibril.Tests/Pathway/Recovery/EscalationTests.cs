using Fibril.Pathway.Recovery;
using Fibril.Platform.Access;
using Fibril.Platform.Messages;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Recovery;

public class EscalationTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private static readonly DateTime Came = TestClinic.Start.UtcDateTime;

    [Theory]
    [InlineData("same-day", 0, null)]
    [InlineData("same-day", 14, null)]
    [InlineData("same-day", 15, 15)]
    [InlineData("emergency", 29, 15)]
    [InlineData("emergency", 30, 30)]
    [InlineData("emergency", 5000, 30)]
    [InlineData("within-72-hours", 5000, null)]
    [InlineData("normal", 5000, null)]
    public void Only_what_is_urgent_calls_further_people_and_in_time(string level, int minutes, int? call)
    {
        Assert.Equal(call, RecoveryRules.CallDue(Report(level), Came.AddMinutes(minutes))?.AfterMinutes);
    }

    [Fact]
    public void Taken_or_closed_calls_nobody_further()
    {
        var (taken, closed) = (Report("emergency"), Report("emergency"));
        taken.Acknowledge("Pia", Came.AddMinutes(1));
        closed.Close("Ambulance came.", "Pia", Came.AddMinutes(1));

        Assert.Null(RecoveryRules.CallDue(taken, Came.AddHours(1)));
        Assert.Null(RecoveryRules.CallDue(closed, Came.AddHours(1)));
    }

    [Fact]
    public async Task Nobody_takes_it_and_one_role_after_the_other_is_called_once()
    {
        var report = await ReportAsync("Escal");
        var (treating, owner) = (new[] { clinic.Physician.Email, clinic.Practitioner.Email }, clinic.Owner.Email);
        await AssertCalledAsync(report, treating);

        clinic.Clock.Advance(TimeSpan.FromMinutes(14));
        await CallAsync();
        await AssertCalledAsync(report, treating);

        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await CallAsync();
        await CallAsync();
        await AssertCalledAsync(report, [.. treating, .. treating, owner]);

        clinic.Clock.Advance(TimeSpan.FromMinutes(15));
        await CallAsync();
        await CallAsync();
        await AssertCalledAsync(report, [.. treating, .. treating, owner, .. treating, owner, clinic.Assistant.Email, clinic.FrontDesk.Email]);
    }

    [Fact]
    public async Task The_board_says_for_how_long_nobody_took_it_and_taking_it_ends_the_calls()
    {
        var report = await ReportAsync("Waits");
        clinic.Clock.Advance(TimeSpan.FromMinutes(12));
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync("/staff");
        Assert.Contains("not taken for 12 minutes", NeedOf(browser, report), StringComparison.Ordinal);

        await browser.GetAsync($"/staff/recovery/{report}");
        await browser.PressAsync("I take this");
        clinic.Clock.Advance(TimeSpan.FromHours(1));
        await CallAsync();

        await AssertCalledAsync(report, clinic.Physician.Email, clinic.Practitioner.Email);
        await browser.GetAsync("/staff");
        Assert.DoesNotContain("not taken", NeedOf(browser, report), StringComparison.Ordinal);
    }

    private static string NeedOf(Browser browser, Guid report) => browser.Page.QuerySelector($".needs a[href='/staff/recovery/{report}']")!.ParentElement!.TextContent;

    private async Task<Guid> ReportAsync(string given)
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient(given, "Call"));
        var session = await clinic.HoldSessionAsync(course);
        await clinic.UseAsync<ReportSkin, FormResult>(u => u.Handle(session.Id, new() { Redness = 1, Swelling = 0, Pain = 0, Ticked = ["pus"] }), patient: patient);
        await clinic.DrainAsync();
        return await clinic.ReadAsync(db => db.CheckIns.Where(c => c.SessionId == session.Id).Select(c => c.Id).SingleAsync());
    }

    /// <summary>What the job does each minute.</summary>
    private Task CallAsync() => clinic.InAsync(async services => await ActivatorUtilities.CreateInstance<EscalateReports>(services).Execute(null!));

    private async Task AssertCalledAsync(Guid report, params string[] people)
    {
        var mails = await clinic.ReadAsync(db => db.Messages.Where(m => m.Kind == MessageKind.StaffAlert && m.Key!.StartsWith($"alert:{report:N}")).Select(m => m.To).ToListAsync());
        Assert.Equal(people.Order(StringComparer.Ordinal), mails.Order(StringComparer.Ordinal));
    }

    private static CheckIn Report(string level) => new()
    {
        CourseId = Guid.Empty, PatientId = Guid.Empty, SessionId = Guid.Empty, Day = 1, ReportedAt = Came, ReportedByName = "Ada", Level = level, TriageJson = "{}",
    };
}
