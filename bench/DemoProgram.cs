using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Fibril.Bench;

/// <summary><c>bin/fibril demo</c> as somebody starts it in a shell.</summary>
internal sealed class DemoProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(10);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly HttpClient http;
    private readonly Process process;

    private DemoProgram(string data, string? database)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        http = new() { BaseAddress = Address, Timeout = Patience };
        watch.Restart();
        process = Run(database, "demo", "--data", data, "--urls", Address.GetLeftPart(UriPartial.Authority));
    }

    public Uri Address { get; }

    /// <param name="database">Connection string; null is the SQLite file in the folder.</param>
    public static DemoProgram Start(string data, string? database = null) => new(data, database);

    /// <summary><c>bin/fibril</c> builds when a source is newer; asking for the help changes nothing else.</summary>
    public static async Task BuildAsync()
    {
        using var help = Run(null, "--help");
        await ExitedWellAsync(help);
    }

    /// <summary>Time from the command to the last of the pages, each answered with 200 in the end.</summary>
    public async Task<TimeSpan> UntilPagesAsync(params string[] paths)
    {
        foreach (var path in paths)
        {
            while (!await AnswersAsync(path))
            {
                if (process.HasExited || watch.Elapsed > Patience)
                {
                    throw new InvalidOperationException($"No answer from {path} after {watch.Elapsed}.");
                }

                await Task.Delay(BetweenAttempts);
            }
        }

        return watch.Elapsed;
    }

    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await ExitedWellAsync(kill);
        await ExitedWellAsync(process);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(true);
        }

        process.Dispose();
        http.Dispose();
    }

    /// <summary>False while nobody listens; an answer other than 200 is an error.</summary>
    private async Task<bool> AnswersAsync(string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            return true;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return false;
        }
    }

    private static Process Run(string? database, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "bin", "fibril")) { RedirectStandardOutput = true };
        if (database is not null)
        {
            start.Environment["FIBRIL_DATABASE"] = database;
        }

        Array.ForEach(arguments, start.ArgumentList.Add);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine(); // reads and forgets; a full pipe would hold the program up
        return process;
    }

    private static async Task ExitedWellAsync(Process process)
    {
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
