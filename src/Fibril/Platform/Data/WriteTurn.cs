using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fibril.Platform.Data;

/// <summary>
/// One writer at a time per clinic, so that the journal is one chain: on SQLite a queue in this process,
/// on PostgreSQL an advisory lock that ends with the transaction.
/// </summary>
internal sealed class WriteTurn : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim? queue;
    private IDbContextTransaction? transaction;

    private WriteTurn(SemaphoreSlim? queue) => this.queue = queue;

    public static async Task<WriteTurn> TakeAsync(ClinicDb db, CancellationToken stop)
    {
        var outer = db.Database.CurrentTransaction;
        var queue = outer is null && db.Database.IsSqlite() ? QueueOf(db) : null;
        if (queue is not null)
        {
            await queue.WaitAsync(stop);
        }

        var turn = new WriteTurn(queue);
        try
        {
            turn.transaction = outer is null ? await db.Database.BeginTransactionAsync(stop) : null;
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({db.ClinicId.ToString()}, 0))", stop);
            }

            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    public Task CommitAsync(CancellationToken stop) => transaction?.CommitAsync(stop) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }

        queue?.Release();
    }

    private static SemaphoreSlim QueueOf(ClinicDb db) =>
        Queues.GetOrAdd(db.Database.GetDbConnection().DataSource, _ => new SemaphoreSlim(1, 1));
}
