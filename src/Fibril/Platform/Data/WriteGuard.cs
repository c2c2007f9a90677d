using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Data;

/// <summary>The second tenant wall: nothing is written into another clinic, whatever was loaded.</summary>
internal static class WriteGuard
{
    /// <exception cref="InvalidOperationException">A row of another clinic, or of none, was about to be written.</exception>
    public static void Check(ClinicDb db)
    {
        if (db.ClinicId == Guid.Empty)
        {
            throw new InvalidOperationException("No clinic: a write needs a caller who belongs to one.");
        }

        var stranger = db.ChangeTracker.Entries<ClinicRow>()
            .FirstOrDefault(e => e.State is not EntityState.Unchanged && e.Entity.ClinicId != db.ClinicId);
        if (stranger is not null)
        {
            throw new InvalidOperationException($"{stranger.Metadata.ClrType.Name}: a row of another clinic cannot be written.");
        }
    }
}
