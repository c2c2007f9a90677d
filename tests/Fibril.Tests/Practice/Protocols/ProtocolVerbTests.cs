using System.Text.Json;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Practice.Protocols;

public sealed class ProtocolVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fibril-pack-").FullName;

    public ProtocolVerbTests()
    {
        foreach (var (file, text) in ProtocolPack.Current.Contents)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), text);
        }
    }

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public async Task Shipped_pack_checks_clean()
    {
        var answer = await Verb.RunAsync("protocol", "check", "--on", "2026-11-29");

        Assert.Equal(0, answer.Code);
        Assert.StartsWith($"needling-mechanical {ProtocolPack.Current.Header.Version}, published 2026-11-29: clean\n{ProtocolPack.Current.Hash}\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains($", {ProtocolPack.Current.Rules.Count} rules, ", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_past_its_review_warns_and_is_still_usable()
    {
        Change("rules/skin.yaml", "reviewOn: 2027-11-22", "reviewOn: 2026-05-01");

        var answer = await Verb.RunAsync("protocol", "check", "--pack", folder, "--on", "2026-11-29");

        Assert.Equal(0, answer.Code);
        Assert.Contains(": clean, 1 rule past review\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  C01 Open wound or irritated skin: due 2026-05-01\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_pack_exits_one_with_file_and_line()
    {
        Change("rules/skin.yaml", "sources: [S61]", "sources: [S00]");

        var text = await Verb.RunAsync("protocol", "check", "--pack", folder, "--on", "2026-11-29");
        var json = await Verb.RunAsync("protocol", "check", "--pack", folder, "--on", "2026-11-29", "--json");

        Assert.Equal((1, 1), (text.Code, json.Code));
        Assert.Matches($"\n{folder}/rules/skin.yaml:[0-9]+: sources: there is no source 'S00'", text.Output);
        var problem = JsonDocument.Parse(json.Output).RootElement.GetProperty("problems")[0];
        Assert.Equal("rules/skin.yaml", problem.GetProperty("file").GetString());
        Assert.True(problem.GetProperty("line").GetInt32() > 5);
    }

    [Fact]
    public async Task Rule_is_shown_with_texts_ground_and_what_feeds_it()
    {
        var answer = await Verb.RunAsync("protocol", "show", "C02a");

        Assert.Equal(0, answer.Code);
        Assert.StartsWith("C02a Active acne\nReaches the zone.", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\n  for each condition that touches the zone, if not active, until healed + {days} days (inflamed)\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\ninflamed: Wait\n  clinician: Needling through inflamed acne spreads germs. The zone must have been free of pustules and of 4 or more papules for 28 days.\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\n  patient: Deep acne lumps need treatment first.", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\n  may go ahead in spite of it: physician\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\nGrade L, days D; a convention or a default of the clinic, editable; review by 2027-11-22\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\n  conditions: acne\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\nSources\n  S61: ", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_of_a_folder_is_shown_as_json()
    {
        Change("rules/skin.yaml", "numbers: {days: 28", "numbers: {days: 42");

        var answer = JsonDocument.Parse((await Verb.RunAsync("protocol", "show", "C02a", "--pack", folder, "--json")).Output).RootElement;

        Assert.Equal(42, answer.GetProperty("numbers").GetProperty("days").GetInt32());
        Assert.Equal("defer", answer.GetProperty("outcomes")[0].GetProperty("effect").GetString());
    }

    [Fact]
    public async Task Difference_of_two_packs_exits_one_and_names_fields_and_hashes()
    {
        Change("rules/skin.yaml", "numbers: {days: 28", "numbers: {days: 42");
        Change("zones.yaml", "capMm: 1.5", "capMm: 1.4");

        var answer = await Verb.RunAsync("protocol", "diff", "shipped", folder);
        var equal = await Verb.RunAsync("protocol", "diff", folder, folder);
        var json = await Verb.RunAsync("protocol", "diff", "shipped", folder, "--json");

        Assert.Equal((1, 0, 1), (answer.Code, equal.Code, json.Code));
        Assert.StartsWith($"Different: 0 rules added, 0 removed, 1 changed; 2 files\nA {ProtocolPack.Current.Hash}\nB sha256:", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\n~ C02a Active acne\n    numbers.days: 28 -> 42\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\n  zones.yaml: changed", answer.Output, StringComparison.Ordinal);
        Assert.StartsWith("Equal\n", equal.Output, StringComparison.Ordinal);
        Assert.Equal("C02a", JsonDocument.Parse(json.Output).RootElement.GetProperty("changed")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task Version_is_published_once_and_never_as_something_else()
    {
        Change("pack.yaml", $"version: {ProtocolPack.Current.Header.Version}", "version: 99.1.0");
        Change("rules/skin.yaml", "numbers: {days: 28", "numbers: {days: 42");
        Assert.Contains("Warning: protocol/pack.yaml:4: version 99.1.0 is not signed", (await Verb.RunAsync("protocol", "check", "--pack", folder)).Output, StringComparison.Ordinal);

        var first = await Verb.RunAsync("protocol", "publish", "--pack", folder);
        var again = await Verb.RunAsync("protocol", "publish", "--pack", folder);
        Assert.Equal((0, 0), (first.Code, again.Code));
        Assert.StartsWith("needling-mechanical 99.1.0: published\nsha256:", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("needling-mechanical 99.1.0: published before, unchanged\n", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", (await Verb.RunAsync("protocol", "check", "--pack", folder)).Output, StringComparison.Ordinal);

        Change("rules/skin.yaml", "numbers: {days: 42", "numbers: {days: 43");
        var other = await Verb.RunAsync("protocol", "publish", "--pack", folder);
        Assert.Equal((1, ""), (other.Code, other.Output));
        Assert.Matches("published.yaml:[0-9]+: rules/skin.yaml has changed since version 99.1.0 was published", other.Error);
    }

    [Fact]
    public async Task Older_version_and_a_clinics_changes_are_not_published()
    {
        Change("pack.yaml", $"version: {ProtocolPack.Current.Header.Version}", "version: 0.9.0");
        var older = await Verb.RunAsync("protocol", "publish", "--pack", folder);
        File.WriteAllText(Path.Combine(folder, "clinic.yaml"), "changes:\n  - {rule: C22, off: true, because: We needle first.}\n");
        var changed = await Verb.RunAsync("protocol", "publish", "--pack", folder);

        Assert.Equal((1, 1), (older.Code, changed.Code));
        Assert.Contains("version 0.9.0", older.Error, StringComparison.Ordinal);
        Assert.Contains("must come after", older.Error, StringComparison.Ordinal);
        Assert.Contains("clinic.yaml: a clinic's own changes are not published", changed.Error, StringComparison.Ordinal);
        (await Verb.RunAsync("protocol", "publish", "--pack", "shipped")).IsRefused("cannot be written");
    }

    [Fact]
    public async Task Wrong_input_names_what_would_be_right()
    {
        Change("zones.yaml", "capMm: 1.5", "capMn: 1.5");

        (await Verb.RunAsync("protocol", "show", "C2a")).IsRefused("there is no rule \"C2a\"; the nearest are C02a");
        (await Verb.RunAsync("protocol", "show", "unheard-of")).IsRefused("from C01 to ");
        (await Verb.RunAsync("protocol", "check", "--pack", "/no/such/pack")).IsRefused("/no/such/pack: cannot be read");
        (await Verb.RunAsync("protocol", "check", "--on", "soon")).IsRefused("--on: \"soon\" is no day; write YYYY-MM-DD");
        (await Verb.RunAsync("protocol", "diff", "shipped", folder)).IsRefused($"{folder}/zones.yaml:");
    }

    private void Change(string file, string from, string to)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        var place = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(place >= 0, "the test must find what it changes");
        File.WriteAllText(path, text[..place] + to + text[(place + from.Length)..]);
    }
}
