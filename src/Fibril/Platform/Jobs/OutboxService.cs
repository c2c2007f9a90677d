namespace Fibril.Platform.Jobs;

/// <summary>Drains the outbox while the program runs.</summary>
public sealed class OutboxService(Outbox outbox, TimeProvider clock, ILogger<OutboxService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Pause, clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await outbox.DrainAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "The outbox could not be drained; it is tried again in {Pause}", Pause);
            }
        }
    }
}
