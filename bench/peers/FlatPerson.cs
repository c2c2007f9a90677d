namespace Fibril.Bench.Peers;

/// <summary>A person as the peers see one. Public because lambdas of RulesEngine read it.</summary>
/// <param name="rows">Rows of each clause.</param>
public sealed class FlatPerson(FlatRow[][] rows)
{
    /// <summary>For each clause of the protocol the facts, or the zones of a fact, on which it can fire.</summary>
    public FlatRow[][] Rows { get; } = rows;
}

/// <summary>The values that a clause asks of one fact, or of one zone of it.</summary>
/// <param name="flags">Yes or no.</param>
/// <param name="numbers">Numbers and days; null = not known.</param>
/// <param name="words">Words; null = not known.</param>
public sealed class FlatRow(bool[] flags, double?[] numbers, string?[] words)
{
    /// <summary>Yes or no.</summary>
    public bool[] Flags { get; } = flags;

    /// <summary>Numbers, and days counted from 0001-01-01; null = not known.</summary>
    public double?[] Numbers { get; } = numbers;

    /// <summary>Words; null = not known.</summary>
    public string?[] Words { get; } = words;
}
