using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings;

/// <summary>Takes and gives back the 5-minute units of a booking. The primary key decides who was first.</summary>
internal static class Slots
{
    private const string Table = "occupancy";

    /// <summary>Holds whose time ran out are free again; the next booker clears them.</summary>
    public static Task SweepAsync(ClinicDb db, DateTime now) =>
        db.Bookings.Where(b => b.HeldUntil != null && b.HeldUntil <= now).ExecuteDeleteAsync();

    /// <summary>Takes what the booking's segments need and gives back what they no longer need; written with the next save.</summary>
    public static async Task TakeAsync(ClinicDb db, Booking booking, IReadOnlyDictionary<Guid, int> turnover)
    {
        var wanted = VisitLayout.UnitsOf(booking.Segments, turnover).ToHashSet();
        var had = await db.Occupancies.Where(o => o.BookingId == booking.Id).ToListAsync();
        db.RemoveRange(had.Where(o => !wanted.Contains((o.ResourceId, o.UnitStart))));
        foreach (var kept in had.Where(o => wanted.Contains((o.ResourceId, o.UnitStart))))
        {
            kept.ExpiresAt = booking.HeldUntil;
        }

        var known = had.Select(o => (o.ResourceId, o.UnitStart)).ToHashSet();
        db.AddRange(wanted.Where(w => !known.Contains(w)).Select(w => new Occupancy
        {
            ClinicId = db.ClinicId,
            ResourceId = w.ResourceId,
            UnitStart = w.UnitStart,
            BookingId = booking.Id,
            ExpiresAt = booking.HeldUntil,
        }));
    }

    /// <summary>Gives back everything from a moment on; written with the next save.</summary>
    public static async Task FreeAsync(ClinicDb db, Booking booking, DateTime from) =>
        db.RemoveRange(await db.Occupancies.Where(o => o.BookingId == booking.Id && o.UnitStart >= from).ToListAsync());

    /// <summary>Saves; false when another booking was first. Nothing is written then, and the context is empty again.</summary>
    public static Task<bool> TrySaveAsync(ClinicDb db, Act act) => UniqueKey.TrySaveAsync(db, act, Table);
}
