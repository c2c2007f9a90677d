using Fibril.Protocol;

namespace Fibril.Practice.Patients.Charts;

/// <summary>One word of the vocabulary that a line of a chart can mean.</summary>
public sealed record ChartWord(ChartKind Kind, string Id, string Name, bool FeedsRules);

/// <summary>The vocabulary as a chart uses it.</summary>
public static class ChartWords
{
    public static IReadOnlyList<ChartWord> All { get; } =
    [
        .. Of(ChartKind.Condition, ProtocolPack.Current.Conditions),
        .. Of(ChartKind.Medicine, ProtocolPack.Current.Medicines),
        .. Of(ChartKind.Product, ProtocolPack.Current.Products),
        .. Of(ChartKind.Allergy, ProtocolPack.Current.Allergies),
        .. Of(ChartKind.Procedure, ProtocolPack.Current.Procedures),
        .. Of(ChartKind.Measurement, ProtocolPack.Current.MeasurementsKinds),
        new(ChartKind.Pregnancy, "pregnancy.status", "pregnancy", true),
        new(ChartKind.Pregnancy, "breastfeeding.status", "breastfeeding", true),
    ];

    /// <summary>A prescribed cream is a product; a condition can be a procedure that was done, or an allergy.</summary>
    public static bool Fits(ChartWord word, ChartKind kind) => word.Kind == kind || (word.Kind, kind) switch
    {
        (ChartKind.Product, ChartKind.Medicine) or (ChartKind.Medicine, ChartKind.Product) => true,
        (ChartKind.Procedure or ChartKind.Allergy or ChartKind.Pregnancy, ChartKind.Condition) => true,
        (ChartKind.Condition, ChartKind.Procedure or ChartKind.Measurement) => true,
        _ => false,
    };

    public static ChartWord? Of(ChartEntry entry) => All.FirstOrDefault(w => w.Kind == entry.Kind && w.Id == entry.VocabularyId);

    private static IEnumerable<ChartWord> Of(ChartKind kind, IEnumerable<VocabularyEntry> entries) =>
        entries.Select(e => new ChartWord(kind, e.Id, e.Name, e.Rules.Count > 0));
}
