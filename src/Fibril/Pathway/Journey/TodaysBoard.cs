using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Practice.Places;
using Fibril.Practice.Staff;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey;

/// <summary>One visit of the day as the board shows it.</summary>
public sealed record BoardVisit(Booking Booking, Patient Patient, Course Course, Session? Session, VisitProgress Progress, string? Staff, string? Room);

/// <summary>Reads the day: visits with their progress, and what needs somebody now.</summary>
public sealed class TodaysBoard(ClinicDb db, Caller caller, NeedsReader needs)
{
    public sealed record Day(Clinic Clinic, DateOnly On, IReadOnlyList<BoardVisit> Visits, IReadOnlyList<Need> Needs);

    public async Task<Day> Handle(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var today = clinic.DayOf(caller.Now);
        var from = TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(TimeOnly.MinValue), clinic.Zone);
        var bookings = await db.Bookings.AsNoTracking()
            .Where(b => b.StartsAt >= from && b.StartsAt < from.AddDays(1) && b.CancelledAt == null && b.HeldUntil == null)
            .OrderBy(b => b.StartsAt).ToListAsync(stop);
        return new(clinic, today, await VisitsAsync(bookings, stop), await needs.Handle(stop));
    }

    private async Task<IReadOnlyList<BoardVisit>> VisitsAsync(List<Booking> bookings, CancellationToken stop)
    {
        var ids = bookings.Select(b => b.Id).ToList();
        var courseIds = bookings.Select(b => b.CourseId).ToList();
        var patientIds = bookings.Select(b => b.PatientId).ToList();
        var sessions = await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.BookingId)).ToDictionaryAsync(s => s.BookingId, stop);
        var courses = await db.Courses.AsNoTracking().Where(c => courseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var patients = await db.Patients.AsNoTracking().Where(p => patientIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var staff = await db.StaffMembers.AsNoTracking().ToDictionaryAsync(s => s.Id, stop);
        var places = await db.Places.AsNoTracking().ToDictionaryAsync(p => p.Id, stop);
        return
        [
            .. bookings.Select(b =>
            {
                var session = sessions.GetValueOrDefault(b.Id);
                return new BoardVisit(b, patients[b.PatientId], courses[b.CourseId], session, VisitProgress.Of(b, session), StaffOf(b, staff), RoomOf(b, places));
            }),
        ];
    }

    private static string? StaffOf(Booking booking, Dictionary<Guid, StaffMember> staff) =>
        booking.Segments.LastOrDefault(s => s.StaffId is not null) is { StaffId: { } id } ? staff.GetValueOrDefault(id)?.Name : null;

    private static string? RoomOf(Booking booking, Dictionary<Guid, Place> places) =>
        string.Join(", ", booking.Segments.Select(s => s.PlaceId).OfType<Guid>().Distinct().Select(id => places.GetValueOrDefault(id)?.Name).OfType<string>());
}
