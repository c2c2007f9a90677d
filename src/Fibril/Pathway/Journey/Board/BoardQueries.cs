using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>What board and delay both read.</summary>
internal static class BoardQueries
{
    /// <summary>Visits of the clinic's day that were booked and not cancelled, in order.</summary>
    public static Task<List<Booking>> TodayAsync(ClinicDb db, Clinic clinic, DateOnly today, CancellationToken stop = default)
    {
        var (from, to) = VisitTimes.DayOf(clinic.Zone, today);
        return db.Bookings.AsNoTracking()
            .Where(b => b.StartsAt >= from && b.StartsAt < to && b.CancelledAt == null && b.HeldUntil == null)
            .OrderBy(b => b.StartsAt).ToListAsync(stop);
    }

    /// <summary>Their sessions by booking.</summary>
    public static async Task<Dictionary<Guid, Session>> SessionsAsync(ClinicDb db, IEnumerable<Booking> bookings, CancellationToken stop = default)
    {
        var ids = bookings.Select(b => b.Id).ToList();
        return await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.BookingId)).ToDictionaryAsync(s => s.BookingId, stop);
    }

    /// <summary>Whose needling of today has not begun and who is here or may come, in order.</summary>
    public static async Task<IReadOnlyList<(Booking Booking, Session? Session)>> AwaitingAsync(ClinicDb db, Clinic clinic, DateTime now, CancellationToken stop = default)
    {
        var bookings = await TodayAsync(db, clinic, clinic.DayOf(now), stop);
        var sessions = await SessionsAsync(db, bookings, stop);
        return [.. bookings.Select(b => (b, sessions.GetValueOrDefault(b.Id))).Where(v => NeedRules.AwaitsNeedle(v.b, v.Item2, now))];
    }

    /// <summary>How long the cream of a visit works and may stay: the one that is on, else the planned one; null where there is none.</summary>
    public static async Task<Dwell?> DwellAsync(ClinicDb db, Booking booking, Session? session, CancellationToken stop = default)
    {
        var id = session?.Cream?.Product ?? (session is not null && SessionGate.IsTicked(session, SessionGate.NoCream) ? "none" : null) ?? (await PlanOfAsync(db, booking, session, stop))?.Anaesthetic ?? "none";
        if (booking.Kind != VisitKind.Session || id == "none")
        {
            return null;
        }

        return await DwellAsync(db, booking.CourseId, id, stop);
    }

    /// <summary>An open session keeps the plan that it began with.</summary>
    private static Task<Plan?> PlanOfAsync(ClinicDb db, Booking booking, Session? session, CancellationToken stop) => session is null
        ? PlanQueries.CurrentAsync(db, booking.CourseId, stop)
        : db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == session.PlanId, stop);

    /// <summary>How long this cream works and may stay on the skin of this course's person.</summary>
    public static async Task<Dwell> DwellAsync(ClinicDb db, Guid courseId, string anaesthetic, CancellationToken stop = default)
    {
        var told = await db.Consultations.AsNoTracking().Where(c => c.CourseId == courseId).OrderByDescending(c => c.StartedAt).FirstOrDefaultAsync(stop);
        return ProtocolPack.Current.Anaesthetic(anaesthetic).DwellOn((told?.Answers ?? []).SelectMany(a => a.Items).Any(i => i is { Kind: AnswerItemKind.Condition, Id: "atopic-dermatitis" }));
    }
}
