using Fibril.Protocol;

namespace Fibril.Bench.Peers;

/// <summary>The condition of one clause over the flat values of one row, in no engine's syntax.</summary>
internal abstract record FlatCondition
{
    /// <summary>The value is true.</summary>
    public sealed record Flag(FlatField Of) : FlatCondition;

    /// <summary>A comparison of numbers; false when a value is not known.</summary>
    public sealed record Comparison(FlatField Left, Comparator By, FlatOperand Right) : FlatCondition;

    /// <summary>One of several words; false when it is not known.</summary>
    public sealed record OneOf(FlatField Of, IReadOnlyList<string> Words) : FlatCondition;

    /// <summary>Known, or not known.</summary>
    public sealed record Known(FlatField Of, bool Wanted) : FlatCondition;

    /// <summary>The opposite.</summary>
    public sealed record Not(FlatCondition Of) : FlatCondition;

    /// <summary>All of them; none = true.</summary>
    public sealed record All(IReadOnlyList<FlatCondition> Parts) : FlatCondition;

    /// <summary>At least one.</summary>
    public sealed record Any(IReadOnlyList<FlatCondition> Parts) : FlatCondition;
}

/// <summary>What stands on the right of a comparison.</summary>
internal abstract record FlatOperand;

/// <summary>A number of the rule, or as written.</summary>
internal sealed record FlatConstant(double Value) : FlatOperand;

/// <summary>A value of a row. Days are numbers, counted from 0001-01-01.</summary>
/// <param name="Name">Its name, once in the clause.</param>
/// <param name="Type">Flag, number or word.</param>
/// <param name="Slot">Its place among the values of that type.</param>
internal sealed record FlatField(string Name, NameType Type, int Slot) : FlatOperand;
