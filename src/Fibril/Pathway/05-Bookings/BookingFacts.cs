namespace Fibril.Pathway.Bookings;

public sealed record VisitBooked(Guid CourseId, Guid PatientId, Guid BookingId);

public sealed record VisitMoved(Guid CourseId, Guid PatientId, Guid BookingId);

public sealed record VisitCancelled(Guid CourseId, Guid PatientId, Guid BookingId, string Why);
