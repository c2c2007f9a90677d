namespace Fibril.Practice.Patients.Imports;

/// <summary>What became of one file.</summary>
public sealed record FileReport
{
    public required string File { get; init; }

    public string? Person { get; init; }

    public DateOnly? BornOn { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>False when it was refused and nothing of it was written.</summary>
    public required bool WentIn { get; init; }

    public required IReadOnlyDictionary<string, int> Lines { get; init; }

    public required int NewLines { get; init; }

    public required int ChangedLines { get; init; }

    public required int Understood { get; init; }

    public required IReadOnlyList<UnreadLine> NotUnderstood { get; init; }

    public required IReadOnlyDictionary<string, int> NotTaken { get; init; }

    public required IReadOnlyList<ChartProblem> Problems { get; init; }

    public required IReadOnlyList<FieldDifference> Differences { get; init; }

    public required IReadOnlyList<string> LooksLike { get; init; }

    public static FileReport Of(ChartComparison comparison, bool wentIn) => new()
    {
        File = comparison.Chart.File,
        Person = comparison.Chart.Person?.Name,
        BornOn = comparison.Chart.Person?.BornOn,
        Standing = wentIn ? comparison.Standing : Standing.Refused,
        WentIn = wentIn,
        Lines = comparison.Chart.Lines.GroupBy(l => l.Kind).OrderBy(g => g.Key).ToDictionary(g => g.Key.ToString(), g => g.Count()),
        NewLines = comparison.NewLines.Count,
        ChangedLines = comparison.ChangedLines.Count,
        Understood = comparison.Chart.Lines.Count - comparison.Chart.NotUnderstood.Count(),
        NotUnderstood = [.. comparison.Chart.NotUnderstood.GroupBy(l => (l.Display, l.CodeSystem, l.Code)).Select(g => new UnreadLine(g.Key.Display, g.Key.CodeSystem, g.Key.Code, [.. g.Select(l => l.Pointer)]))],
        NotTaken = comparison.Chart.NotTaken,
        Problems = comparison.Chart.Problems,
        Differences = comparison.Fields,
        LooksLike = [.. comparison.Lookalikes.Select(l => $"{l.Name}, born {l.BornOn:yyyy-MM-dd}")],
    };
}

/// <summary>Something that was kept but not understood: a clinician must read it.</summary>
public sealed record UnreadLine(string Display, string? System, string? Code, IReadOnlyList<string> Places);

/// <summary>What became of all files of one run.</summary>
public sealed record ImportReport(string Clinic, bool ClinicCreated, bool DryRun, IReadOnlyList<FileReport> Files)
{
    public bool AllWentIn => Files.All(f => f.WentIn);
}
