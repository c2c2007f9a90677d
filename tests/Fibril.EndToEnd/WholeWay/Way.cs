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
public sealed partial class Way(RunningClinic clinic, Newcomer person, int staffWidth, bool javaScript, int sessions) : IAsyncDisposable
{
    private const int PhoneWidth = 390;
    private readonly Looks looks = new();
    private readonly Dictionary<string, Visitor> windows = [];

    /// <summary>All that comes before the first visit.</summary>
    public async Task UntilTheConsentIsCountersignedAsync()
    {
        await Given_a_chart_is_imported_after_a_review();
        await Given_the_physician_has_read_the_chart();
        await When_the_front_desk_opens_a_course();

        await When_the_person_tells_wish_and_areas();
        await When_the_person_answers_the_health_questions();
        await Then_the_person_reads_what_the_answers_mean();

        await When_the_physician_examines_and_signs_the_consultation();
        await When_the_physician_rates_a_scale_and_keeps_a_photo();
        await When_the_physician_sets_a_finding_aside_and_accepts();

        await When_the_physician_drafts_a_plan();
        await When_the_person_agrees_to_the_plan();
        await When_the_person_reads_the_consent_and_answers_one_question_wrong();
        await When_the_person_signs();
        await When_the_physician_talks_it_through_and_countersigns();
    }

    /// <summary>From the choice of a time to the signed record.</summary>
    public async Task SessionAsync()
    {
        await When_the_person_books_a_time_and_confirms_the_holds();
        await When_the_front_desk_marks_the_arrival();
        await When_the_assistant_ticks_the_gate_and_puts_the_cream_on();
        await When_the_cream_is_ready_and_comes_off();
        await When_the_physician_needles_and_records_the_zone();
        await When_the_aftercare_is_given_and_the_record_signed();
    }

    /// <summary>No page was wider than its window, no console complained, and the journal holds.</summary>
    public async Task Then_nothing_was_wrong_on_the_way()
    {
        Assert.True(looks.Faults.Count == 0, string.Join('\n', looks.Faults));
        await clinic.HearAsync();
        await using var output = new StringWriter();
        var exit = await Commands.RunAsync(["journal", "verify", "--data", clinic.DataDirectory], output);
        Assert.True(exit == 0, output.ToString());
        Assert.Contains("intact", output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A member of the staff, on today's board.</summary>
    private async Task<Visitor> StaffAsync(string box)
    {
        await clinic.HearAsync();
        if (!windows.TryGetValue(box, out var window))
        {
            windows[box] = window = await clinic.OpenAsync(staffWidth, javaScript, looks);
            await window.SignInAsync(box);
        }

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
    private ILocator Row(Visitor staff) => staff.Page.Locator("table.board").GetByRole(AriaRole.Row).Filter(new() { HasText = person.Name });

    /// <summary>The latest visit that was booked.</summary>
    private Task<Booking> VisitAsync() => clinic.InAsync<ClinicDb, Booking>(db =>
        (from b in db.Bookings.AsNoTracking() join p in db.Patients on b.PatientId equals p.Id where p.FamilyName == person.Family orderby b.StartsAt descending select b).FirstAsync());

    /// <summary>Another day: everybody signs in anew.</summary>
    private async Task Given_it_is(DateTime utc)
    {
        await DisposeAsync();
        clinic.Clock.Set(utc);
    }

    /// <summary>For the docs, of the longer way alone.</summary>
    private Task DrawAsync(Visitor visitor, string page) => sessions > 1 ? visitor.DrawAsync($"course-{page}") : Task.CompletedTask;

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
