using System.Security.Cryptography;
using System.Text;

namespace Fibril.Practice.Patients.Imports;

public enum Standing
{
    /// <summary>Nobody here is this person.</summary>
    New,

    /// <summary>All of it is here already.</summary>
    Same,

    /// <summary>The person is here; the chart says more or something else.</summary>
    Different,

    /// <summary>The file cannot be taken.</summary>
    Refused,
}

/// <summary>One field of the person, as the clinic has it and as the chart says. Ours blank: the chart fills it.</summary>
public sealed record FieldDifference(string Field, string? Ours, string? Theirs)
{
    public bool IsConflict => Ours is not null;
}

/// <summary>A line that is here already and now reads otherwise.</summary>
public sealed record ChangedLine(ChartEntry Ours, ChartLine Theirs);

/// <summary>One chart held against what the clinic has.</summary>
public sealed record ChartComparison(Chart Chart, Patient? Ours)
{
    public IReadOnlyList<FieldDifference> Fields { get; init; } = [];

    public IReadOnlyList<ChartLine> NewLines { get; init; } = [];

    public IReadOnlyList<ChangedLine> ChangedLines { get; init; } = [];

    /// <summary>Lines of an earlier import that this chart does not have; they stay.</summary>
    public IReadOnlyList<ChartEntry> Missing { get; init; } = [];

    /// <summary>People who may be the same person.</summary>
    public IReadOnlyList<Patient> Lookalikes { get; init; } = [];

    public Standing Standing =>
        !Chart.CanBeTaken ? Standing.Refused
        : Ours is null ? Standing.New
        : Fields.Count + NewLines.Count + ChangedLines.Count > 0 ? Standing.Different
        : Standing.Same;

    public IEnumerable<FieldDifference> Conflicts => Fields.Where(f => f.IsConflict);

    /// <summary>Changes when anything changes that a reviewer looked at.</summary>
    public string Fingerprint
    {
        get
        {
            var text = new StringBuilder($"{Standing}|{Ours?.Id}|{Ours?.Version}|{NewLines.Count}|");
            text.AppendJoin(',', ChangedLines.Select(c => $"{c.Ours.Id}:{c.Ours.Version}"));
            text.Append('|').AppendJoin(',', Lookalikes.Select(l => $"{l.Id}:{l.Version}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..24];
        }
    }
}
