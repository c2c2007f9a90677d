using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>Nothing starts with half a protocol: a rule that cannot be judged is found now and not at the first decision.</summary>
public sealed class CheckProtocol : IHostedService
{
    /// <exception cref="ProtocolException">A rule cannot be judged; the message names the file, the line, and what would be right.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ProtocolPack.Current.Checked();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
