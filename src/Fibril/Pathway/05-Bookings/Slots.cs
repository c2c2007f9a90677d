using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings;

/// <summary>Takes and gives back the 5-minute units of a booking. The primary key decides who was first.</summary>
internal static class Slots
{
    private const string Table = "occupancy";

    /// <summary>
    /// Holds whose time ran out are free again; the next booker clears them, and what became of them stays known for a while.
    /// A request stays until it is ended with a word to the person.
    /// </summary>
    public static async Task SweepAsync(ClinicDb db, DateTime now)
    {
        var over = db.Bookings.Where(b => b.HeldUntil <= now && b.RequestedAt == null);
        if (await over.AnyAsync(b => b.CancelledAt == null)) // most bookers find none, and a statement that deletes has to wait for whoever writes
        {
            await db.InTurnAsync(() => EndAsync(db, over, now));
        }
    }

    /// <summary>The version rises with it: who read the hold before and would book it now has lost a race.</summary>
    private static async Task<int> EndAsync(ClinicDb db, IQueryable<Booking> over, DateTime now)
    {
        await db.Occupancies.Where(o => over.Select(b => b.Id).Contains(o.BookingId)).ExecuteDeleteAsync();
        await over.Where(b => b.CancelledAt == null).ExecuteUpdateAsync(s => s
            .SetProperty(b => b.CancelledAt, now).SetProperty(b => b.CancelledWhy, HoldRules.TimeIsOver).SetProperty(b => b.Version, b => b.Version + 1));
        return await over.Where(b => b.HeldUntil <= now - HoldRules.KnownFor).ExecuteDeleteAsync();
    }

    /// <summary>A hold lasts until then, or is booked; written with the next save.</summary>
    /// <param name="until">Null when it is booked.</param>
    public static async Task KeepAsync(ClinicDb db, Booking booking, DateTime? until)
    {
        booking.HoldUntil(until);
        await db.Occupancies.Where(o => o.BookingId == booking.Id).ForEachAsync(o => o.ExpiresAt = until);
    }

    /// <summary>What is taken in a span of time, holds that still last among it.</summary>
    /// <param name="except">Bookings whose own time counts as free.</param>
    public static async Task<HashSet<(Guid ResourceId, DateTime UnitStart)>> TakenAsync(ClinicDb db, DateTime from, DateTime to, DateTime now, IReadOnlyCollection<Guid> except, CancellationToken stop = default)
    {
        var taken = await db.Occupancies.AsNoTracking()
            .Where(o => o.UnitStart >= from && o.UnitStart < to && (o.ExpiresAt == null || o.ExpiresAt > now) && !except.Contains(o.BookingId))
            .Select(o => new { o.ResourceId, o.UnitStart }).ToListAsync(stop);
        return [.. taken.Select(t => (t.ResourceId, t.UnitStart))];
    }

    /// <summary>Takes what the booking's segments need and gives back what they no longer need; written with the next save.</summary>
    public static Task TakeAsync(ClinicDb db, Booking booking, IReadOnlyDictionary<Guid, int> turnover) => TakeAsync(db, [booking], turnover);

    /// <summary>The same for several at once, of which one may take what another gives back.</summary>
    public static async Task TakeAsync(ClinicDb db, IReadOnlyList<Booking> bookings, IReadOnlyDictionary<Guid, int> turnover)
    {
        var wanted = bookings.SelectMany(b => VisitLayout.UnitsOf(b.Segments, turnover, b.PatientId).Select(u => (Unit: u, Booking: b))).ToDictionary(w => w.Unit, w => w.Booking);
        var ids = bookings.Select(b => b.Id).ToList();
        var had = (await db.Occupancies.Where(o => ids.Contains(o.BookingId)).ToListAsync()).ToLookup(o => wanted.GetValueOrDefault((o.ResourceId, o.UnitStart))?.Id == o.BookingId);
        db.RemoveRange(had[false]);
        foreach (var kept in had[true])
        {
            kept.ExpiresAt = wanted[(kept.ResourceId, kept.UnitStart)].HeldUntil;
        }

        var known = had[true].Select(o => (o.ResourceId, o.UnitStart)).ToHashSet();
        db.AddRange(wanted.Where(w => !known.Contains(w.Key)).Select(w => new Occupancy
        {
            ClinicId = db.ClinicId,
            ResourceId = w.Key.ResourceId,
            UnitStart = w.Key.UnitStart,
            BookingId = w.Value.Id,
            ExpiresAt = w.Value.HeldUntil,
        }));
    }

    /// <summary>Takes units for visits that run over, where nobody has them yet; written with the next save. Call it after the others took theirs.</summary>
    public static async Task TakeMoreAsync(ClinicDb db, IEnumerable<((Guid ResourceId, DateTime UnitStart) Unit, Guid BookingId)> wanted)
    {
        var first = wanted.DistinctBy(w => w.Unit).ToList();
        if (first.Count == 0)
        {
            return;
        }

        var (from, to) = (first.Min(w => w.Unit.UnitStart), first.Max(w => w.Unit.UnitStart));
        await db.Occupancies.Where(o => o.UnitStart >= from && o.UnitStart <= to).LoadAsync();
        var known = db.Occupancies.Local.Select(o => (o.ResourceId, o.UnitStart)).ToHashSet(); // without what is given back
        db.AddRange(first.Where(w => !known.Contains(w.Unit)).Select(w => new Occupancy { ClinicId = db.ClinicId, ResourceId = w.Unit.ResourceId, UnitStart = w.Unit.UnitStart, BookingId = w.BookingId }));
    }

    /// <summary>Gives back everything from a moment on; written with the next save.</summary>
    public static async Task FreeAsync(ClinicDb db, Booking booking, DateTime from) =>
        db.RemoveRange(await db.Occupancies.Where(o => o.BookingId == booking.Id && o.UnitStart >= from).ToListAsync());

    /// <summary>Saves; false when another booking was first. Nothing is written then, and the context is empty again.</summary>
    /// <param name="still">What else must still be so in the writer's turn: intervals and breaks, which no key of the database knows.</param>
    /// <remarks>Looked at once more in the writer's turn, so that losing a race is an answer and no failed statement; the primary key still has the last word.</remarks>
    public static Task<bool> TrySaveAsync(ClinicDb db, Act act, Func<Task<bool>>? still = null, CancellationToken stop = default) => db.InTurnAsync(
        async () =>
        {
            if (await IsGoneAsync(db, stop) || (still is not null && !await still()))
            {
                db.ChangeTracker.Clear();
                return false;
            }

            return await UniqueKey.TrySaveAsync(db, act, Table);
        },
        stop);

    private static async Task<bool> IsGoneAsync(ClinicDb db, CancellationToken stop)
    {
        var wanted = db.ChangeTracker.Entries<Occupancy>().Where(e => e.State == EntityState.Added).Select(e => (e.Entity.ResourceId, e.Entity.UnitStart)).ToHashSet();
        if (wanted.Count == 0)
        {
            return false;
        }

        var given = db.ChangeTracker.Entries<Occupancy>().Where(e => e.State == EntityState.Deleted).Select(e => (e.Entity.ResourceId, e.Entity.UnitStart)).ToHashSet();
        var resources = wanted.Select(w => w.ResourceId).Distinct().ToList();
        var (from, to) = (wanted.Min(w => w.UnitStart), wanted.Max(w => w.UnitStart));
        var there = await db.Occupancies.AsNoTracking().Where(o => resources.Contains(o.ResourceId) && o.UnitStart >= from && o.UnitStart <= to)
            .Select(o => new { o.ResourceId, o.UnitStart }).ToListAsync(stop);
        return there.Exists(o => wanted.Contains((o.ResourceId, o.UnitStart)) && !given.Contains((o.ResourceId, o.UnitStart)));
    }
}
