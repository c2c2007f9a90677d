using Fibril.EndToEnd.Support;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fibril.EndToEnd;

/// <summary>The numbing clock on pages that stay open. The clinic's clock stands still; the time that passes is the device's.</summary>
public class NumbingClockTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Session_that_stays_open_goes_through_all_four_states_by_itself()
    {
        var (session, dwell) = await BeforeItIsReadyAsync();
        await using var assistant = await clinic.OpenAsync(390);
        await assistant.SignInAsync("assistant");
        await assistant.GoAsync($"/staff/sessions/{session}");
        var page = assistant.Page;
        var panel = page.GetByText("Too long on the skin.");

        await IsAsync("info", "not ready yet");
        Assert.False(await panel.IsVisibleAsync());
        Assert.Equal([$"{dwell.MinMinutes} min", $"{dwell.MaxMinutes} min"], await page.Locator(".numbing-bar text").AllTextContentsAsync());

        await PassAsync(dwell.MinMinutes);
        await IsAsync("good", "ready");
        await PassAsync(dwell.AmberMinutes - dwell.MinMinutes);
        await IsAsync("wait", "nearly too long");
        Assert.False(await panel.IsVisibleAsync());
        await PassAsync(dwell.MaxMinutes - dwell.AmberMinutes + 1);
        await IsAsync("alarm", "too long: take it off");
        await panel.WaitForAsync();
        await assistant.ReadsAsync("numb mouth or tongue");
        Assert.Equal(
            ["ready", "nearly too long", "too long: take it off"],
            (await page.Locator("[data-cream-said] p").AllTextContentsAsync()).Select(said => said.Split(": ", 2)[1].Split(',')[0]));
        await assistant.ShowAsync(1280, "dark");
        Assert.Empty(await assistant.FaultsOfLooksAsync());

        async Task IsAsync(string tone, string word)
        {
            await page.Locator($"main numbing-clock[data-tone={tone}] .tag-{tone}", new() { HasText = word }).WaitForAsync();
            var (bar, named) = (await FillAsync(".numbing-bar .done"), await page.EvaluateAsync<string>("tone => { const e = document.createElement('i'); e.style.color = `var(--bar-${tone})`; document.body.append(e); const c = getComputedStyle(e).color; e.remove(); return c; }", tone));
            Assert.Equal(named, bar);
            Assert.Empty(await assistant.FaultsAsync());
            await assistant.DrawAsync($"numbing-{tone}");
        }

        Task<string> FillAsync(string part) => page.Locator(part).EvaluateAsync<string>("bar => getComputedStyle(bar).fill");

        Task PassAsync(int minutes) => page.EvaluateAsync(Later(minutes));
    }

    [Fact]
    public async Task Strip_and_board_that_stay_open_turn_red_by_themselves_and_say_it_once()
    {
        foreach (var (address, picture) in new[] { ("/staff/stock", "strip"), ("/staff", "board") })
        {
            var (_, dwell) = await BeforeItIsReadyAsync();
            await using var physician = await clinic.OpenAsync();
            await physician.SignInAsync("physician");
            await physician.GoAsync(address);
            var page = physician.Page;
            await page.Locator("numbing-clock[data-tone=info] .tag-info", new() { HasText = "not ready yet" }).WaitForAsync();

            clinic.Clock.Hands.Pass(dwell.MaxMinutes + 1); // both look again by themselves, and would else be set back
            await page.EvaluateAsync(Later(dwell.MaxMinutes + 1));
            await page.Locator("numbing-clock[data-tone=alarm] .tag-alarm", new() { HasText = "too long: take it off" }).WaitForAsync();
            Assert.StartsWith("Sam Osei: too long: take it off, ", await page.Locator("[data-cream-said] p").TextContentAsync(), StringComparison.Ordinal);
            Assert.Empty(await physician.FaultsAsync());
            await physician.DrawAsync($"numbing-over-{picture}");
        }
    }

    private static string Later(int minutes) => $"{{ const now = Date.now.bind(Date); Date.now = () => now() + {minutes * 60000}; }}";

    /// <summary>Who sits under the cream in the demo, one minute after it went on.</summary>
    private async Task<(Guid Session, Dwell Dwell)> BeforeItIsReadyAsync()
    {
        var session = await clinic.InAsync<ClinicDb, Fibril.Pathway.Sessions.Session>(db => db.Sessions.AsNoTracking().FirstAsync(s => s.CreamOnAt != null && s.CreamOffAt == null));
        clinic.Clock.Set(session.CreamOnAt!.Value.AddMinutes(1));
        return (session.Id, ProtocolPack.Current.Anaesthetic(session.Cream!.Product).Dwell);
    }
}
