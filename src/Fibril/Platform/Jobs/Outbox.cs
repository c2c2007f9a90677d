using System.Text.Json;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Jobs;

/// <summary>Hands facts to their listeners, oldest first, each listener in a scope and transaction of its own.</summary>
public sealed class Outbox(IServiceScopeFactory scopes, FactTypes types, TimeProvider clock, ILogger<Outbox> log)
{
    /// <summary>So many races a listener may lose before the fact has to wait.</summary>
    private const int Races = 5;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Delivers what is due, in every clinic. Returns how many facts were finished.</summary>
    public async Task<int> DrainAsync(CancellationToken stop = default)
    {
        var done = 0;
        for (var more = true; more;)
        {
            var due = await DueAsync(stop);
            var finished = 0;
            foreach (var (clinic, id) in due)
            {
                finished += await DeliverAsync(clinic, id, stop) ? 1 : 0;
            }

            done += finished;
            more = finished > 0;
        }

        return done;
    }

    private async Task<List<(Guid Clinic, Guid Id)>> DueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        var now = clock.Now();
        var due = await db.Set<OutboxFact>().IgnoreQueryFilters().AsNoTracking()
            .Where(f => f.DoneAt == null && (f.LeasedUntil == null || f.LeasedUntil < now)) // as IsFree
            .OrderBy(f => f.ToldAt).ThenBy(f => f.Id)
            .Select(f => new { f.ClinicId, f.Id }).Take(200).ToListAsync(stop);
        return [.. due.Select(f => (f.ClinicId, f.Id))];
    }

    private async Task<bool> DeliverAsync(Guid clinic, Guid id, CancellationToken stop)
    {
        var fact = await ChangeAsync(clinic, id, f => f.Lease(clock.Now() + Lease), stop, f => f.IsFree(clock.Now()));
        if (fact is null)
        {
            return false;
        }

        try
        {
            foreach (var listener in types.ListenersOf(fact.Type).Where(l => !fact.HeardBy.Contains(l.FullName!)))
            {
                await TellAsync(clinic, fact, listener, stop);
                await ChangeAsync(clinic, id, f => f.Heard(listener.FullName!), stop);
            }

            await ChangeAsync(clinic, id, f => f.Done(clock.Now()), stop);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Fact {Type} {Id} was not heard; it will be told again", fact.Type, id);
            await ChangeAsync(clinic, id, f => f.Failed(e.Message, clock.Now()), stop);
            return false;
        }
    }

    /// <summary>A listener that lost a race has changed nothing: it is told again at once and reads what the other wrote.</summary>
    private async Task TellAsync(Guid clinic, OutboxFact fact, Type listener, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TellOnceAsync(clinic, fact, listener, stop);
                return;
            }
            catch (LostRaceException) when (tries < Races)
            {
                log.LogDebug("{Listener} lost a race over {Id} and is told again", listener.Name, fact.Id);
            }
        }
    }

    private async Task TellOnceAsync(Guid clinic, OutboxFact fact, Type listener, CancellationToken stop)
    {
        await using var scope = Scope(clinic);
        var type = types.Find(fact.Type);
        var body = JsonSerializer.Deserialize(fact.Body, type, Columns.Json)!;
        var handle = typeof(IReact<>).MakeGenericType(type).GetMethod(nameof(IReact<object>.HandleAsync))!;
        await (Task)handle.Invoke(scope.ServiceProvider.GetRequiredService(listener), [body, stop])!;
    }

    /// <summary>Null when another runner took the fact first: after it was listed here, or in this very moment.</summary>
    private async Task<OutboxFact?> ChangeAsync(Guid clinic, Guid id, Action<OutboxFact> change, CancellationToken stop, Func<OutboxFact, bool>? may = null)
    {
        await using var scope = Scope(clinic);
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        var fact = await db.Set<OutboxFact>().FirstAsync(f => f.Id == id, stop);
        if (may?.Invoke(fact) == false)
        {
            return null;
        }

        change(fact);
        try
        {
            await db.SaveAsync(scope.ServiceProvider.GetRequiredService<Caller>().Act("deliver fact"), stop);
            return fact;
        }
        catch (LostRaceException)
        {
            return null;
        }
    }

    private AsyncServiceScope Scope(Guid clinic)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(clinic);
        return scope;
    }
}
