using Fibril.Platform.Data;

namespace Fibril.Practice.Patients;

public enum ChartKind
{
    Condition,
    Medicine,

    /// <summary>Put on the skin, also when prescribed.</summary>
    Product,
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

/// <summary>
/// One coded line of a person's history as it came from a chart, with where it stood in the file. A line with a trust
/// but no vocabulary id was read and is known to feed no rule; a line with <see cref="CodeTrust.None"/> is an open question.
/// </summary>
public sealed class ChartEntry : ClinicRow, IAboutPerson
{
    public required Guid PatientId { get; init; }

    public required ChartKind Kind { get; set; }

    /// <summary>The source's own words.</summary>
    public required string Display { get; set; }

    public string? CodeSystem { get; set; }

    public string? Code { get; set; }

    /// <summary>Onset, first day taken, day of the procedure or measurement; of a date without a day the last day it can have been.</summary>
    public DateOnly? StartedOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>The source's own status word: active, resolved, stopped, completed, entered-in-error …</summary>
    public string Status { get; set; } = "";

    public decimal? Value { get; set; }

    public string? Unit { get; set; }

    /// <summary>A measured value that is a word: "Former smoker".</summary>
    public string? ValueText { get; set; }

    /// <summary>File and place in it, such as <c>chart.json#/entry/12</c>.</summary>
    public required string Source { get; set; }

    /// <summary>The source's own id of the line, such as <c>Condition/5137…</c>: by it the same line is found again.</summary>
    public string SourceId { get; set; } = "";

    /// <summary>Id in the protocol's vocabulary; null while not understood.</summary>
    public string? VocabularyId { get; set; }

    /// <summary>What else the code says: <c>complications=neuropathy</c>, <c>zones=face</c>; several are parted by ';'.</summary>
    public string? Attribute { get; set; }

    public CodeTrust Trust { get; set; }

    /// <summary>True when it holds on a day: not ended, not stopped, not resolved, not a mistake.</summary>
    public bool IsCurrentOn(DateOnly day) =>
        Status is not ("stopped" or "completed" or "resolved" or "inactive" or "remission" or "entered-in-error" or "refuted" or "cancelled" or "not-taken" or "do-not-perform")
        && (EndedOn is null || EndedOn >= day);

    /// <summary>A clinician has read it and says what it is; null is "read, feeds no rule".</summary>
    public void Understand(string? vocabularyId) => (VocabularyId, Trust) = (vocabularyId, CodeTrust.Clinician);

    Guid IAboutPerson.PersonId => PatientId;
}
