using System.Text.Json;
using AngleSharp.Dom;
using Fibril.Pathway;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

/// <summary>The numbing clock as the server draws it, and what it hands to the script that lets it run on.</summary>
public class NumbingFaceTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private static readonly Dwell Dwell = ProtocolPack.Current.Anaesthetic("lidocaine-tetracaine").Dwell;

    [Theory]
    [InlineData(1, "1 minute on the skin not ready yet", "info", "8.53")]
    [InlineData(19, "19 minutes on the skin not ready yet", "info", "162.13")]
    [InlineData(20, "20 minutes on the skin ready", "good", "170.67")]
    [InlineData(25, "25 minutes on the skin nearly too long", "wait", "213.33")]
    [InlineData(30, "30 minutes on the skin nearly too long", "wait", "256")]
    [InlineData(31, "31 minutes on the skin too long: take it off", "alarm", "264.53")]
    [InlineData(90, "90 minutes on the skin too long: take it off", "alarm", "320")]
    public async Task Each_state_has_its_word_its_colour_and_its_place_on_the_bar(int minutes, string words, string tone, string done)
    {
        var clock = await ClockAsync($"/staff/sessions/{(await UnderCreamAsync(minutes)).Id}");

        Assert.Equal(words, Words(clock.QuerySelector("[role=timer]")!));
        Assert.True(clock.QuerySelector(".tag")!.ClassList.Contains($"tag-{tone}"), clock.OuterHtml);
        Assert.Equal(tone, clock.GetAttribute("data-tone"));
        Assert.Equal(done, clock.QuerySelector("[data-bar]")!.GetAttribute("width"));
        Assert.Equal([("170.67", "20 min"), ("256", "30 min")], clock.QuerySelectorAll("svg g").Select(mark => (mark.QuerySelector("line")!.GetAttribute("x1")!, mark.TextContent)));
        var panel = clock.QuerySelector("[data-over]")!;
        Assert.Equal(tone != "alarm", panel.HasAttribute("hidden"));
        Assert.Contains("Too long on the skin. Look for: numb mouth or tongue", panel.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_is_given_the_instant_the_word_and_the_colour_of_each_change_also_over_other_pages()
    {
        var session = await UnderCreamAsync(7);
        var on = session.CreamOnAt!.Value;

        foreach (var page in new[] { $"/staff/sessions/{session.Id}", $"/staff/creams?here=/" })
        {
            var clock = await ClockAsync(page, session.Id);
            using var changes = JsonDocument.Parse(clock.GetAttribute("data-changes")!);
            Assert.Equal(
                NumbingClock.Changes(Dwell, on).Select(c => (c.State.ToString(), c.From, NumbingWords.Of(c.State), NumbingWords.ToneOf(c.State).ToString().ToLowerInvariant())),
                changes.RootElement.EnumerateArray().Select(c => (Text(c, "state"), c.GetProperty("from").GetDateTime(), Text(c, "word"), Text(c, "tone"))));
            Assert.Equal("BeforeMinimum", clock.GetAttribute("data-state"));
        }
    }

    [Fact]
    public async Task Every_page_of_the_staff_has_a_place_in_which_a_change_is_read_out()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        foreach (var page in new[] { "/staff", "/staff/stock" })
        {
            await browser.GetAsync(page);
            Assert.Equal("assertive", Assert.Single(browser.Page.QuerySelectorAll("[data-cream-said]")).GetAttribute("aria-live"));
            Assert.Null(browser.Page.QuerySelector("live-page [data-cream-said], cream-strip [data-cream-said]"));
        }
    }

    [Fact]
    public async Task Clock_that_has_stopped_keeps_its_state_and_offers_no_alarm()
    {
        var session = await UnderCreamAsync(22);
        await clinic.UseAsync<TakeCreamOff, object?>(async u => await u.Handle(session.Id), clinic.Assistant);
        clinic.Clock.Advance(TimeSpan.FromMinutes(30));

        var clock = await ClockAsync($"/staff/sessions/{session.Id}");

        Assert.Equal(("false", "good"), (clock.GetAttribute("data-running"), clock.GetAttribute("data-tone")));
        Assert.Null(clock.QuerySelector("[data-over]"));
    }

    [Fact]
    public async Task Pages_of_the_cream_say_what_it_rests_on_with_its_units()
    {
        var session = await UnderCreamAsync(1);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/sessions/{session.Id}");
        Assert.Contains("about 1.3 g on 10 cm²", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync($"/staff/sessions/{session.Id}/cream");
        Assert.DoesNotContain("cm2", browser.Text, StringComparison.Ordinal);
    }

    private async Task<IElement> ClockAsync(string page, Guid? of = null)
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync(page);
        return Assert.Single(browser.Page.QuerySelectorAll(of is null ? "main numbing-clock" : $"numbing-clock[data-session='{of}']"));
    }

    private async Task<Session> UnderCreamAsync(int minutes)
    {
        var id = (await clinic.OpenSessionAsync((await clinic.CreateCourseAsync(TestData.Patient($"Nina{Guid.NewGuid():N}"))).Course)).Id;
        await clinic.InAsync(async s =>
        {
            var db = s.GetRequiredService<ClinicDb>();
            (await db.Sessions.SingleAsync(x => x.Id == id)).PutCreamOn(new("lidocaine-tetracaine", null, "L1", 4, 60), clinic.Clock.Now().AddMinutes(-minutes));
            await db.SaveAsync(s.GetRequiredService<Caller>().Act("set up"));
        }, clinic.Physician);
        return await clinic.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync(x => x.Id == id));
    }

    private static string Text(JsonElement change, string name) => change.GetProperty(name).GetString()!;

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
