namespace Fibril.Platform.Jobs;

/// <summary>Drains the outbox while the program runs.</summary>
public sealed class OutboxService(Outbox outbox, TimeProvider clock, ILogger<OutboxService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Pause, clock);
        await using var stop = stoppingToken.Register(tick.Dispose); // ends the wait without an exception, which the host would take for a failure
        while (await tick.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await outbox.DrainAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return; // a fact that was being told is told again after its lease
            }
            catch (Exception e)
            {
                log.LogError(e, "The outbox could not be drained; it is tried again in {Pause}", Pause);
            }
        }
    }
}
