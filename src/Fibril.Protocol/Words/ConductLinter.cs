using YamlDotNet.RepresentationModel;

namespace Fibril.Protocol;

/// <summary>A text of the pack that breaks a rule of conduct.</summary>
/// <param name="File">File of the pack.</param>
/// <param name="Line">Line in the file.</param>
/// <param name="Key">Key the text stands under.</param>
/// <param name="Problem">The word, its sentence, and what to write instead.</param>
public sealed record ConductProblem(string File, long Line, string Key, WordProblem Problem);

/// <summary>
/// Reads every text of a pack for the rules of conduct: no text asks anybody to leave out a prescribed medicine, and no text
/// for patients promises. Source: knowledge base R003, R041, rule M-RX; contract decision 7.
/// </summary>
public static class ConductLinter
{
    /// <summary>Keys of the YAML files whose texts patients read.</summary>
    private static readonly HashSet<string> PatientKeys = new(StringComparer.Ordinal)
    {
        "patient", "text", "help", "do", "why", "summary", "prescriberText", "intro", "risksIntro", "howOften", "question", "options",
    };

    /// <summary>Everything in the pack that must be written in another way; empty = fit to ship.</summary>
    public static IReadOnlyList<ConductProblem> Problems(ProtocolPack pack) => [.. pack.FileNames.SelectMany(file => Problems(pack, file))];

    /// <summary>Places in an English text for anybody that ask to leave out a prescribed medicine.</summary>
    public static IReadOnlyList<WordProblem> Conduct(ProtocolPack pack, string text) => Conduct(ConductWords.English, text, MedicineNames(pack, ConductWords.English));

    private static IEnumerable<ConductProblem> Problems(ProtocolPack pack, string file)
    {
        if (ConductWords.In(LanguageOf(file)) is not { } words)
        {
            return [new(file, 1, "", new(LanguageOf(file), file, $"Nobody has said which words promise in this language; there are lists for {string.Join(", ", ConductWords.Languages)}."))];
        }

        var medicines = MedicineNames(pack, words);
        return from scalar in Scalars(pack.Text(file))
               let text = scalar.Node.Value ?? ""
               from problem in PatientKeys.Contains(scalar.Key) ? PatientText.Problems(words, text, medicines) : Conduct(words, text, medicines)
               select new ConductProblem(file, scalar.Node.Start.Line, scalar.Key, problem);
    }

    /// <summary>A file for one language names it: <c>consent.es.yaml</c>; every other one is English.</summary>
    private static string LanguageOf(string file) => file.Split('/')[^1].Split('.') is [_, var language, "yaml"] ? language : "en";

    /// <summary>The words that are refused to patients as promises are plain words to staff, such as a permanent filler.</summary>
    private static IReadOnlyList<WordProblem> Conduct(ConductWords words, string text, IReadOnlyCollection<string> medicines) =>
        [.. PatientText.Problems(words, text, medicines).Except(PatientText.Problems(words, text, []))];

    private static IReadOnlyCollection<string> MedicineNames(ProtocolPack pack, ConductWords words) =>
    [
        .. words.Medicine,
        .. pack.Medicines
            .Where(m => m.WhoMayPause is WhoMayPause.Prescriber or WhoMayPause.PatientUnlessPrescribed or WhoMayPause.ClinicianUnlessPrescribed)
            .Where(m => !m.Name.StartsWith("another ", StringComparison.Ordinal))
            .Select(m => m.Name.Split(' ')[0]),
    ];

    private static IEnumerable<(string Key, YamlScalarNode Node)> Scalars(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.SelectMany(document => Scalars("", document.RootNode));
    }

    private static IEnumerable<(string Key, YamlScalarNode Node)> Scalars(string key, YamlNode node) => node switch
    {
        YamlScalarNode scalar => [(key, scalar)],
        YamlSequenceNode sequence => sequence.Children.SelectMany(child => Scalars(key, child)),
        YamlMappingNode mapping => mapping.Children.SelectMany(pair => Scalars(((YamlScalarNode)pair.Key).Value ?? "", pair.Value)),
        _ => [],
    };
}
