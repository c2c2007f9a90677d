using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>
/// Nothing starts with half a protocol: a rule that cannot be judged is found now and not at the first decision. It is read
/// beside everything else that starts, which it need not hold up.
/// </summary>
public sealed class CheckProtocol : IHostedLifecycleService
{
    private Task reading = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        reading = Task.Run(() => ProtocolPack.Current.Checked(), cancellationToken);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="ProtocolException">A rule cannot be judged; the message names the file, the line, and what would be right.</exception>
    public Task StartedAsync(CancellationToken cancellationToken) => reading;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
