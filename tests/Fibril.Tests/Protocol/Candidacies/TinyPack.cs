using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>The shipped pack with a few of its words and, but for the one on blood thinners that every pack needs, only rules of a test: ready in a moment.</summary>
internal static class TinyPack
{
    private const string BloodThinners = """
        - id: C13
          title: Blood thinner
          scope: patient
          grade: D
          basis: default
          sources: [default]
          reviewOn: 2027-11-22
          numbers: {leftOutDays: 14}
          when: [{if: phototype > 6}]
          outcomes: [{effect: note, overridableBy: practitioner, reason: r, patient: p}]

        """;

    private static readonly string[] Words =
    [
        "acne", "psoriasis", "scar", "keloid", "pih", "melasma", "warfarin", "ibuprofen", "aspirin", "retinol", "ipl", "needling", "radiotherapy", "nickel",
        "platelets", "inr", "hba1c", "hba1c-ifcc", "prp", "own-serum", "phototype", "heart",
    ];

    private static readonly Dictionary<string, string> Files = ProtocolPack.Current.FileNames
        .Where(name => !name.StartsWith("rules/", StringComparison.Ordinal))
        .ToDictionary(name => name, name => name.StartsWith("vocabulary/", StringComparison.Ordinal) && !name.EndsWith("indications.yaml", StringComparison.Ordinal) && !name.EndsWith("sites.yaml", StringComparison.Ordinal) || name == "questions.yaml" ? Kept(ProtocolPack.Current.Text(name)) : ProtocolPack.Current.Text(name));

    public static ProtocolPack With(params IEnumerable<string> rules) =>
        ProtocolPack.From(new Dictionary<string, string>(Files) { ["rules/own.yaml"] = BloodThinners + string.Concat(rules) });

    /// <summary>A rule that notes what its only clause finds; more keys stand above it.</summary>
    public static string Rule(string id, string clause, string keys = "numbers: {from: 4, days: 7}", string outcome = "effect: note, reason: r, patient: p") => $$"""
        - id: {{id}}
          title: One rule
          scope: zone
          grade: D
          basis: default
          sources: [default]
          reviewOn: 2027-11-22
          {{keys}}
          when: [{ {{clause}} }]
          outcomes: [{ overridableBy: practitioner, {{outcome}} }]

        """;

    public static IEnumerable<Finding> Decide(string facts, params IEnumerable<string> rules) => Candidacy.Decide(With(rules), Cases.With(facts)).Findings;

    private static string Kept(string text)
    {
        var entries = ("\n" + text).Split("\n- id: ");
        return string.Concat(entries.Skip(1).Where(e => Words.Contains(e.Split('\n')[0].Trim())).Select(e => $"- id: {e.TrimEnd()}\n"));
    }
}
