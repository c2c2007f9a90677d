using Fibril.Platform.Data;

namespace Fibril.Pathway;

/// <summary>One patient's passage through the therapy: the thread that all nine stages hang on (FHIR EpisodeOfCare).</summary>
public sealed class Course : ClinicRow, IAboutPerson
{
    public required Guid PatientId { get; init; }

    /// <summary>1 for the person's first course, 2 for the second …</summary>
    public required int Number { get; init; }

    /// <summary>What it is about, in few words: "acne scars, both cheeks".</summary>
    public required string Title { get; set; }

    public required DateTime OpenedAt { get; init; }

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedReason { get; private set; }

    Guid IAboutPerson.PersonId => PatientId;

    public void Close(string reason, DateTime now) => (ClosedAt, ClosedReason) = (now, reason);

    public void Reopen() => (ClosedAt, ClosedReason) = (null, null);
}

/// <summary>Part of a course: its rows belong to one course and one patient.</summary>
public abstract class CourseRow : ClinicRow, IAboutPerson
{
    public required Guid CourseId { get; init; }

    public required Guid PatientId { get; init; }

    Guid IAboutPerson.PersonId => PatientId;
}
