using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Fibril.Tests.Support;

/// <summary>Debian's aiosmtpd on a free port, keeping what it is given in a Maildir. May be stopped and started again on the same port.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("fibril-smtp-").FullName;
    private Process? process;

    public int Port { get; } = FreePort();

    public string Uri => $"smtp://127.0.0.1:{Port}";

    /// <summary>Mails in the order they arrived.</summary>
    public IReadOnlyList<string> Mails =>
        Directory.Exists(Path.Combine(directory, "box", "new"))
            ? [.. Directory.GetFiles(Path.Combine(directory, "box", "new")).OrderBy(Arrival).Select(File.ReadAllText)]
            : [];

    /// <summary>Seconds, and the count of the server since it started (…Q3…): what the name holds between them is not padded, and a file system's clock is coarse.</summary>
    private static (long Second, int Count) Arrival(string file)
    {
        var name = Path.GetFileName(file);
        var count = name.AsSpan(name.IndexOf('Q', StringComparison.Ordinal) + 1);
        return (long.Parse(name.AsSpan(0, name.IndexOf('.', StringComparison.Ordinal)), CultureInfo.InvariantCulture), int.Parse(count[..count.IndexOf('.')], CultureInfo.InvariantCulture));
    }

    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{Port}", "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(directory, "box")])
        {
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await AnswersAsync(patience.Token))
        {
            await Task.Delay(20);
        }
    }

    public async Task StopAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await StopAsync();
        }

        Directory.Delete(directory, true);
    }

    /// <summary>The server greets with 220 once it is up.</summary>
    private async Task<bool> AnswersAsync(CancellationToken stop)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, stop);
            using var reader = new StreamReader(client.GetStream());
            return (await reader.ReadLineAsync(stop))?.StartsWith("220", StringComparison.Ordinal) == true;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            Assert.False(process!.HasExited, "aiosmtpd did not start");
            return false;
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
