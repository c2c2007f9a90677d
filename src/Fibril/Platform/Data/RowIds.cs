using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Fibril.Platform.Data;

/// <summary>A new row belongs to the clinic of its context; its key is ordered by time (version 7), so that new rows lie together.</summary>
internal static class RowIds
{
    public static void GiveTo(ClinicDb db) => db.ChangeTracker.Tracking += (_, tracking) => Give(db, tracking);

    private static void Give(ClinicDb db, EntityTrackingEventArgs tracking)
    {
        if (tracking is { FromQuery: false, State: EntityState.Added, Entry.Entity: ClinicRow row })
        {
            row.BelongTo(db.ClinicId, Guid.CreateVersion7());
        }
    }
}
