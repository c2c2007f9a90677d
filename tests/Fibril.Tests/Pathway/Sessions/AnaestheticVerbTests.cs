using System.Text.Json;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Sessions;

public class AnaestheticVerbTests
{
    [Fact]
    public async Task Cream_within_its_ceilings_is_allowed_and_its_source_is_named()
    {
        var answer = await Verb.RunAsync("anaesthetic", "lidocaine-prilocaine", "--grams", "15", "--area", "100", "--dwell", "90");

        Assert.Equal(0, answer.Code);
        Assert.StartsWith("Allowed: Lidocaine 2.5 % / prilocaine 2.5 % cream\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("ceiling: 20 g, 1000 mg; a limit to stay under", answer.Output, StringComparison.Ordinal);
        Assert.Contains("that is 75 % of the ceiling", answer.Output, StringComparison.Ordinal);
        Assert.Contains("60 to 120 minutes; 90 so far", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\n  S79: ", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reason_is_given_at_once()
    {
        var answer = await Verb.RunAsync("anaesthetic", "lidocaine-prilocaine", "--grams", "30", "--area", "100", "--dwell", "130", "--still-on", "--has", "methaemoglobinaemia", "--needled", "--json");

        Assert.Equal(0, answer.Code);
        Assert.Equal(["cream-amount", "cream-not-with", "cream-on-needled-skin", "cream-still-on", "cream-too-long"], Codes(answer));
        Assert.False(Json(answer).GetProperty("allowed").GetBoolean());
    }

    [Fact]
    public async Task Eczema_shortens_the_time()
    {
        string[] words = ["anaesthetic", "lidocaine-prilocaine", "--grams", "15", "--area", "100", "--dwell", "45", "--json"];

        Assert.Equal(["cream-too-short"], Codes(await Verb.RunAsync(words)));
        Assert.Equal(["cream-too-long"], Codes(await Verb.RunAsync([.. words, "--eczema"])));
    }

    [Fact]
    public async Task Second_cream_shares_the_ceiling_of_the_first()
    {
        // Weight 60 kg: 270 mg, 6.75 g of lidocaine-4; 15 of 20 g and 5 of 6.75 g are more than one ceiling.
        string[] words = ["anaesthetic", "lidocaine-prilocaine", "--grams", "15", "--area", "100", "--weight", "60", "--json"];

        Assert.Empty(Codes(await Verb.RunAsync(words)));
        Assert.Equal(["cream-combined"], Codes(await Verb.RunAsync([.. words, "--also", "lidocaine-4:5:30"])));
    }

    [Fact]
    public async Task Cream_by_weight_without_a_weight_is_refused_with_that_reason()
    {
        Assert.Equal(["weight-missing"], Codes(await Verb.RunAsync("anaesthetic", "lidocaine-4", "--grams", "5", "--area", "30", "--json")));
        Assert.Empty(Codes(await Verb.RunAsync("anaesthetic", "lidocaine-4", "--grams", "5", "--area", "30", "--weight", "60", "--json")));
    }

    [Fact]
    public async Task Wrong_input_names_every_problem()
    {
        (await Verb.RunAsync("anaesthetic", "emla", "--has", "hayfever", "--also", "lidocaine-4", "--still-on")).IsRefused(
            "PRODUCT: \"emla\" is not known; there are none, lidocaine-prilocaine", "--grams: is missing", "--area: is missing", "--has: \"hayfever\"", "--also: \"lidocaine-4\"", "--still-on: give --dwell");
        (await Verb.RunAsync("anaesthetic", "none", "--grams", "-1", "--area", "1,5")).IsRefused("--grams: \"-1\" is no number from 0 to 500.", "--area: \"1,5\"");
    }

    [Fact]
    public async Task Strength_of_a_compounded_cream_is_asked_and_never_assumed()
    {
        string[] words = ["anaesthetic", "compounded", "--grams", "1.2", "--area", "50", "--weight", "60", "--ordered", "--json"];

        var assumed = await Verb.RunAsync(words);
        Assert.Equal(["cream-amount"], Codes(assumed));
        Assert.Contains("230 mg lidocaine in each gram unless the strength on the jar is entered", assumed.Output, StringComparison.Ordinal);
        (await Verb.RunAsync([.. words, "--mg-per-gram", "23"])).IsRefused("2.3 % (23 mg/g) cannot be right");
        Assert.Equal(["cream-amount"], Codes(await Verb.RunAsync([.. words, "--mg-per-gram", "230"])));
        Assert.Empty(Codes(await Verb.RunAsync([.. words, "--mg-per-gram", "100"])));
        Assert.Equal(["cream-physician-only"], Codes(await Verb.RunAsync([.. words.Where(w => w != "--ordered"), "--mg-per-gram", "100"])));
    }

    [Fact]
    public async Task Strength_of_a_second_jar_stands_behind_it_and_no_label_is_contradicted()
    {
        string[] words = ["anaesthetic", "lidocaine-4", "--grams", "5", "--area", "50", "--weight", "60", "--ordered", "--json"];

        (await Verb.RunAsync([.. words, "--also", "compounded:1:20:strong"])).IsRefused("--also: \"compounded:1:20:strong\"", "compounded:1:20:100");
        Assert.Equal(["cream-combined"], Codes(await Verb.RunAsync([.. words, "--also", "compounded:1:20"])));
        (await Verb.RunAsync([.. words, "--also", "lidocaine-4:1:20:40"])).IsRefused("--also: \"lidocaine-4:1:20:40\"");
        (await Verb.RunAsync([.. words, "--mg-per-gram", "40"])).IsRefused("--mg-per-gram: is not asked; lidocaine-4 has 40 on its label.");
        Assert.Equal(["cream-combined"], Codes(await Verb.RunAsync([.. words, "--also", "compounded:1:20:230"])));
        Assert.Empty(Codes(await Verb.RunAsync([.. words, "--also", "compounded:1:20:50"])));
    }

    private static JsonElement Json(Verb answer) => JsonDocument.Parse(answer.Output).RootElement;

    private static IEnumerable<string?> Codes(Verb answer) => Json(answer).GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("code").GetString());
}
