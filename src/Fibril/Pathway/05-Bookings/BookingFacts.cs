namespace Fibril.Pathway.Bookings;

public sealed record VisitBooked(Guid CourseId, Guid PatientId, Guid BookingId);

/// <param name="FreedFrom">Start of the time that the visit left; with its end it may fill for somebody who waits.</param>
public sealed record VisitMoved(Guid CourseId, Guid PatientId, Guid BookingId, DateTime? FreedFrom = null, DateTime? FreedTo = null);

/// <summary>A time that was offered to somebody who waits is free again: declined, not answered, or no longer wanted.</summary>
public sealed record OfferEnded(Guid CourseId, Guid PatientId, DateTime FreedFrom, DateTime FreedTo);

public sealed record VisitCancelled(Guid CourseId, Guid PatientId, Guid BookingId, string Why);
