using Fibril.Platform.Jobs;
using Fibril.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fibril.Tests.Platform.Jobs;

/// <summary>A stop is no failure: a service that ends with an exception makes the host log a critical error.</summary>
public class OutboxServiceTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Service_that_is_stopped_while_it_waits_ends_without_an_exception()
    {
        var clock = new WaitedOnClock();
        using var service = ActivatorUtilities.CreateInstance<OutboxService>(clinic.App.Services, clock);
        await service.StartAsync(CancellationToken.None);
        await clock.WaitedOn;

        await service.StopAsync(CancellationToken.None);

        Assert.Equal(TaskStatus.RanToCompletion, await EndOfAsync(service));
    }

    [Fact]
    public async Task Service_that_is_disposed_of_without_a_stop_ends_without_an_exception()
    {
        var clock = new WaitedOnClock();
        var service = ActivatorUtilities.CreateInstance<OutboxService>(clinic.App.Services, clock);
        await service.StartAsync(CancellationToken.None);
        await clock.WaitedOn;

        service.Dispose();

        Assert.Equal(TaskStatus.RanToCompletion, await EndOfAsync(service));
    }

    [Fact]
    public async Task Service_that_is_stopped_while_it_delivers_ends_without_an_exception()
    {
        using var scopes = new SlowScopes();
        var outbox = ActivatorUtilities.CreateInstance<Outbox>(clinic.App.Services, scopes);
        using var service = ActivatorUtilities.CreateInstance<OutboxService>(clinic.App.Services, outbox);
        await service.StartAsync(CancellationToken.None);
        await TurnTheClockUntilAsync(scopes.Asked);

        var stop = service.StopAsync(CancellationToken.None);
        scopes.GiveUp();
        await stop;

        Assert.Equal(TaskStatus.RanToCompletion, await EndOfAsync(service));
    }

    /// <summary>The service sets its timer some time after the start returned.</summary>
    private async Task TurnTheClockUntilAsync(Task seen)
    {
        while (!seen.IsCompleted)
        {
            await Task.WhenAny(seen, Task.Run(() => clinic.Clock.Advance(TimeSpan.FromSeconds(2))));
        }
    }

    private static async Task<TaskStatus> EndOfAsync(BackgroundService service)
    {
        await Task.WhenAny(service.ExecuteTask!, Task.Delay(TimeSpan.FromSeconds(10)));
        return service.ExecuteTask!.Status;
    }

    /// <summary>Says that somebody set a timer.</summary>
    private sealed class WaitedOnClock : TimeProvider
    {
        private readonly TaskCompletionSource waitedOn = new();

        public Task WaitedOn => waitedOn.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            waitedOn.TrySetResult();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    /// <summary>Says that a delivery began, and holds it until the stop has been asked for.</summary>
    private sealed class SlowScopes : IServiceScopeFactory, IDisposable
    {
        private readonly TaskCompletionSource asked = new();
        private readonly ManualResetEventSlim giveUp = new();

        public Task Asked => asked.Task;

        public void GiveUp() => giveUp.Set();

        public IServiceScope CreateScope()
        {
            asked.TrySetResult();
            giveUp.Wait();
            throw new OperationCanceledException();
        }

        public void Dispose() => giveUp.Dispose();
    }
}
