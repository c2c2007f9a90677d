namespace Fibril.Pathway.Bookings;

public sealed record VisitBooked(Guid CourseId, Guid PatientId, Guid BookingId);

/// <param name="FreedFrom">Start of the time that the visit left; with its end it may fill for somebody who waits.</param>
public sealed record VisitMoved(Guid CourseId, Guid PatientId, Guid BookingId, DateTime? FreedFrom = null, DateTime? FreedTo = null);

public sealed record VisitCancelled(Guid CourseId, Guid PatientId, Guid BookingId, string Why);
