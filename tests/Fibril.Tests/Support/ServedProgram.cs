using System.Collections.Concurrent;
using System.Diagnostics;

namespace Fibril.Tests.Support;

/// <summary>The built program as a process of its own on a clinic's data: killed as a power cut would, and started again.</summary>
public sealed class ServedProgram(TestClinic clinic) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> said = new();
    private Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{SmtpServer.FreePort()}");

    /// <summary>Returns when the program answers.</summary>
    public async Task StartAsync(CancellationToken stop)
    {
        process?.Dispose();
        process = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "fibril"),
            ["serve", $"--urls={Address}", $"--database={clinic.Connection}", $"--data={clinic.Directory}", "--jobs=off"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await AnswersAsync(client, stop))
        {
            Assert.False(process.HasExited, $"The program did not start: {string.Join('\n', said)}");
            await again.WaitForNextTickAsync(stop);
        }
    }

    /// <summary>SIGKILL: nothing of the program runs any more, no request is finished, nothing is closed in good order.</summary>
    public void Kill() => process!.Kill();

    public Task GoneAsync(CancellationToken stop) => process!.WaitForExitAsync(stop);

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            Kill();
            await GoneAsync(CancellationToken.None);
            process.Dispose();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken stop)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }
}
