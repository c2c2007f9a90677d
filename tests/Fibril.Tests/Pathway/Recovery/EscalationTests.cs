using System.Net;
using System.Text.RegularExpressions;
using Fibril.Pathway.Recovery;
using Fibril.Platform.Access;
using Fibril.Platform.Messages;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Recovery;

public partial class EscalationTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private static readonly DateTime Came = TestClinic.Start.UtcDateTime;

    [Theory]
    [InlineData("same-day", 0, "OnDuty: Ann", "the first on duty at once")]
    [InlineData("same-day", 14, null, "still within the patience")]
    [InlineData("same-day", 15, "OnDuty: Ben", "the next in line")]
    [InlineData("same-day", 45, "TreatingAndOwners: Pia, Olu", "the line is through")]
    [InlineData("same-day", 60, "Everybody: Pia, Olu, Fay", "the whole staff")]
    [InlineData("same-day", 900, null, "there is nobody left to call")]
    [InlineData("within-72-hours", 0, null, "it can wait")]
    public void A_line_is_called_one_by_one_and_then_everybody(string level, int minutes, string? expected, string why) =>
        Assert.True(expected == Called(level, minutes, Line), $"{why}: {Called(level, minutes, Line)}");

    [Theory]
    [InlineData(0, "Treating: Pia")]
    [InlineData(15, "TreatingAndOwners: Pia, Olu")]
    [InlineData(30, "Everybody: Pia, Olu, Fay")]
    public void With_nobody_on_duty_ever_more_are_called(int minutes, string expected) => Assert.Equal(expected, Called("emergency", minutes, []));

    [Fact]
    public void Taken_or_closed_calls_nobody_further()
    {
        var (taken, closed) = (Report("emergency"), Report("emergency"));
        taken.Acknowledge("Pia", Came.AddMinutes(1));
        closed.Close("Ambulance came.", "Pia", Came.AddMinutes(1));

        Assert.Null(CallRules.Next(taken, [], Line, Staff, 15, Came.AddHours(1)));
        Assert.Null(CallRules.Next(closed, [], Line, Staff, 15, Came.AddHours(1)));
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

    [Fact]
    public async Task Roster_calls_the_one_on_duty_then_the_next_who_takes_it_by_the_link_in_the_mail()
    {
        using var owner = await Browser.OfAsync(clinic, clinic.Owner);
        await owner.GetAsync("/staff/practice/duty");
        Assert.Contains("Nobody is on duty", owner.Text, StringComparison.Ordinal);
        await owner.GetAsync("/staff/practice/duty/new");
        await owner.PressAsync("Save", ("From", "00:00"), ("Until", "00:00"), ("Called first", clinic.Assistant.Name));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, owner.Status);
        foreach (var day in Fibril.Practice.Duty.DutyWords.Week)
        {
            ((AngleSharp.Html.Dom.IHtmlInputElement)owner.Page.QuerySelector($"input[name=day][value={day}]")!).IsChecked = true;
        }

        await owner.PressAsync("Save", ("Next", clinic.Physician.Name));
        Assert.Contains("Every day", owner.Text, StringComparison.Ordinal);
        await owner.GetAsync("/staff/practice/clinic");
        await owner.PressAsync("Save", ("Next in line is called after", "5"), ("Telephone at night", "020"), ("Ambulance", "999"));

        var report = await ReportAsync("Roster");
        await AssertCalledAsync(report, clinic.Assistant.Email);
        clinic.Clock.Advance(TimeSpan.FromMinutes(5));
        await CallAsync();
        await AssertCalledAsync(report, clinic.Assistant.Email, clinic.Physician.Email);

        using var phone = Browser.Of(clinic);
        var link = await LinkAsync(report, clinic.Physician);
        await phone.GetAsync(link);
        Assert.Contains("I take this", phone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Roster", phone.Text, StringComparison.Ordinal); // nothing of the person without signing in
        await phone.PressAsync("I take this");
        Assert.Contains("You have taken it", phone.Text, StringComparison.Ordinal);
        await phone.GetAsync(await LinkAsync(report, clinic.Assistant));
        Assert.Contains($"{clinic.Physician.Name} has taken it", phone.Text, StringComparison.Ordinal);
        clinic.Clock.Advance(TimeSpan.FromHours(25));
        await phone.GetAsync(link);
        Assert.Contains("too old or not known", phone.Text, StringComparison.Ordinal);
        await CallAsync();
        await AssertCalledAsync(report, clinic.Assistant.Email, clinic.Physician.Email);

        await owner.GetAsync($"/staff/recovery/{report}");
        var answers = owner.Page.QuerySelectorAll("td[data-label=Answer]").Select(FormFiller.Words).ToList();
        Assert.Equal("none", answers[0]);
        Assert.Matches("^took it .*by the link in the mail$", answers[1]);
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.Verb == "acknowledge report by link" && e.ActorName == clinic.Physician.Name)));

        await owner.GetAsync("/staff/practice/duty");
        await owner.FollowAsync("Every day");
        await owner.PressAsync("Take these hours out of the roster");
        Assert.Contains("Nobody is on duty", owner.Text, StringComparison.Ordinal);
        await owner.GetAsync("/staff/practice/clinic");
        await owner.PressAsync("Save", ("Next in line is called after", "15"));
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

    private async Task<string> LinkAsync(Guid report, StaffMember person)
    {
        var sealedText = await clinic.ReadAsync(db => db.Messages.Where(m => m.Key!.StartsWith($"alert:{report:N}") && m.To == person.Email).Select(m => m.Text).SingleAsync());
        return Link().Match(clinic.App.Services.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<MailSeal>().Open(sealedText)).Value;
    }

    private async Task AssertCalledAsync(Guid report, params string[] people)
    {
        var mails = await clinic.ReadAsync(db => db.Messages.Where(m => m.Kind == MessageKind.StaffAlert && m.Key!.StartsWith($"alert:{report:N}")).Select(m => m.To).ToListAsync());
        var calls = await clinic.ReadAsync(db => db.StaffCalls.Where(c => c.CheckInId == report).Select(c => c.Email).ToListAsync());
        Assert.Equal(people.Order(StringComparer.Ordinal), mails.Order(StringComparer.Ordinal));
        Assert.Equal(people.Order(StringComparer.Ordinal), calls.Order(StringComparer.Ordinal));
    }

    private static readonly StaffMember[] Line = [Member("Ann", Role.Assistant), Member("Ben", Role.Assistant), Member("Cia", Role.Assistant)];
    private static readonly StaffMember[] Staff = [Member("Pia", Role.Practitioner), Member("Olu", Role.Owner), Member("Fay", Role.FrontDesk)];

    /// <summary>The round that is due after so many minutes, when a job ran each minute.</summary>
    private static string? Called(string level, int minutes, StaffMember[] line)
    {
        var report = Report(level);
        List<StaffCall> calls = [];
        for (var minute = 0; ; minute++)
        {
            var due = CallRules.Next(report, calls, line, Staff, 15, Came.AddMinutes(minute));
            if (minute == minutes)
            {
                return due is null ? null : $"{due.Circle}: {string.Join(", ", due.People.Select(p => p.Name))}";
            }

            calls.AddRange((due?.People ?? []).Select(p => new StaffCall
            {
                CourseId = Guid.Empty, PatientId = Guid.Empty, CheckInId = Guid.Empty, Step = due!.Step, Circle = due.Circle, StaffId = p.Id, StaffName = p.Name, Email = p.Email, CalledAt = Came.AddMinutes(minute),
            }));
        }
    }

    private static StaffMember Member(string name, Role role)
    {
        var member = TestData.Staff(name, role, Profession.None, Came);
        typeof(Fibril.Platform.Data.ClinicRow).GetProperty(nameof(StaffMember.Id))!.SetValue(member, Guid.CreateVersion7());
        return member;
    }

    private static CheckIn Report(string level) => new()
    {
        CourseId = Guid.Empty, PatientId = Guid.Empty, SessionId = Guid.Empty, Day = 1, ReportedAt = Came, ReportedByName = "Ada", Level = level, TriageJson = "{}",
    };

    [GeneratedRegex(@"/call\?t=\S+")]
    private static partial Regex Link();
}
