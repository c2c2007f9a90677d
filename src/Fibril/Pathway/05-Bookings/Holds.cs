using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings;

/// <summary>The times that one person keeps while they are still choosing: at most one for a course, and nothing in their own way.</summary>
internal static class Holds
{
    /// <summary>Holds of a course that still last, without requests and without what the waiting list offered: those have an answer of their own.</summary>
    public static async Task<IReadOnlyList<Booking>> OfCourseAsync(ClinicDb db, Guid courseId, DateTime now)
    {
        var lasting = await db.Bookings.AsNoTracking()
            .Where(b => b.CourseId == courseId && b.HeldUntil > now && b.RequestedAt == null && b.CancelledAt == null).OrderBy(b => b.Id).ToListAsync();
        if (lasting.Count == 0)
        {
            return lasting;
        }

        var waits = await db.WaitingEntries.AsNoTracking().FirstOrDefaultAsync(w => w.CourseId == courseId && w.EndedAt == null);
        return [.. lasting.Where(b => b.Id != waits?.Open?.HoldId)];
    }

    /// <summary>Ends them and gives their units back; written with the save that takes another time. Call it before that takes its units.</summary>
    public static async Task EndAsync(ClinicDb db, IReadOnlyList<Booking> holds, DateTime now)
    {
        if (holds.Count == 0)
        {
            return;
        }

        var ids = holds.Select(h => h.Id).ToList();
        await db.Bookings.Where(b => ids.Contains(b.Id)).ForEachAsync(b => b.Cancel(HoldRules.AnotherTime, now));
        db.RemoveRange(await db.Occupancies.Where(o => ids.Contains(o.BookingId)).ToListAsync());
    }
}
