using Fibril.Protocol;

namespace Fibril.Practice.Protocols.Proof;

/// <summary>One fact that may be there: a kind and an id of the vocabulary; without an id what is there once.</summary>
internal sealed record Instance(FactKind Kind, string Id)
{
    /// <summary>The case itself, always there.</summary>
    public static readonly Instance Case = new(FactKind.Case, "");

    private static readonly FactKind[] Risks =
        [FactKind.Condition, FactKind.FamilyCondition, FactKind.Medicine, FactKind.Product, FactKind.Procedure, FactKind.Allergy, FactKind.Topical];

    /// <summary>True when one more of it is a risk more; measurements, screens and answers can also be good news.</summary>
    public bool IsRisk => Risks.Contains(Kind);

    /// <summary>Name of one of its values in the solver.</summary>
    public string Of(string name) => $"|{Kind}/{Id}/{name}|";

    public override string ToString() => Id.Length == 0 ? $"{Kind}" : $"{Kind} {Id}";
}
