using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fibril.Platform.Data;

/// <summary>Two that want the same key: the database lets one in, on both engines.</summary>
public static class UniqueKey
{
    /// <summary>Saves; false when somebody else has taken a key first. Nothing is written then, and the context is empty again.</summary>
    public static async Task<bool> TrySaveAsync(ClinicDb db, Act act, string? table = null)
    {
        try
        {
            await db.SaveAsync(act);
            return true;
        }
        catch (DbUpdateException e) when (IsTaken(e, table))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <param name="table">Start of the table's name; null = any.</param>
    private static bool IsTaken(DbUpdateException error, string? table) => error.InnerException switch
    {
        SqliteException { SqliteErrorCode: 19 } e => table is null || e.Message.Contains(table + ".", StringComparison.Ordinal),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: var name } => table is null || name?.StartsWith(table, StringComparison.Ordinal) == true,
        _ => false,
    };
}
