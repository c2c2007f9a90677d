using System.Runtime.InteropServices;

namespace Fibril.Platform.Cli;

/// <summary>
/// Ctrl+C or SIGTERM asks a long search for its best answer so far; a second one ends the program as usual.
/// The command line's own handling is off (it would kill the verb after a while), so that its token never fires.
/// </summary>
public sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly PosixSignalRegistration[] signals;

    /// <param name="stop">Also stops it.</param>
    public StopSignal(CancellationToken stop)
    {
        source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(s => PosixSignalRegistration.Create(s, Hear))];
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var signal in signals)
        {
            signal.Dispose();
        }

        source.Dispose();
    }

    private void Hear(PosixSignalContext context)
    {
        context.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
