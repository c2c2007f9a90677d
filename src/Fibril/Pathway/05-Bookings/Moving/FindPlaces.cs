using Fibril.Platform.Data;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings.Moving;

/// <summary>Where a visit may go on its day.</summary>
/// <param name="May">Refused when the visit may not be moved at all; then there are no places.</param>
/// <param name="Part">The part whose place is chosen.</param>
public sealed record PlacesFound(Booking Booking, VisitSubject Subject, Decision May, SegmentKind Part, IReadOnlyList<PlaceChoices> Places, DayUse Use)
{
    public TimeZoneInfo Zone => Subject.Clinic.Zone;

    /// <summary>The choice that was made; null when the day has no such start or the part no such place.</summary>
    public MoveChoice? At(DateTime? startsAt, Guid? placeId) => Places.FirstOrDefault(p => p.PlaceId == placeId)?.Choices.FirstOrDefault(c => c.StartsAt == startsAt);
}

/// <summary>Every start of a visit's own day, place by place, each free or with the reasons why not. Changes nothing.</summary>
public sealed class FindPlaces(ClinicDb db, Caller caller)
{
    /// <param name="part">The part whose place is chosen; null or one that the visit has not = <see cref="MoveRules.MainPart"/>.</param>
    /// <returns>Null when there is no such visit for this caller.</returns>
    public async Task<PlacesFound?> Handle(Guid bookingId, SegmentKind? part = null, CancellationToken stop = default)
    {
        if (await BookingQueries.FindAsync(db, caller, bookingId) is not { } booking)
        {
            return null;
        }

        var subject = (await VisitSubject.LoadAsync(db, caller, booking.CourseId, booking.Kind, (clinic, _) => new(clinic.DayOf(booking.StartsAt), 1), moving: bookingId))!;
        var may = BookingRules.MayChange(booking, caller.Now);
        var held = part is { } named && MoveRules.PartsOf(booking).Contains(named) ? named : MoveRules.MainPart(booking);
        var use = await UseAsync(booking, subject, stop);
        return new(booking, subject, may, held, may.IsAllowed ? MoveRules.Day(subject, booking, held, use, caller.Now) : [], use);
    }

    private async Task<DayUse> UseAsync(Booking moving, VisitSubject subject, CancellationToken stop)
    {
        var (from, to) = VisitTimes.DayOf(subject.Clinic.Zone, subject.Clinic.DayOf(moving.StartsAt));
        var others = await db.Bookings.AsNoTracking()
            .Where(b => b.Id != moving.Id && b.StartsAt >= from && b.StartsAt < to && b.CancelledAt == null && (b.HeldUntil == null || b.HeldUntil > caller.Now))
            .OrderBy(b => b.StartsAt).ToListAsync(stop);
        var people = others.Select(b => b.PatientId).Append(moving.PatientId).ToList();
        var names = await ResourceNames.AllAsync(db);
        foreach (var patient in await db.Patients.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(stop))
        {
            names[patient.Id] = patient.Name;
        }

        return new(others, names, subject.Question.Turnover, subject.Clinic.Zone) { Off = subject.Question.Off };
    }
}
