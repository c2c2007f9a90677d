namespace Fibril.Protocol;

/// <summary>A name that the expressions of the pack may use.</summary>
public sealed record RuleName
{
    internal RuleName(FactKind kind, string id, Bound bound, bool ofZone = false) => (Kind, Id, Bound, OfZone) = (kind, id, bound, ofZone);

    /// <summary>Kind of fact it belongs to; <see cref="FactKind.Case"/> = known everywhere.</summary>
    public FactKind Kind { get; }

    /// <summary>The name.</summary>
    public string Id { get; }

    /// <summary>True when it differs from zone to zone.</summary>
    public bool OfZone { get; }

    /// <summary>Type of its value.</summary>
    public NameType Type => Bound switch { Bound.Flag => NameType.Flag, Bound.Number => NameType.Number, Bound.Day => NameType.Day, _ => NameType.Word };

    /// <summary>Every word it can be with this pack; empty for another type.</summary>
    public IReadOnlyList<string> WordsIn(ProtocolPack pack) => Bound is Bound.Word word ? word.Known(pack) : [];

    internal Bound Bound { get; }
}
