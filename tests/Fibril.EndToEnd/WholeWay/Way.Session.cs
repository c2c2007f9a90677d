using Fibril.EndToEnd.Support;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>The hour of needling.</summary>
public sealed partial class Way
{
    /// <summary>A cartridge is opened once.</summary>
    private string Serial => $"0417-{person.Family}-{session}";

    /// <summary>Which session of the course it is; the arrival begins the next.</summary>
    private int session;

    private static readonly string[] BeforeCream =
    [
        "Name and birth date asked, and they are right",
        "Feels well: no fever, no cold sore, no new medicine, no pregnancy",
        "Holds before the session asked one by one",
        "Consent talked over; the person still wants it",
    ];

    public async Task When_the_front_desk_marks_the_arrival()
    {
        session++;
        await Given_it_is((await VisitAsync()).StartsAt);
        var desk = await StaffAsync("desk");
        await When_is_pressed_on_the_board(desk, "Arrived", "arrived");
    }

    /// <summary>The next step of the person, done by one press; the board stays and says so.</summary>
    private async Task When_is_pressed_on_the_board(Visitor staff, string step, string state)
    {
        await staff.TurnAsync(Row(staff).GetByRole(AriaRole.Button, new() { Name = step, Exact = true }));
        await Row(staff).GetByText(state, new() { Exact = true }).WaitForAsync();
        Assert.Equal("/staff", staff.Path);
    }

    /// <summary>From the board to the session of the person.</summary>
    private Task When_the_session_is_opened(Visitor staff) => staff.TurnAsync(Row(staff).GetByRole(AriaRole.Link, new() { Name = "Session", Exact = true }));

    public async Task When_the_assistant_ticks_the_gate_and_puts_the_cream_on()
    {
        var assistant = await StaffAsync("assistant");
        await assistant.TurnAsync(Row(assistant).GetByRole(AriaRole.Button, new() { Name = "Checks" }));
        foreach (var item in BeforeCream)
        {
            await assistant.PressAsync($"Tick: {item}");
        }

        await assistant.FollowAsync("Put the cream on");
        if (await assistant.Page.GetByRole(AriaRole.Link, new() { Name = "Enter the weight" }).IsVisibleAsync())
        {
            await EnterTheWeightAsync(assistant);
        }

        await assistant.Page.GetByLabel("Tube").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await assistant.FillAsync("Amount", "4");
        await assistant.FillAsync("Area", "60");
        await assistant.PressAsync("Cream is on now");
        await assistant.ReadsAsync("not ready yet");
        await Then_the_open_board_of_the_desk_says("numbing");
    }

    /// <summary>Nobody loads it anew: the page hears of it. Without a script it refreshes itself each minute, which is not waited for.</summary>
    private async Task Then_the_open_board_of_the_desk_says(string state)
    {
        if (javaScript)
        {
            await Row(windows["desk"]).GetByText(state).First.WaitForAsync();
        }
    }

    /// <summary>Without it no amount is judged; the next sessions know it.</summary>
    private async Task EnterTheWeightAsync(Visitor assistant)
    {
        await assistant.FollowAsync("Enter the weight");
        await assistant.FillAsync("Weight", "64");
        await assistant.PressAsync("Save");
        await assistant.FollowAsync("Today");
        await assistant.TurnAsync(Row(assistant).GetByRole(AriaRole.Link, new() { Name = "Cream on" }));
    }

    public async Task When_the_cream_is_ready_and_comes_off()
    {
        Given_minutes_have_passed(35);
        var assistant = await StaffAsync("assistant");
        await When_the_session_is_opened(assistant);
        await Then_the_clock_reads(assistant, "35 minutes on the skin ready");
        if (javaScript)
        {
            await assistant.ReadsAsync("The clinic's clock counts."); // the browser's own is not the one that ran on
        }

        await assistant.FollowAsync("Today");
        await When_is_pressed_on_the_board(assistant, "Cream off", "cream off");
        await When_the_session_is_opened(assistant);
        await Then_the_clock_stands(assistant);
        await assistant.PressAsync("Tick: Cream wiped off fully, skin cleaned with antiseptic");
        await assistant.ChooseFromAsync("What was done", "taken");
        await assistant.PressAsync("Tick: Photos before: taken, or declined");
    }

    private static async Task Then_the_clock_reads(Visitor staff, string words)
    {
        var face = await staff.Page.GetByRole(AriaRole.Timer).InnerTextAsync();
        Assert.Equal(words, string.Join(' ', face.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>What stands on its face is written over by the next tick, unless there is none.</summary>
    private static async Task Then_the_clock_stands(Visitor staff)
    {
        var minutes = staff.Page.Locator("main [data-minutes]");
        await minutes.EvaluateAsync("face => face.textContent = 'off'");
        await Task.Delay(1200);
        Assert.Equal("off", await minutes.TextContentAsync());
    }

    public async Task When_the_physician_needles_and_records_the_zone()
    {
        await When_the_physician_starts_needling();
        var physician = await When_the_zone_is_filled_in();
        await physician.PressAsync("Record");
        await When_the_needling_is_finished();
    }

    /// <summary>What was sent into the void is kept, sent by itself when the network is back, and written once.</summary>
    public async Task When_the_network_goes_while_the_zone_is_recorded()
    {
        await When_the_physician_starts_needling();
        var physician = await When_the_zone_is_filled_in();
        await physician.Page.Context.SetOfflineAsync(true);
        await physician.Page.GetByRole(AriaRole.Button, new() { Name = "Record", Exact = true }).ClickAsync();
        await physician.ReadsAsync("Not connected. Kept in this browser");
        Assert.Equal(0, await RecordingsAsync());

        await physician.Page.Context.SetOfflineAsync(false);
        await physician.ReadsAsync("Recorded");
        Assert.Equal(1, await RecordingsAsync());
        await physician.Page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(k => k.startsWith('draft:'))"); // it goes once the server has said that it has it
        await When_the_needling_is_finished_without_a_network(physician);
    }

    /// <summary>A press too: one whose time is noted waits, any other says that it reached nobody.</summary>
    private static async Task When_the_needling_is_finished_without_a_network(Visitor physician)
    {
        await physician.Page.Context.SetOfflineAsync(true);
        await physician.Page.GetByRole(AriaRole.Button, new() { Name = "Use this product" }).ClickAsync();
        await physician.ReadsAsync("Not connected: nothing was sent. Press again when the network is back.");
        await physician.Page.GetByRole(AriaRole.Button, new() { Name = "Finish needling" }).ClickAsync();
        await physician.ReadsAsync("The time on record will be the one at which it arrives.");

        await physician.Page.Context.SetOfflineAsync(false);
        await physician.ReadsAsync("finished");
    }

    /// <summary>Times that the journal has of a recorded zone of this person.</summary>
    private Task<int> RecordingsAsync() => clinic.InAsync<ClinicDb, int>(db =>
        (from e in db.JournalEntries join p in db.Patients on e.PersonId equals p.Id where p.FamilyName == person.Family && e.Verb == "record zone" select e).CountAsync());

    public Task Given_the_board_is_open_at_the_desk() => StaffAsync("desk");

    /// <summary>Whoever else is under the cream: named as an alarm, and the needle waits for a physician.</summary>
    public async Task Then_the_cream_of_somebody_else_is_an_alarm(string name, string picture)
    {
        var assistant = await StaffAsync("assistant");
        var needs = assistant.Page.GetByRole(AriaRole.Region, new() { Name = "Needs you now" });
        await needs.GetByText("take it off").First.WaitForAsync();
        await assistant.ReadsAsync("Too long on the skin.");
        await assistant.DrawAsync(picture);
        await assistant.TurnAsync(needs.GetByRole(AriaRole.Link, new() { Name = name }));
        await assistant.PressAsync("Cream off now");
        await assistant.ReadsAsync("A physician decides before going on.");
    }

    private async Task When_the_physician_starts_needling()
    {
        var physician = await StaffAsync("physician");
        await physician.TurnAsync(Row(physician).GetByRole(AriaRole.Button, new() { Name = "Start needling" }));
        await physician.ReadsAsync("No device is chosen.");
        await physician.FollowAsync("Go to the checks");
        await physician.PressAsync("Take this device");
        await physician.FillAsync("Serial on the pack", Serial);
        await physician.PressAsync("Open a cartridge");
        await physician.PressAsync("Tick: Cartridge sealed, in date, and opened before the person's eyes");
        await physician.FollowAsync("Today");
        await When_is_pressed_on_the_board(physician, "Start needling", "needling");
        await When_the_session_is_opened(physician);
        await physician.ReadsAsync("Started");
    }

    private async Task<Visitor> When_the_zone_is_filled_in()
    {
        Given_minutes_have_passed(20);
        var physician = windows["physician"];
        await physician.TurnAsync(physician.Page.Locator("li.zone").GetByRole(AriaRole.Link, new() { Name = "cheek" }));
        await physician.TickAsync("Across");
        await physician.TickAsync("Up and down");
        await physician.FillAsync("Pain at the worst moment", "3");
        return physician;
    }

    private async Task When_the_needling_is_finished()
    {
        var physician = windows["physician"];
        await physician.ReadsAsync("Recorded");
        await physician.FollowAsync("Today");
        await When_is_pressed_on_the_board(physician, "Finish", "needling finished");
    }

    public async Task When_the_aftercare_is_given_and_the_record_signed()
    {
        Given_minutes_have_passed(10);
        var assistant = await StaffAsync("assistant");
        await When_the_session_is_opened(assistant);
        await assistant.FillAsync("Immediate reactions, one a line", "Even redness");
        await assistant.PressAsync("Save notes");
        await assistant.FollowAsync("Today");
        await When_is_pressed_on_the_board(assistant, "Aftercare given", "aftercare given");

        var physician = await StaffAsync("physician");
        await physician.TurnAsync(Row(physician).GetByRole(AriaRole.Link, new() { Name = "Sign" }));
        await physician.ReadsAsync($"unit {Serial}");
        await physician.TickAsync("I have read it, and it is what was done");
        await physician.PressAsync("Sign this record");
        await physician.ReadsAsync("fits the text");
    }

    public async Task When_the_physician_amends_the_record()
    {
        var physician = windows["physician"];
        await physician.FollowAsync("Amend");
        await physician.FillAsync("What is right", "The left cheek was needled first.");
        await physician.FillAsync("Why it is corrected", "Order of sides was left out.");
        await physician.PressAsync("Add the amendment");
        await physician.ReadsAsync("The left cheek was needled first.");
        await physician.ReadsAsync("Why: Order of sides was left out.");
        await clinic.HearAsync();
    }
}
