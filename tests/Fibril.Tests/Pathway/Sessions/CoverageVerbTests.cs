using System.Text.Json;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Sessions;

public class CoverageVerbTests
{
    [Fact]
    public async Task Pen_by_passes_gives_density_spacing_and_band_and_calls_it_no_target()
    {
        // 4 passes of 12 x 100 / (2.5 x 0.8) = 2400.
        var answer = await Verb.RunAsync("coverage", "--needles", "12", "--hz", "100", "--speed", "2.5", "--tip", "0.8", "--passes", "4");

        Assert.Equal(0, answer.Code);
        Assert.StartsWith("About 2400 holes on a square centimetre, between 1920 and 2880: far above the usual 250 to 1000\nAn estimate to compare sessions, never a target.\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("square millimetres never hit: under 0.1 %", answer.Output, StringComparison.Ordinal);
        Assert.Contains("distance between two strokes: 0.25 mm", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\nAssumptions (grade D; error 20 percent to each side)\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\nSources\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_roller_is_counted_by_its_drum()
    {
        // 192 / (pi x 2 x 2) = 15.28 for each pass, 15 passes = 229.
        var answer = await Verb.RunAsync("coverage", "--device", "roller-192", "--passes", "15");

        Assert.StartsWith("About 229 holes", answer.Output, StringComparison.Ordinal);
        Assert.Contains("square millimetres never hit: 10.1 %", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("between two strokes", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object_and_time_counts_without_passes()
    {
        // 10 x 100 x 60 / 10 = 6000: a clinician must confirm.
        var answer = JsonDocument.Parse((await Verb.RunAsync("coverage", "--needles", "10", "--hz", "100", "--seconds", "60", "--area", "10", "--json")).Output).RootElement;

        Assert.Equal(6000, answer.GetProperty("estimate").GetProperty("perCm2").GetDouble());
        Assert.Equal("block", answer.GetProperty("estimate").GetProperty("level").GetString());
        Assert.True(answer.GetProperty("mustConfirm").GetBoolean());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("passes").ValueKind);
    }

    [Fact]
    public async Task Wrong_input_names_every_problem()
    {
        (await Verb.RunAsync("coverage", "--needles", "a lot", "--hz", "0")).IsRefused("--needles: \"a lot\" is no whole number from 1 to 2000.", "--hz: \"0\" is no number from 1 to 1000.");
        (await Verb.RunAsync("coverage")).IsRefused("--needles: how many", "--hz: is missing", "--speed: is missing");
        (await Verb.RunAsync("coverage", "--device", "skinpin")).IsRefused("there are skinpen, ");
        (await Verb.RunAsync("coverage", "--needles", "12", "--hz", "100", "--drum", "2")).IsRefused("of a pen", "--width: is missing");
    }
}
