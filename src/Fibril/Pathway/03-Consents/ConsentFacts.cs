using Fibril.Pathway.Consultations;

namespace Fibril.Pathway.Consents;

public sealed record ConsentSigned(Guid CourseId, Guid PatientId, Guid ConsentId);

public sealed record ConsentWithdrawn(Guid CourseId, Guid PatientId, Guid ConsentId);

/// <summary>Facts changed after it was signed; the person must read it again.</summary>
public sealed record ConsentWentStale(Guid CourseId, Guid PatientId, Guid ConsentId, string Why);

public sealed record PhotoUseWithdrawn(Guid CourseId, Guid PatientId, Guid ConsentId, PhotoUse Use);
