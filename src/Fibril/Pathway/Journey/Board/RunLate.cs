using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Staff;
using Fibril.Practice.Staff.Hours;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>What it means when somebody needs some minutes more: the day as it would run on, and the day with new times. Changes nothing.</summary>
public sealed class RunLate(ClinicDb db, Caller caller)
{
    /// <summary>So long after closing somebody who is here already may still be treated, minutes. Source: clinic.</summary>
    private const int OverClosingMinutes = 120;

    /// <param name="Team">Whoever may be late.</param>
    /// <param name="Shifted">Visits that end later or whose cream stays too long when nothing is done.</param>
    /// <param name="Going">What goes on, as it runs on when the others get new times.</param>
    /// <param name="Replanned">Visits that can still get a new time, in the order of their promise.</param>
    /// <param name="Turnover">Minutes to make a place ready.</param>
    /// <param name="Missing">Who should have been here for a while; nobody plans with them.</param>
    public sealed record View(
        Clinic Clinic, IReadOnlyList<StaffMember> Team, StaffMember? Who, int Minutes, IReadOnlyList<ShiftedVisit> Shifted, IReadOnlyList<ShiftedVisit> Going, IReadOnlyList<ReplannedVisit> Replanned, IReadOnlyDictionary<Guid, int> Turnover, IReadOnlyList<string> Missing)
    {
        /// <summary>All of them find a time, and one at least gets a new one.</summary>
        public bool MayReplan => Replanned.All(r => r.Offer is not null) && Replanned.Any(r => !r.Visit.Booking.Segments.SequenceEqual(r.Offer!.Segments));

        /// <summary>What was looked at, in short: new times are only taken as they were seen.</summary>
        public string Stamp => SessionText.HashOf(string.Join('\n', Replanned.Select(r => $"{r.Visit.Booking.Id} {r.Offer?.Value}")));
    }

    /// <param name="asked">1 to <see cref="LateRules.MostMinutes"/>; with any other number, or none, nothing is worked out.</param>
    public async Task<View> Handle(Guid? who, int? asked, CancellationToken stop = default)
    {
        var clinic = await VisitSubject.ClinicAsync(db);
        var team = await db.StaffMembers.AsNoTracking().Where(s => s.LeftAt == null && (s.Role == Role.Practitioner || s.Role == Role.Assistant)).OrderBy(s => s.Name).ToListAsync(stop);
        var late = team.Find(s => s.Id == who);
        if (late is null || asked is not { } minutes || LateRules.Problem(minutes) is not null)
        {
            return new(clinic, team, late, 0, [], [], [], new Dictionary<Guid, int>(), []);
        }

        var today = clinic.DayOf(caller.Now);
        var bookings = await BoardQueries.TodayAsync(db, clinic, today, stop);
        var sessions = await BoardQueries.SessionsAsync(db, bookings, stop);
        var (open, missing) = await OpenAsync(bookings, sessions, stop);
        var turnover = await db.Places.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.TurnoverMinutes, stop);
        var loose = await LooseAsync(open, sessions, today, VisitTimes.Closing(clinic.Zone, today, clinic.ClosesAt));
        var going = LateRules.Shift([.. open.Except(loose.Select(l => l.Visit))], late.Id, minutes, caller.Now, turnover); // who sits under the cream goes before who has not come
        var taken = await TakenAsync(open, going, late.Id, minutes, turnover, stop);
        return new(
            clinic,
            team,
            late,
            minutes,
            [.. LateRules.Shift(open, late.Id, minutes, caller.Now, turnover).Where(s => s.LateMinutes > 0 || s.IsOverNumbed)],
            going,
            ReplanRules.Lay(loose, taken, turnover),
            turnover,
            missing);
    }

    private async Task<(List<OpenVisit> Open, List<string> Missing)> OpenAsync(List<Booking> bookings, Dictionary<Guid, Session> sessions, CancellationToken stop)
    {
        var people = bookings.Select(b => b.PatientId).ToList();
        var patients = await db.Patients.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        List<OpenVisit> open = [];
        List<string> missing = [];
        foreach (var booking in bookings)
        {
            var (session, patient) = (sessions.GetValueOrDefault(booking.Id), patients[booking.PatientId]);
            if (booking.Stands && VisitStage.IsMissing(booking, caller.Now))
            {
                missing.Add(patient.Name);
            }
            else if (VisitStage.Left(booking, session, caller.Now) is { Count: > 0 } left)
            {
                var (dwell, begun) = (await BoardQueries.DwellAsync(db, booking, session, stop), VisitStage.BeganAt(booking, session, caller.Now) is not null);
                open.Add(new(booking, patient.Name, left, begun, session is { CreamOffAt: null } ? session.CreamOnAt : null, dwell?.MaxMinutes, patient.Email is { Length: > 0 } ? null : patient.Phone ?? "no number"));
            }
        }

        return (open, missing);
    }

    /// <summary>What can still get a new time: nothing is on the skin yet, and no talk has begun.</summary>
    private async Task<List<LooseVisit>> LooseAsync(List<OpenVisit> open, Dictionary<Guid, Session> sessions, DateOnly day, DateTime closing)
    {
        List<LooseVisit> loose = [];
        var absent = (await db.StaffHours.AsNoTracking().ToListAsync()).Where(h => !HoursRules.Works(h, day)).Select(h => h.StaffId).ToHashSet();
        foreach (var visit in open.Where(v => VisitStage.IsLoose(v.Booking, sessions.GetValueOrDefault(v.Booking.Id))))
        {
            var (booking, session) = (visit.Booking, sessions.GetValueOrDefault(visit.Booking.Id));
            var question = (await VisitSubject.LoadAsync(db, caller, booking.CourseId, booking.Kind, (clinic, _) => new(clinic.DayOf(caller.Now), 0), booking.PractitionerId, booking.Id))!.Question;
            var ways = session is not null && SessionGate.IsTicked(session, SessionGate.NoCream) ? VisitLayout.Session(VisitLength.For(ProtocolPack.Current, "none", false)) : question.Ways;
            loose.Add(new(
                visit,
                [.. ways.Select(w => session is null ? w : [.. w.Where(p => p.Kind != SegmentKind.CheckIn)])],
                FreeTimes.AsNowFirst([.. question.Crews.Where(c => !absent.Contains(c.HandsId) || booking.Segments.Any(s => s.StaffId == c.HandsId))], booking),
                booking.ArrivedAt is null && booking.StartsAt > caller.Now ? booking.StartsAt : caller.Now,
                booking.ArrivedAt is null ? closing : closing.AddMinutes(OverClosingMinutes)));
        }

        return loose;
    }

    /// <summary>Everything that is not laid anew: other bookings, what goes on as it runs on and as it stands in the diary, and the delay.</summary>
    private async Task<IEnumerable<(Guid, DateTime)>> TakenAsync(List<OpenVisit> open, IReadOnlyList<ShiftedVisit> going, Guid who, int minutes, Dictionary<Guid, int> turnover, CancellationToken stop)
    {
        var (now, moving) = (caller.Now, open.Select(v => v.Booking.Id).Except(going.Select(g => g.Visit.Booking.Id)).ToList());
        var others = await Slots.TakenAsync(db, now.AddHours(-12), now.AddDays(1), now, moving, stop);
        var isBusy = going.Any(g => g.Visit.IsBegun && g.Visit.Left[0].StaffId == who);
        return [.. others, .. isBusy ? [] : ReplanRules.Units(who, now, now.AddMinutes(minutes)), .. going.SelectMany(g => ReplanRules.UnitsOf(g.Then, turnover))];
    }
}
