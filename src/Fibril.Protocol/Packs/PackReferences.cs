namespace Fibril.Protocol;

/// <summary>Every id that one file of a pack takes from another one, held against that other one.</summary>
internal sealed class PackReferences
{
    // Holds name some things that no vocabulary has.
    private static readonly string[] HeldBesides = ["sun", "tanning-bed", "self-tan", "alcohol"];

    private readonly ProtocolPack pack;
    private readonly Dictionary<string, (string Kind, HashSet<string> Known)> byKey = new(StringComparer.Ordinal);

    public PackReferences(ProtocolPack pack)
    {
        this.pack = pack;
        Know("rule", pack.Rules.Select(r => r.Id), "rules");
        Know("zone", pack.Zones.Select(z => z.Id), "zone", "zones", "bonyZones");
        Know("place", Places(), "contains", "sitesWhenUnknown");
        Know("indication", Ids(pack.Indications), "indication", "indications", "goodFor", "onlyWithIndication", "scarIndications");
        Know("condition", Ids(pack.Conditions), "conditions", "conditionsOfAnyStatus");
        Know("medicine", Ids(pack.Medicines), "medicines");
        Know("procedure", Ids(pack.Procedures), "procedures");
        Know("measurement", Ids(pack.MeasurementsKinds), "measurements");
        Know("allergy", Ids(pack.Allergies), "allergies");
        Know("topical", Ids(pack.Topicals), "topicals");
        Know("condition or allergy", Ids(pack.Conditions).Concat(Ids(pack.Allergies)), "notWith");
        Know("medicine, product or procedure", Ids(pack.Medicines).Concat(Ids(pack.Products)).Concat(Ids(pack.Procedures)).Concat(HeldBesides), "covers");
        Know("aftercare row", pack.AftercareRules.Rows.Select(r => r.Id), "row");
        Know("red flag", pack.RedFlags.Select(f => f.Id), "flags");
        Know("action", pack.TriageActions.Select(a => a.Id), "actions");
    }

    /// <summary>Ids that lead nowhere, ids given twice, grades without a meaning.</summary>
    public IEnumerable<PackProblem> Problems() => pack.FileNames.SelectMany(Problems);

    private IEnumerable<PackProblem> Problems(string file)
    {
        var root = PackNode.Root(pack.Text(file));
        return [.. PackNode.Words(root).Select(w => Wrong(file, w)).OfType<PackProblem>(), .. PackNode.Lists(root).SelectMany(l => Twice(file, l))];
    }

    private PackProblem? Wrong(string file, PackWord word)
    {
        if (word.Key.EndsWith("ources", StringComparison.Ordinal))
        {
            return pack.Source(word.Value) is null ? Unknown(file, word, "source", pack.Sources.Select(s => s.Id)) : null;
        }

        if (word.Key.EndsWith("rade", StringComparison.Ordinal))
        {
            return pack.GradesOf(word.Value).Count == 0
                ? new(file, word.Line, $"'{word.Value}' is no grade; use letters of {string.Join(", ", pack.Grades.Select(g => g.Id))}.")
                : null;
        }

        return Known(file, word.Key) is var (kind, known) && !known.Contains(word.Value) ? Unknown(file, word, kind, known) : null;
    }

    private (string Kind, HashSet<string> Known)? Known(string file, string key) => (file, key) switch
    {
        // Rules name facts by their own keys, and a list of rules is meant in the vocabulary only.
        _ when file.StartsWith("rules/", StringComparison.Ordinal) => null,
        (_, "rules") when !file.StartsWith("vocabulary/", StringComparison.Ordinal) => null,
        ("anaesthetics.yaml", "contains") => byKey["allergies"],
        _ => byKey.TryGetValue(key, out var known) ? known : null,
    };

    private static IEnumerable<PackProblem> Twice(string file, IReadOnlyList<PackWord> ids) => ids
        .GroupBy(i => i.Value, StringComparer.Ordinal)
        .SelectMany(same => same.Skip(1))
        .Select(again => new PackProblem(file, again.Line, $"'{again.Value}' stands twice; give each entry an id of its own."));

    private static PackProblem Unknown(string file, PackWord word, string kind, IEnumerable<string> known)
    {
        var near = Spelling.Near(word.Value, known);
        return new(file, word.Line, $"{word.Key}: there is no {kind} '{word.Value}'{(near.Count == 0 ? "" : $"; did you mean {string.Join(", ", near)}")}.");
    }

    private void Know(string kind, IEnumerable<string> ids, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            byKey[key] = (kind, ids.ToHashSet(StringComparer.Ordinal));
        }
    }

    private IEnumerable<string> Places() => pack.Zones.Select(z => z.Id).Concat(pack.Sites.Select(s => s.Id));

    private static IEnumerable<string> Ids(IEnumerable<VocabularyEntry> entries) => entries.Select(e => e.Id);
}
