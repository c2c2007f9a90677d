namespace Fibril.Pathway.Sessions;

/// <summary>The last needle contact: aftercare and recovery count from here.</summary>
public sealed record NeedlingFinished(Guid CourseId, Guid PatientId, Guid SessionId);

public sealed record SessionSigned(Guid CourseId, Guid PatientId, Guid SessionId);
