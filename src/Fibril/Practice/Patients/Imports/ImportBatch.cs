using Fibril.Platform.Data;

namespace Fibril.Practice.Patients.Imports;

public enum BatchState
{
    /// <summary>Uploaded, waits for review. Nothing of it is in anybody's record.</summary>
    Waiting,
    Done,
    Discarded,
}

/// <summary>Charts that were uploaded together. It can be left and found again until somebody decides.</summary>
public sealed class ImportBatch : ClinicRow
{
    public required DateTime UploadedAt { get; init; }

    public required string UploadedByName { get; init; }

    public BatchState State { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedByName { get; private set; }

    public void Close(BatchState state, string by, DateTime now) => (State, ClosedByName, ClosedAt) = (state, by, now);
}

/// <summary>One uploaded file, as it came.</summary>
public sealed class ImportedFile : ClinicRow
{
    public required Guid BatchId { get; init; }

    public required string Name { get; init; }

    /// <summary>The chart; emptied once it was decided.</summary>
    public required string Text { get; set; }

    /// <summary>Null while undecided: then "new", "same", "different" or "left out".</summary>
    public string? Outcome { get; private set; }

    /// <summary>Whose record it went into.</summary>
    public Guid? PatientId { get; private set; }

    /// <summary>A chart is kept where it belongs, in the record; the upload is not a second copy of it.</summary>
    public void Decide(string outcome, Guid? patientId) => (Outcome, PatientId, Text) = (outcome, patientId, "");
}
