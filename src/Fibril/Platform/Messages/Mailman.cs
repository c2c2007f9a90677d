using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Messages;

/// <summary>
/// Carries what is due, oldest first, each mail once. While the server is down everything waits in its order;
/// a mail that is refused for itself steps aside for the others.
/// </summary>
public sealed class Mailman(IServiceScopeFactory scopes, IMailTransport transport, Settings settings, TimeProvider clock, ILogger<Mailman> log) : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private readonly SemaphoreSlim turn = new(1, 1);
    private DateTime serverBackAt = DateTime.MinValue;
    private int serverFailures;

    /// <summary>Sends what is due in every clinic. Returns how many mails left.</summary>
    public async Task<int> SendDueAsync(CancellationToken stop = default)
    {
        await turn.WaitAsync(stop);
        try
        {
            return clock.Now() < serverBackAt ? 0 : await SendAllAsync(stop);
        }
        catch (MailServerDownException e)
        {
            serverFailures++;
            serverBackAt = clock.Now() + TimeSpan.FromSeconds(Math.Min(600, 10 * Math.Pow(2, serverFailures)));
            log.LogWarning(e, "The mail server does not answer; the next try is at {At}", serverBackAt);
            return 0;
        }
        finally
        {
            await transport.CloseAsync();
            turn.Release();
        }
    }

    private async Task<int> SendAllAsync(CancellationToken stop)
    {
        var sent = 0;
        foreach (var (clinic, id) in await DueAsync(stop))
        {
            sent += await new Delivery(scopes, transport, settings, clock, log).RunAsync(clinic, id, clock.Now() + Lease, stop) ? 1 : 0;
            serverFailures = 0;
        }

        return sent;
    }

    private async Task<List<(Guid Clinic, Guid Id)>> DueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now();
        var due = await scope.ServiceProvider.GetRequiredService<ClinicDb>().Messages.IgnoreQueryFilters().AsNoTracking()
            .Where(m => m.State == MessageState.Queued && m.NotBefore <= now)
            .Where(m => (m.LeasedUntil == null || m.LeasedUntil < now) && (m.RetryAt == null || m.RetryAt <= now))
            .OrderBy(m => m.NotBefore).ThenBy(m => m.Id)
            .Select(m => new { m.ClinicId, m.Id }).Take(500).ToListAsync(stop);
        return [.. due.Select(m => (m.ClinicId, m.Id))];
    }

    public void Dispose() => turn.Dispose();
}
