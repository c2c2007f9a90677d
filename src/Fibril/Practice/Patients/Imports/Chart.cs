namespace Fibril.Practice.Patients.Imports;

/// <summary>Who a chart is about, as far as it says.</summary>
public sealed record ChartPerson
{
    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public required DateOnly BornOn { get; init; }

    public Sex Sex { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    public string? Language { get; init; }

    public DateTime? DiedAt { get; init; }

    public IReadOnlyList<OtherIdentifier> Identifiers { get; init; } = [];

    public string Name => $"{GivenName} {FamilyName}".Trim();
}

/// <summary>One line of a chart: what a <see cref="ChartEntry"/> is made of.</summary>
public sealed record ChartLine
{
    public required ChartKind Kind { get; init; }

    public required string Display { get; init; }

    public string? CodeSystem { get; init; }

    public string? Code { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string Status { get; init; } = "";

    public decimal? Value { get; init; }

    public string? Unit { get; init; }

    public string? ValueText { get; init; }

    /// <summary>JSON pointer of the resource in its file.</summary>
    public required string Pointer { get; init; }

    public required string SourceId { get; init; }

    public string? VocabularyId { get; init; }

    public string? Attribute { get; init; }

    public CodeTrust Trust { get; init; }
}

/// <summary>One file, read: a person, the lines of the history, what was wrong, and what was passed over.</summary>
/// <param name="NotTaken">Resource types that the clinic does not keep, with their number: Claim 12.</param>
public sealed record Chart(string File, ChartPerson? Person, IReadOnlyList<ChartLine> Lines, IReadOnlyList<ChartProblem> Problems, IReadOnlyDictionary<string, int> NotTaken)
{
    public bool CanBeTaken => Person is not null && Problems.All(p => p.Severity != Severity.Stop);

    public bool IsClean => CanBeTaken && Problems.All(p => p.Severity == Severity.Note);

    public IEnumerable<ChartLine> NotUnderstood => Lines.Where(l => l.Trust == CodeTrust.None);
}
