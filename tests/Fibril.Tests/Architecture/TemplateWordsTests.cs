using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Architecture;

/// <summary>The rules of conduct hold for what the program itself says, not only for the protocol. Source: design 3, contract decision 7.</summary>
public class TemplateWordsTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "Fibril");

    /// <summary>Pages, components, mails and the sentences that rules and use cases give.</summary>
    private static readonly List<string> Files = [.. Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"))];

    [Fact]
    public void No_text_asks_to_leave_out_a_prescribed_medicine()
    {
        Assert.True(Files.Count > 500);
        Assert.Empty(Files.SelectMany(file => Texts(file).SelectMany(text => ConductLinter.Conduct(ProtocolPack.Current, text)).Select(p => (Path.GetFileName(file), p.Sentence))));
    }

    [Fact]
    public void No_text_for_patients_promises()
    {
        var forPatients = Files.Where(f => Path.GetFileName(f).StartsWith("My", StringComparison.Ordinal) || f.Contains("Patient", StringComparison.Ordinal) || f.Contains("Message", StringComparison.Ordinal)).ToList();

        Assert.True(forPatients.Count > 50);
        Assert.Empty(forPatients.SelectMany(file => Texts(file).SelectMany(text => PatientText.Problems(text)).Select(p => (Path.GetFileName(file), p.Word, p.Sentence))));
    }

    /// <summary>What stands in quotes, and in a page also what stands between tags; comments left out.</summary>
    private static IEnumerable<string> Texts(string file)
    {
        var isPage = Path.GetExtension(file) == ".razor";
        return File.ReadLines(file)
            .Where(line => line.TrimStart() is var text && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("@*", StringComparison.Ordinal))
            .SelectMany(line => isPage ? line.Split('<', '>', '"') : line.Split('"').Where((_, i) => i % 2 == 1))
            .Where(part => part.Contains(' ', StringComparison.Ordinal));
    }
}
