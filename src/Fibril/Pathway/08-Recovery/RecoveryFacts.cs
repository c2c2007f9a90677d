namespace Fibril.Pathway.Recovery;

public sealed record CheckInReported(Guid CourseId, Guid PatientId, Guid CheckInId, string Level);
