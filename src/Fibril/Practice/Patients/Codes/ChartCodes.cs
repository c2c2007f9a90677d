using System.Collections.Frozen;
using System.Reflection;
using Fibril.Protocol;

namespace Fibril.Practice.Patients.Codes;

/// <summary>What one code or text means in the protocol's vocabulary.</summary>
/// <param name="Kind">What the line of the chart becomes: a cream that was prescribed becomes a product.</param>
/// <param name="Id">Id of the vocabulary; null when the code is read and known to feed no rule.</param>
/// <param name="Trust">Code or text; <see cref="CodeTrust.None"/> when nothing was found.</param>
/// <param name="Attribute">What else the code says: <c>complications=neuropathy</c>, <c>zones=face</c>.</param>
public sealed record Meaning(ChartKind Kind, string? Id, CodeTrust Trust, string? Attribute = null);

/// <summary>Codes and words of other systems → ids of the vocabulary: the codes the vocabulary itself carries, and <c>chart-codes.txt</c> before them.</summary>
public static class ChartCodes
{
    private sealed record Line(ChartKind Kind, string System, string Code, string? Id, string? Attribute);

    private static readonly FrozenDictionary<string, string> Systems = new Dictionary<string, string>
    {
        ["http://snomed.info/sct"] = "sct",
        ["http://hl7.org/fhir/sid/icd-10-cm"] = "icd10",
        ["http://hl7.org/fhir/sid/icd-10"] = "icd10",
        ["http://www.nlm.nih.gov/research/umls/rxnorm"] = "rx",
        ["http://www.whocc.no/atc"] = "atc",
        ["http://loinc.org"] = "loinc",
    }.ToFrozenDictionary();

    private static readonly IReadOnlyList<Line> Lines = [.. Read().Concat(OfPack()).DistinctBy(l => (l.System, l.Code, l.System == "text" ? l.Kind : default))];

    private static readonly FrozenDictionary<(string, string), Line> Exact =
        Lines.Where(l => l.System is "sct" or "rx" or "loinc").ToFrozenDictionary(l => (l.System, l.Code));

    private static readonly ILookup<string, Line> Prefixes =
        Lines.Where(l => l.System is "icd10" or "atc").OrderByDescending(l => l.Code.Length).ToLookup(l => l.System);

    private static readonly IReadOnlyList<(Line Line, string[] Words)> Texts =
        [.. Lines.Where(l => l.System == "text").Select(l => (l, l.Code.Split(' ')))];

    /// <summary>Every id that a code or text can lead to; a test holds them against the vocabulary.</summary>
    public static IEnumerable<(ChartKind Kind, string Id)> Ids => Lines.Where(l => l.Id is not null).Select(l => (l.Kind, l.Id!)).Distinct();

    /// <summary>True when a measurement with this code is worth keeping.</summary>
    public static bool IsWanted(IEnumerable<(string? System, string? Code)> codings) => codings.Any(c => Find(c.System, c.Code) is not null);

    /// <summary>The first coding that is known; else the words of the display; else nothing, and a clinician must read it.</summary>
    public static Meaning Of(ChartKind kind, IEnumerable<(string? System, string? Code)> codings, params IEnumerable<string?> texts)
    {
        var found = codings.Select(c => Find(c.System, c.Code)).FirstOrDefault(l => l is not null);
        if (found is not null)
        {
            return new(found.Kind, found.Id, CodeTrust.Code, found.Attribute);
        }

        var words = texts.SelectMany(t => Folded.Words(t)).ToHashSet(StringComparer.Ordinal);
        var text = Texts.FirstOrDefault(t => Fits(t.Line.Kind, kind, words) && t.Words.All(words.Contains)).Line;
        return text is null ? new(kind, null, CodeTrust.None) : new(text.Kind, text.Id, CodeTrust.Text, text.Attribute);
    }

    private static Line? Find(string? system, string? code)
    {
        if (system is null || code is null || !Systems.TryGetValue(system, out var name))
        {
            return null;
        }

        return Exact.TryGetValue((name, code), out var exact)
            ? exact
            : Prefixes[name].FirstOrDefault(l => code.StartsWith(l.Code, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A word means something only in its own part of the chart: penicillin taken is not penicillin allergy.</summary>
    private static bool Fits(ChartKind line, ChartKind source, HashSet<string> words) => line switch
    {
        ChartKind.Product => source == ChartKind.Medicine,
        ChartKind.Pregnancy => source == ChartKind.Condition,
        ChartKind.Allergy => source == ChartKind.Allergy || (source == ChartKind.Condition && words.Contains("allergy")),
        ChartKind.Condition => source == ChartKind.Condition && !words.Contains("allergy"),
        _ => line == source,
    };

    private static IEnumerable<Line> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Fibril.chart-codes.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } text)
        {
            if (text.Length > 0 && text[0] != '#')
            {
                var part = text.Split('|');
                yield return new(Enum.Parse<ChartKind>(part[0]), part[1], part[2], part[3] == "-" ? null : part[3], part[4] == "" ? null : part[4]);
            }
        }
    }

    /// <summary>Codes of the vocabulary; those that it gives to several ids decide nothing.</summary>
    private static IEnumerable<Line> OfPack() =>
        new (ChartKind Kind, IEnumerable<VocabularyEntry> Entries)[]
        {
            (ChartKind.Condition, ProtocolPack.Current.Conditions),
            (ChartKind.Medicine, ProtocolPack.Current.Medicines),
            (ChartKind.Product, ProtocolPack.Current.Products),
            (ChartKind.Allergy, ProtocolPack.Current.Allergies),
            (ChartKind.Procedure, ProtocolPack.Current.Procedures),
            (ChartKind.Measurement, ProtocolPack.Current.MeasurementsKinds),
        }
        .SelectMany(s => s.Entries.SelectMany(e => e.Codes.Select(c => new Line(s.Kind, NameOf(c.System), c.Code, e.Id, null))))
        .GroupBy(l => (l.System, l.Code))
        .Where(g => g.Count() == 1)
        .Select(g => g.Single());

    private static string NameOf(string system) => system switch
    {
        "snomed-ct" => "sct",
        "icd-10-cm" => "icd10",
        "rxnorm" => "rx",
        _ => system,
    };
}
