using System.Text.Json;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Outcomes;

public class ScaleVerbTests
{
    [Fact]
    public async Task Without_a_name_every_scale_is_listed()
    {
        var text = await Verb.RunAsync("scale");
        var json = JsonDocument.Parse((await Verb.RunAsync("scale", "--json")).Output).RootElement;

        Assert.Equal(0, text.Code);
        Assert.All(ProtocolPack.Current.Scales, s => Assert.Contains($"\n  {s.Id}: {s.Name}, ", text.Output, StringComparison.Ordinal));
        Assert.All(ProtocolPack.Current.ImportedScales, s => Assert.Contains($"\n  {s.Id}: ", text.Output, StringComparison.Ordinal));
        Assert.Equal(ProtocolPack.Current.Scales.Count, json.GetProperty("scales").GetArrayLength());
    }

    [Fact]
    public async Task Name_shows_items_ranges_and_the_bound()
    {
        var answer = await Verb.RunAsync("scale", "goodman-baron-quantitative");

        Assert.StartsWith("Goodman and Baron, quantitative (goodman-baron-quantitative), 0 to 84, lower is better\nA change of up to 4 points is no clear change", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  keloid-area: D: keloidal or hypertrophic, by area, 0 to 2000 cm2\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\n  S89: ", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vascularity=2 pigmentation=1 pliability=3 height=1")]
    [InlineData("2 1 3 1")]
    public async Task Values_by_name_or_by_place_are_scored(string values)
    {
        var answer = JsonDocument.Parse((await Verb.RunAsync(["scale", "vss", .. values.Split(' '), "--json"])).Output).RootElement;

        Assert.Equal(7, answer.GetProperty("score").GetProperty("value").GetDecimal());
    }

    [Theory]
    [InlineData("20", "14", "6 points better, beyond the bound (30 percent gain)")]
    [InlineData("20", "16", "no clear change: 4 points, within the bound (20 percent gain)")]
    [InlineData("14", "20", "6 points worse, beyond the bound (-43 percent gain)")]
    [InlineData("14", "14", "no change (0 percent gain)")]
    public async Task Two_scores_are_held_against_the_bound(string before, string after, string said)
    {
        var answer = await Verb.RunAsync("scale", "goodman-baron-quantitative", "--before", before, "--after", after);

        Assert.StartsWith($"Goodman and Baron, quantitative, {before} to {after}: {said}\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bound_that_is_not_known_is_said_to_be_so()
    {
        var answer = await Verb.RunAsync("scale", "ecca", "--before", "100", "--after", "90");

        Assert.StartsWith("ECCA, acne scars, 100 to 90: 10 points better (10 percent gain)\nHow far raters disagree is not known", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_names_every_problem()
    {
        (await Verb.RunAsync("scale", "vsss")).IsRefused("there is no scale \"vsss\"", "vss");
        (await Verb.RunAsync("scale", "vss", "vascularity=9", "colour=1", "pliability=1.5", "--before", "20", "--after", "3")).IsRefused(
            "vascularity: 9 is outside 0 to 3", "pigmentation: is missing", "pliability: 1.5 is not a whole number", "height: is missing", "has no item 'colour'", "--before: 20 is outside 0 to 13");
        (await Verb.RunAsync("scale", "vss", "--before", "20")).IsRefused("--after: is missing");
        (await Verb.RunAsync("scale", "vss", "soft")).IsRefused("\"soft\" is not item=value");
        (await Verb.RunAsync("scale", ProtocolPack.Current.ImportedScales[0].Id, "3")).IsRefused("is a licensed scale");
    }
}
