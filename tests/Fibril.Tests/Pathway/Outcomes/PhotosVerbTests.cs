using System.Text.Json;
using Fibril.Tests.Support;
using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Tests.Vision.Scenes;
using Fibril.Vision;

namespace Fibril.Tests.Pathway.Outcomes;

public sealed class PhotosVerbTests(ITestOutputHelper output) : IDisposable
{
    private static readonly Shot After = Pairs.Baseline with { Pose = Similarity.About(500, 500, 0.95, 6, 30, -20), Seed = 9 };
    private static readonly Lazy<(byte[] Before, byte[] After, byte[] Other)> Files =
        new(() => (Camera.File(Pairs.Baseline), Camera.File(After), Camera.File(Pairs.Baseline with { Who = new Person(88) })));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fibril-photos-");

    public void Dispose() => folder.Delete(true);

    [Fact]
    public async Task Pair_is_aligned_measured_and_written()
    {
        var zones = Put("zones.json", """{"zones":[{"zone":"cheek","polygon":[[300,480],[430,480],[430,620],[300,620]]}]}"""u8.ToArray());
        var pictures = Path.Combine(folder.FullName, "out");

        var answer = await Verb.RunAsync("photos", "compare", Put("b.jpg", Files.Value.Before), Put("a.jpg", Files.Value.After), "--zones", zones, "--out", pictures, "--json");

        Assert.Equal(0, answer.Code);
        var json = JsonDocument.Parse(answer.Output).RootElement;
        Assert.True(json.GetProperty("aligned").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("reason").ValueKind);
        var rows = json.GetProperty("transform").EnumerateArray().Select(r => r.EnumerateArray().Select(v => v.GetDouble()).ToArray()).ToArray();
        var expected = After.Pose.Inverse();
        Assert.Equal([expected.A, -expected.B], rows[0][..2].Select(v => Math.Round(v, 3)), (a, b) => Math.Abs(a - b) < 0.002);
        Assert.Equal(rows[0][0], rows[1][1]);
        Assert.Equal(5, json.GetProperty("measures").GetArrayLength());
        Assert.All(json.GetProperty("measures").EnumerateArray(), m => Assert.Equal("stated default", m.GetProperty("errorFrom").GetString()));
        Assert.Equal("unneedled skin", json.GetProperty("measures")[0].GetProperty("normalisedBy").GetString());
        Assert.Equal(["after-aligned.png", "before.png", "side.png"], Directory.EnumerateFiles(pictures).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_generated_pair_is_laid_within_the_limit_or_refused_and_its_error_is_printed()
    {
        var before = Put("b.jpg", Files.Value.Before);
        foreach (var (change, shot) in Pairs.Same.Concat(Pairs.Other))
        {
            var after = shot with { Seed = 9 };
            var answer = await Verb.RunAsync("photos", "compare", before, Put("a.jpg", Camera.File(after)), "--json");
            var json = JsonDocument.Parse(answer.Output).RootElement;
            Assert.Equal(Pairs.Same.ContainsKey(change), json.GetProperty("aligned").GetBoolean());
            if (Pairs.Same.ContainsKey(change))
            {
                var rows = json.GetProperty("transform").EnumerateArray().Select(r => r.EnumerateArray().Select(v => v.GetDouble()).ToArray()).ToArray();
                var error = Pairs.Error(new Similarity(rows[0][0], rows[1][0], rows[0][2], rows[1][2]), Pairs.Baseline, after);
                output.WriteLine($"{change}: median error {error:0.00} px at 1 MP");
                Assert.InRange(error, 0, 1.5);
            }
            else
            {
                output.WriteLine($"{change}: refused. {json.GetProperty("reason").GetString()}");
            }
        }
    }

    [Fact]
    public async Task Another_person_is_an_answer_with_a_reason_and_no_transform()
    {
        var answer = await Verb.RunAsync("photos", "compare", Put("b.jpg", Files.Value.Before), Put("o.jpg", Files.Value.Other), "--json");

        Assert.Equal(0, answer.Code);
        var json = JsonDocument.Parse(answer.Output).RootElement;
        Assert.False(json.GetProperty("aligned").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("transform").ValueKind);
        Assert.Contains("another person", json.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, json.GetProperty("measures").GetArrayLength());
    }

    [Fact]
    public async Task People_read_sentences()
    {
        var answer = await Verb.RunAsync("photos", "compare", Put("b.jpg", Files.Value.Before), Put("a.jpg", Files.Value.After));

        Assert.Contains("The follow-up lies on the baseline", answer.Output, StringComparison.Ordinal);
        Assert.Contains("no conclusion", answer.Output, StringComparison.Ordinal);
        Assert.Contains(" ± 4.5 (stated default): ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("errorFrom", (await Verb.RunAsync("photos", "compare", "--help")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_problem_gets_its_sentence_and_nothing_is_answered()
    {
        var answer = await Verb.RunAsync("photos", "compare", Put("b.svg", "<svg/>"u8.ToArray()), Path.Combine(folder.FullName, "none.jpg"), "--zones", Put("z.json", "{}"u8.ToArray()), "--json");

        answer.IsRefused("BEFORE: this is no JPEG, PNG or WebP photograph.", "AFTER: there is no file", "--zones: write");
        Assert.Equal(3, answer.Error.Trim().Split('\n').Length);
    }

    [Theory]
    [InlineData("""{"zones":[{"zone":"cheek","polygon":[[1,2],[3,4]]}]}""", "zone 1 needs a name of its own and a polygon of 3")]
    [InlineData("""{"zones":[{"zone":"a","polygon":[[1,2],[3,4],[5,6]]},{"zone":"a","polygon":[[1,2],[3,4],[5,6]]}]}""", "zone 2 needs")]
    [InlineData("""{"zones":[{"zone":"a","polygon":[[1,2],[3,"4"],[5,6]]}]}""", "zone 1 needs")]
    [InlineData("{", "no JSON")]
    [InlineData("""{"zones":[]}""", "with 1 to 50 zones")]
    public async Task Zones_that_cannot_be_read_are_refused(string text, string words)
    {
        var answer = await Verb.RunAsync("photos", "compare", Put("b.jpg", Files.Value.Before), Put("a.jpg", Files.Value.After), "--zones", Put("z.json", System.Text.Encoding.UTF8.GetBytes(text)), "--json");

        answer.IsRefused(words);
    }

    [Theory]
    [InlineData("", "a.jpg", "BEFORE: name a file.")]
    [InlineData("b.jpg", "", "AFTER: name a file.")]
    [InlineData(".", "a.jpg", "BEFORE: there is no file")]
    [InlineData("b.jpg", "a.jpg", "--zones: \"\" is no name of a file.", "--zones", "")]
    [InlineData("b.jpg", "a.jpg", "is a folder, not a file.", "--zones", ".")]
    [InlineData("b.jpg", "a.jpg", "--out: name a folder.", "--out", "")]
    public async Task Name_that_no_file_has_is_refused_in_one_line(string before, string after, string words, params string[] more)
    {
        var answer = await Verb.RunAsync(["photos", "compare", Name(before, Files.Value.Before), Name(after, Files.Value.After), .. more, "--json"]);

        answer.IsRefused(words);
        Assert.Single(answer.Error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("zone")]
    [InlineData("polygon")]
    public async Task Zones_with_half_a_letter_are_refused(string where)
    {
        var text = """{"zones":[{"zone":"cheek","polygon":[[1,2],[3,4],[5,6]]}]}""".Replace(where == "zone" ? "cheek" : "polygon", "\\ud800", StringComparison.Ordinal);

        (await Verb.RunAsync("photos", "compare", Put("b.jpg", Files.Value.Before), Put("a.jpg", Files.Value.After), "--zones", Put("z.json", System.Text.Encoding.UTF8.GetBytes(text)))).IsRefused("--zones: ");
    }

    private string Name(string name, byte[] bytes) => name is "" or "." ? name : Put(name, bytes);

    private string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
