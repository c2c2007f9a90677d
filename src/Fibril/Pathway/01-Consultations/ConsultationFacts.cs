namespace Fibril.Pathway.Consultations;

/// <summary>The person has answered the health questions.</summary>
public sealed record ConsultationSubmitted(Guid CourseId, Guid PatientId, Guid ConsultationId);

/// <summary>An answer or examination changed after a decision may have been made from it.</summary>
public sealed record ConsultationChanged(Guid CourseId, Guid PatientId, Guid ConsultationId, string What);

/// <summary>A photograph was kept, or a held one was kept all the same.</summary>
public sealed record PhotoKept(Guid CourseId, Guid PatientId, Guid PhotoId);
