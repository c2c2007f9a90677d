namespace Fibril.Pathway.Screening;

/// <summary>A decision was made, or made anew.</summary>
public sealed record CandidacyDecided(Guid CourseId, Guid PatientId, Guid ScreeningId, string Outcome, DateOnly? NotBeforeOn);

/// <summary>A clinician has looked at the decision and said what follows.</summary>
public sealed record ScreeningReviewed(Guid CourseId, Guid PatientId, Guid ScreeningId, string Verdict);
