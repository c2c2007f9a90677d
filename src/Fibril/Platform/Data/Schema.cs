using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Data;

/// <summary>Brings the tables up to date.</summary>
public static class Schema
{
    /// <summary>Safe to repeat, and quick when nothing is to do: to migrate, EF builds its whole model a second time.</summary>
    /// <exception cref="NewerDatabaseException">A newer program has been here; nothing was changed.</exception>
    public static async Task BringUpToDateAsync(ClinicDb db, CancellationToken stop = default)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        if (applied.Except(known).LastOrDefault() is { } unknown)
        {
            throw new NewerDatabaseException(unknown);
        }

        if (known.Except(applied).Any())
        {
            await db.Database.MigrateAsync(stop);
        }
    }
}

/// <summary>The database has a step that this program does not have.</summary>
public sealed class NewerDatabaseException(string step) : Exception($"""
    The database was brought up to date by a newer Fibril than this one: it has the step {step}.
    This program could misread or damage its records, so it has not started, and nothing was changed.
    Start the newer Fibril again; or put back the backup from before the upgrade, and start this one on that.
    """);
