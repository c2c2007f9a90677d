using Fibril.EndToEnd.Support;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>The hour of needling.</summary>
public sealed partial class Way
{
    /// <summary>A cartridge is opened once.</summary>
    private string Serial => $"0417-{person.Family}";

    private static readonly string[] BeforeCream =
    [
        "Name and birth date asked, and they are right",
        "Feels well: no fever, no cold sore, no new medicine, no pregnancy",
        "Holds before the session asked one by one",
        "Consent talked over; the person still wants it",
    ];

    public async Task When_the_front_desk_marks_the_arrival()
    {
        await Given_it_is((await VisitAsync()).StartsAt);
        var desk = await StaffAsync("desk");
        await desk.TurnAsync(Row(desk).GetByRole(AriaRole.Button, new() { Name = "Arrived" }));
        await desk.ReadsAsync("Here");
    }

    public async Task When_the_assistant_ticks_the_gate_and_puts_the_cream_on()
    {
        var assistant = await StaffAsync("assistant");
        await assistant.TurnAsync(Row(assistant).GetByRole(AriaRole.Button, new() { Name = "Checks" }));
        foreach (var item in BeforeCream)
        {
            await assistant.PressAsync($"Tick: {item}");
        }

        await assistant.FollowAsync("Put the cream on");
        await assistant.FollowAsync("Enter the weight");
        await assistant.FillAsync("Weight", "64");
        await assistant.PressAsync("Save");

        await assistant.FollowAsync("Today");
        await assistant.TurnAsync(Row(assistant).GetByRole(AriaRole.Link, new() { Name = "Cream on" }));
        await assistant.FollowAsync("Put the cream on");
        await assistant.Page.GetByLabel("Tube").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await assistant.FillAsync("Amount", "4");
        await assistant.FillAsync("Area", "60");
        await assistant.PressAsync("Cream is on now");
        await assistant.ReadsAsync("not ready yet");
    }

    public async Task When_the_cream_is_ready_and_comes_off()
    {
        Given_minutes_have_passed(35);
        var assistant = await StaffAsync("assistant");
        await assistant.TurnAsync(Row(assistant).GetByRole(AriaRole.Link, new() { Name = "Cream off" }));
        await Then_the_clock_reads(assistant, "35 minutes on the skin ready");
        await assistant.PressAsync("Cream off now");
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
        var minutes = staff.Page.Locator("[data-minutes]");
        await minutes.EvaluateAsync("face => face.textContent = 'off'");
        await Task.Delay(1200);
        Assert.Equal("off", await minutes.TextContentAsync());
    }

    public async Task When_the_physician_needles_and_records_the_zone()
    {
        var physician = await StaffAsync("physician");
        await physician.TurnAsync(Row(physician).GetByRole(AriaRole.Link, new() { Name = "Start needling" }));
        await physician.PressAsync("Take this device");
        await physician.FillAsync("Serial on the pack", Serial);
        await physician.PressAsync("Open a cartridge");
        await physician.PressAsync("Tick: Cartridge sealed, in date, and opened before the person's eyes");
        await physician.PressAsync("Start needling");
        await physician.ReadsAsync("Started");

        Given_minutes_have_passed(20);
        await physician.FollowAsync("cheek");
        await physician.TickAsync("Across");
        await physician.TickAsync("Up and down");
        await physician.FillAsync("Pain at the worst moment", "3");
        await physician.PressAsync("Record");
        await physician.ReadsAsync("Recorded");
        await physician.PressAsync("Finish needling");
        await physician.ReadsAsync("finished");
    }

    public async Task When_the_aftercare_is_given_and_the_record_signed()
    {
        Given_minutes_have_passed(10);
        var assistant = await StaffAsync("assistant");
        await assistant.TurnAsync(Row(assistant).GetByRole(AriaRole.Link, new() { Name = "Give aftercare" }));
        await assistant.FillAsync("Immediate reactions, one a line", "Even redness");
        await assistant.PressAsync("Save notes");
        await assistant.PressAsync("Aftercare given");
        await assistant.Page.GetByText("Aftercare given").First.WaitForAsync();

        var physician = await StaffAsync("physician");
        await physician.TurnAsync(Row(physician).GetByRole(AriaRole.Link, new() { Name = "Sign" }));
        await physician.FollowAsync("Review and sign");
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
