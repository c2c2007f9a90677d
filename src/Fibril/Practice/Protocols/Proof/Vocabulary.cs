using Fibril.Protocol;

namespace Fibril.Practice.Protocols.Proof;

/// <summary>Which facts a clause can fire on.</summary>
internal static class Vocabulary
{
    /// <summary>The ids named, all, or those whose word names the rule; one of what is there once.</summary>
    public static IEnumerable<Instance> Instances(ProtocolPack pack, Rule rule, FactKind kind, IReadOnlyList<string> of) => kind switch
    {
        FactKind.Condition or FactKind.FamilyCondition => Of(pack.Conditions, rule, kind, of),
        FactKind.Medicine => Of(pack.Medicines, rule, kind, of),
        FactKind.Product => Of(pack.Products, rule, kind, of),
        FactKind.Procedure => Of(pack.Procedures, rule, kind, of),
        FactKind.Allergy => Of(pack.Allergies, rule, kind, of),
        FactKind.Measurement => Of(pack.MeasurementsKinds, rule, kind, of),
        FactKind.Topical => Of(pack.Topicals, rule, kind, of.Count == 0 ? [Rule.Every] : of),
        FactKind.Question => pack.Questions.Where(IsAskedOfEveryWoman).Select(q => new Instance(kind, q.Id)),
        FactKind.Case or FactKind.PlannedZone => [Instance.Case],
        _ => [new(kind, "")],
    };

    /// <summary>Measurements of which together the latest day counts.</summary>
    public static IEnumerable<string> SameAs(ProtocolPack pack, string id)
    {
        var group = pack.MeasurementsKinds.First(m => m.Id == id).SameAs ?? id;
        return pack.MeasurementsKinds.Where(m => m.Id == group || m.SameAs == group).Select(m => m.Id);
    }

    private static bool IsAskedOfEveryWoman(Question question) =>
        question.Applies is null or { FaceZone: false, Zone: null, Indications.Count: 0, Phototypes.Count: 0 };

    private static IEnumerable<Instance> Of(IEnumerable<VocabularyEntry> words, Rule rule, FactKind kind, IReadOnlyList<string> of) =>
        words.Where(w => rule.Means(w, of)).Select(w => new Instance(kind, w.Id));
}
