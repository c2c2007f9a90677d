namespace Fibril.Pathway.Plans;

public sealed record PlanAgreed(Guid CourseId, Guid PatientId, Guid PlanId);
