using System.Text.RegularExpressions;
using Fibril.EndToEnd.Support;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>
/// A day on the board, from the middle of the morning to the evening, with what a day may bring: several people at once, a cream that is too long on
/// the skin, a network that goes, a recall that is practised. It has a clinic of its own, because its clock runs on.
/// </summary>
public partial class WholeDayTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Several_people_at_once_an_alarm_a_lost_network_and_a_drill()
    {
        await using var tess = new Way(clinic, new("Tess", "Howard", "1978-01-01"), staffWidth: 1280, javaScript: true, sessions: 1);
        await using var uma = new Way(clinic, new("Uma", "Shah", "1990-01-01"), staffWidth: 1280, javaScript: true, sessions: 1);

        // One is needled, one numbs, and the third, who has just come, is put under the cream.
        await tess.Given_the_board_is_open_at_the_desk();
        await tess.When_the_assistant_ticks_the_gate_and_puts_the_cream_on();
        await tess.When_the_cream_is_ready_and_comes_off();
        await tess.When_the_network_goes_while_the_zone_is_recorded();
        await tess.Then_the_cream_of_somebody_else_is_an_alarm("Sam Osei", "board-alarm");
        await tess.When_the_aftercare_is_given_and_the_record_signed();

        await uma.When_the_front_desk_marks_the_arrival();
        await uma.When_the_assistant_ticks_the_gate_and_puts_the_cream_on();
        await uma.When_the_cream_is_ready_and_comes_off();
        await uma.When_the_physician_needles_and_records_the_zone();
        await uma.When_the_aftercare_is_given_and_the_record_signed();

        await Then_a_recall_is_practised_until_everybody_is_reached();
        await tess.Then_nothing_was_wrong_on_the_way();
        await uma.Then_nothing_was_wrong_on_the_way();
    }

    private async Task Then_a_recall_is_practised_until_everybody_is_reached()
    {
        await using var owner = await clinic.OpenAsync();
        await owner.SignInAsync("owner");
        await owner.FollowAsync("Stock");
        await owner.FollowAsync("Recall");
        await owner.PressAsync("Practise a recall");
        var notice = await owner.Page.GetByRole(AriaRole.Heading, new() { Name = "The notice has come" }).TextContentAsync();

        clinic.Clock.Set(clinic.Clock.Hands.Now().AddSeconds(42));
        await owner.FillAsync("Lot", LotOf().Match(notice!).Groups[1].Value);
        await owner.PressAsync("Find the people");
        await owner.ReadsAsync("This is a drill.");
        await owner.ReadsAsync("after 42 s");
        var reached = owner.Page.GetByRole(AriaRole.Button, new() { Name = "Reached", Exact = true });
        for (var left = await reached.CountAsync(); left > 0; left--)
        {
            await owner.TurnAsync(reached.First);
        }

        await owner.DrawAsync("recall-drill");
        await owner.PressAsync("End the drill");
        await owner.ReadsAsync("Nothing was sent, and nobody was called because of this report.");
    }

    [GeneratedRegex("lot ([^,]+),", RegexOptions.CultureInvariant)]
    private static partial Regex LotOf();
}
