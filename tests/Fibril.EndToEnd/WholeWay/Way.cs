using Fibril.EndToEnd.Support;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>Somebody whose chart is imported.</summary>
public sealed record Newcomer(string Given, string Family, string Born)
{
    public string Name => $"{Given} {Family}";

    public string Mail => $"{Given}.{Family}@demo.example".ToLowerInvariant();
}

/// <summary>
/// The steps of the whole way. Everybody gets a window on signing in, and keeps it until the day is over. From there on,
/// pages are come to by clicking alone.
/// </summary>
public sealed partial class Way(RunningClinic clinic, Newcomer person, int staffWidth, bool javaScript) : IAsyncDisposable
{
    private const int PhoneWidth = 390;
    private readonly Looks looks = new();
    private readonly Dictionary<string, Visitor> windows = [];

    public IReadOnlyCollection<string> Faults => looks.Faults;

    public async Task Then_the_journal_is_intact()
    {
        await using var output = new StringWriter();
        var exit = await Commands.RunAsync(["journal", "verify", "--data", clinic.DataDirectory], output);
        Assert.True(exit == 0, output.ToString());
        Assert.Contains("intact", output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A member of the staff, on today's board.</summary>
    private async Task<Visitor> StaffAsync(string box)
    {
        if (!windows.TryGetValue(box, out var window))
        {
            windows[box] = window = await clinic.OpenAsync(staffWidth, javaScript, looks);
            await window.SignInAsync(box);
        }

        await clinic.HearAsync();
        await window.FollowAsync("Today");
        return window;
    }

    /// <summary>A member of the staff, on the person's record.</summary>
    private async Task<Visitor> StaffOnRecordAsync(string box)
    {
        var staff = await StaffAsync(box);
        await staff.FollowAsync("Patients");
        await staff.FillAsync("Name, phone or birth date", person.Family);
        await staff.PressAsync("Update results");
        await staff.FollowAsync(person.Name);
        return staff;
    }

    /// <summary>A member of the staff, on one step of the person's pathway.</summary>
    private async Task<Visitor> StaffOnStepAsync(string box, string step)
    {
        var staff = await StaffOnRecordAsync(box);
        await staff.TurnAsync(staff.Page.GetByRole(AriaRole.List, new() { Name = "Pathway" }).GetByRole(AriaRole.Link).Filter(new() { HasTextRegex = new($@"^\s*\d\s+{step}") }));
        return staff;
    }

    /// <summary>The person, on the first page.</summary>
    private async Task<Visitor> PersonAsync()
    {
        if (!windows.TryGetValue(person.Mail, out var window))
        {
            windows[person.Mail] = window = await clinic.OpenAsync(PhoneWidth, javaScript, looks);
            await window.SignInByMailAsync(person.Mail);
        }

        await clinic.HearAsync();
        await window.TurnAsync(window.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Home" }));
        return window;
    }

    /// <summary>The row of today's board that is about the person.</summary>
    private ILocator Row(Visitor staff) => staff.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = person.Name });

    private Task<Booking> VisitAsync() => clinic.InAsync<ClinicDb, Booking>(db =>
        (from b in db.Bookings.AsNoTracking() join p in db.Patients on b.PatientId equals p.Id where p.FamilyName == person.Family select b).SingleAsync());

    /// <summary>Another day: everybody signs in anew.</summary>
    private async Task Given_it_is(DateTime utc)
    {
        await DisposeAsync();
        clinic.Clock.Set(utc);
    }

    private void Given_minutes_have_passed(int minutes) => clinic.Clock.Hands.Pass(minutes);

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows.Values)
        {
            await window.DisposeAsync();
        }

        windows.Clear();
    }
}
