namespace Fibril.Practice.Patients.Imports;

public enum Severity
{
    /// <summary>Worth knowing; it holds nothing up.</summary>
    Note,

    /// <summary>One line of the chart is wrong: the file waits for somebody to look at it.</summary>
    Fix,

    /// <summary>Nothing of the file can be taken.</summary>
    Stop,
}

/// <summary>What is wrong in a chart, where, and what would be right.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901); empty for the whole file.</param>
/// <param name="Sentence">What is wrong and what it means.</param>
/// <param name="Example">What would be right.</param>
public sealed record ChartProblem(Severity Severity, string Pointer, string Sentence, string? Example = null)
{
    /// <summary>Line in the file, from 1; 0 when it has none.</summary>
    public long Line { get; init; }

    /// <summary>Character in the line, from 1.</summary>
    public long Column { get; init; }

    public string Place => (Pointer.Length > 0 ? $"at {Pointer}" : "in the file") + (Line > 0 ? $" (line {Line}, character {Column})" : "");
}
