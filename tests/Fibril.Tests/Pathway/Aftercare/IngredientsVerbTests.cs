using System.Text.Json;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Aftercare;

public class IngredientsVerbTests
{
    private const string Serum = "Aqua, Glycerin, Retinol, Unobtainium Extract";

    [Fact]
    public async Task Retinol_two_days_after_is_to_be_avoided_until_a_date()
    {
        var answer = await RunAsync(Serum);

        Assert.Equal(0, answer.Code);
        Assert.StartsWith("avoid until 2026-06-", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\nDay 2 after the session on 2026-06-08\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  2. Glycerin - fine: Fine.\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  3. Retinol (Vitamin A (retinoid)) - avoid until 2026-06-", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  4. Unobtainium Extract - not sure: ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\nSources\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_serum_long_after_is_no_longer_to_be_avoided()
    {
        var answer = Json(await Verb.RunAsync("ingredients", "Aqua, Glycerin, Retinol", "--session", "2026-01-08", "--on", "2026-06-10", "--depth", "0.5", "--phototype", "2", "--json"));

        Assert.Equal("fine", answer.GetProperty("verdict").GetString());
        Assert.Equal(153, answer.GetProperty("day").GetInt32());
    }

    [Fact]
    public async Task Missing_depth_and_phototype_give_the_longer_time()
    {
        var known = Json(await RunAsync(Serum, "--json"));
        var blank = Json(await Verb.RunAsync("ingredients", Serum, "--session", "2026-06-08", "--on", "2026-06-10", "--json"));

        Assert.True(blank.GetProperty("longerTimes").GetBoolean());
        Assert.False(known.GetProperty("longerTimes").GetBoolean());
        Assert.True(string.CompareOrdinal(blank.GetProperty("untilOn").GetString(), known.GetProperty("untilOn").GetString()) > 0);
    }

    [Fact]
    public async Task Without_a_session_day_it_is_judged_as_on_the_day_itself()
    {
        var answer = Json(await Verb.RunAsync("ingredients", "Glycerin", "--json"));

        Assert.Equal(0, answer.GetProperty("day").GetInt32());
        Assert.Equal("avoid-until", answer.GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Wrong_input_names_every_problem()
    {
        (await Verb.RunAsync("ingredients", " ", "--session", "2026-06-11", "--on", "2026-06-10")).IsRefused("TEXT: is empty", "--session: 2026-06-11 is after 2026-06-10");
        (await Verb.RunAsync("ingredients", "Aqua", "--depth", "9", "--phototype", "2.5")).IsRefused("--depth: \"9\"", "--phototype: \"2.5\" is no whole number from 1 to 6.");
    }

    private static Task<Verb> RunAsync(string text, params string[] options) =>
        Verb.RunAsync(["ingredients", text, "--session", "2026-06-08", "--on", "2026-06-10", "--depth", "0.5", "--phototype", "2", .. options]);

    private static JsonElement Json(Verb answer) => JsonDocument.Parse(answer.Output).RootElement;
}
