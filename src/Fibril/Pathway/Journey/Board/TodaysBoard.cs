using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Practice.Places;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>The cream that is on somebody's skin now.</summary>
public sealed record CreamOnSkin(NumbingReading Reading, Dwell Dwell, DateTime OnAt);

/// <summary>One visit of the day as the board shows it.</summary>
public sealed record BoardVisit(Booking Booking, Patient Patient, Course Course, Session? Session, VisitProgress Progress, string? Staff, string? Room, CreamOnSkin? Cream)
{
    public SegmentKind? At => VisitStage.At(Booking, Session);
}

/// <summary>Reads the day: visits with their progress, the places they take, and what needs somebody now.</summary>
public sealed class TodaysBoard(ClinicDb db, Caller caller, NeedsReader needs)
{
    /// <param name="Rows">The places from the first visit, or the first time that is still to come, to closing or the last visit's end, in steps of a unit; empty on a day without visits.</param>
    public sealed record Day(Clinic Clinic, DateOnly On, DateTime Now, IReadOnlyList<BoardVisit> Visits, IReadOnlyList<Need> Needs, IReadOnlyList<Place> Places, IReadOnlyList<DiaryRow> Rows);

    public async Task<Day> Handle(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var today = clinic.DayOf(caller.Now);
        var visits = await VisitsAsync(await BoardQueries.TodayAsync(db, clinic, today, stop), stop);
        var standing = visits.Select(v => v.Booking).Where(b => b.Stands).ToList();
        var places = await db.Places.AsNoTracking().Where(p => p.ClosedAt == null).OrderBy(p => p.Kind).ThenBy(p => p.Name).ToListAsync(stop);
        return new(clinic, today, caller.Now, visits, [.. visits.SelectMany(NeedsOf), .. await needs.Handle(stop)], places, Rows(clinic, today, places, standing));
    }

    /// <summary>From a full quarter of an hour, so that the clock beside it can be read.</summary>
    private IReadOnlyList<DiaryRow> Rows(Clinic clinic, DateOnly today, List<Place> places, List<Booking> bookings)
    {
        if (places.Count == 0 || bookings.Count == 0)
        {
            return [];
        }

        var starts = VisitTimes.Starts(clinic.Zone, today, clinic.OpensAt, clinic.ClosesAt, VisitTimes.GridMinutes).Where(s => s > caller.Now);
        var first = bookings.Select(b => b.StartsAt).Concat(starts).Min();
        var last = bookings.Select(b => b.EndsAt).Append(VisitTimes.Closing(clinic.Zone, today, clinic.ClosesAt)).Max();
        return Diary.Lay([.. places.Select(p => p.Id)], bookings, first.AddTicks(-(first.Ticks % TimeSpan.FromMinutes(Diary.RowMinutes).Ticks)), last, Occupancy.UnitMinutes);
    }

    private IEnumerable<Need> NeedsOf(BoardVisit visit) => visit.Cream?.Reading.State switch
    {
        NumbingState.OverMaximum => [new(Urgency.Now, visit.Patient.Name, $"Cream {visit.Cream.Reading.MinutesOnSkin} minutes on the skin, at most {visit.Cream.Dwell.MaxMinutes}: take it off", PageOf(visit), visit.Cream.OnAt)],
        NumbingState.Amber => [new(Urgency.Today, visit.Patient.Name, $"Cream off within {Words.Count(Math.Max(0, visit.Cream.Dwell.MaxMinutes - visit.Cream.Reading.MinutesOnSkin), "minute")}", PageOf(visit), visit.Cream.OnAt)],
        _ => [],
    };

    /// <summary>The front desk has no part in the session record, and calls somebody.</summary>
    public string PageOf(BoardVisit visit) => caller.Role == Role.FrontDesk ? $"/staff/patients/{visit.Patient.Id}" : SessionLinks.Of(visit.Session!.Id, "cream");

    /// <summary>The visit's own page: the session once it is open, else the booking; the front desk has no part in the session record.</summary>
    public string VisitOf(BoardVisit visit) =>
        visit.Session is { } session && caller.Role != Role.FrontDesk ? SessionLinks.Of(session.Id) : BookingLinks.Of(caller, visit.Booking);

    private async Task<IReadOnlyList<BoardVisit>> VisitsAsync(List<Booking> bookings, CancellationToken stop)
    {
        var courseIds = bookings.Select(b => b.CourseId).ToList();
        var patientIds = bookings.Select(b => b.PatientId).ToList();
        var sessions = await BoardQueries.SessionsAsync(db, bookings, stop);
        var courses = await db.Courses.AsNoTracking().Where(c => courseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var patients = await db.Patients.AsNoTracking().Where(p => patientIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var staff = await db.StaffMembers.AsNoTracking().ToDictionaryAsync(s => s.Id, stop);
        var places = await db.Places.AsNoTracking().ToDictionaryAsync(p => p.Id, stop);
        List<BoardVisit> visits = [];
        foreach (var booking in bookings)
        {
            var session = sessions.GetValueOrDefault(booking.Id);
            var dwell = session is { CreamOffAt: null, SignedAt: null } ? await BoardQueries.DwellAsync(db, booking, session, stop) : null;
            var (progress, cream) = (VisitProgress.Of(booking, session, dwell is not null), CreamOf(session, dwell));
            progress = cream is null ? progress : progress with { Tone = NumbingWords.ToneOf(cream.Reading.State) }; // the same colour as its clock beside it
            visits.Add(new(booking, patients[booking.PatientId], courses[booking.CourseId], session, progress, StaffOf(booking, staff), RoomOf(booking, places), cream));
        }

        return visits;
    }

    private CreamOnSkin? CreamOf(Session? session, Dwell? dwell) =>
        dwell is not null && session?.CreamOnAt is { } on ? new(NumbingClock.Read(dwell, on, caller.Now < on ? on : caller.Now), dwell, on) : null;

    private static string? StaffOf(Booking booking, Dictionary<Guid, StaffMember> staff) =>
        booking.Segments.LastOrDefault(s => s.StaffId is not null) is { StaffId: { } id } ? staff.GetValueOrDefault(id)?.Name : null;

    private static string? RoomOf(Booking booking, Dictionary<Guid, Place> places) =>
        string.Join(", ", booking.Segments.Select(s => s.PlaceId).OfType<Guid>().Distinct().Select(id => places.GetValueOrDefault(id)?.Name).OfType<string>());
}
