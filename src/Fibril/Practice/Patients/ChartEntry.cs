using Fibril.Platform.Data;

namespace Fibril.Practice.Patients;

public enum ChartKind
{
    Condition,
    Medicine,
    Allergy,
    Procedure,
    Measurement,
    Pregnancy,
}

/// <summary>How a vocabulary id was found.</summary>
public enum CodeTrust
{
    /// <summary>Not understood; a clinician must read it.</summary>
    None,

    /// <summary>By its display text: lower trust, shown as such.</summary>
    Text,

    /// <summary>By its code.</summary>
    Code,

    /// <summary>A clinician said so.</summary>
    Clinician,
}

/// <summary>One coded line of a person's history as it came from a chart, with where it stood in the file.</summary>
public sealed class ChartEntry : ClinicRow, IAboutPerson
{
    public required Guid PatientId { get; init; }

    public required ChartKind Kind { get; init; }

    /// <summary>The source's own words.</summary>
    public required string Display { get; init; }

    public string? CodeSystem { get; init; }

    public string? Code { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>The source's own status word: active, resolved, stopped, completed …</summary>
    public string Status { get; init; } = "";

    public decimal? Value { get; init; }

    public string? Unit { get; init; }

    /// <summary>File and place in it, such as <c>chart.json#/entry/12</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Id in the protocol's vocabulary; null while not understood.</summary>
    public string? VocabularyId { get; set; }

    public CodeTrust Trust { get; set; }

    Guid IAboutPerson.PersonId => PatientId;
}
