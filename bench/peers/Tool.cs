using System.ComponentModel;
using System.Diagnostics;

namespace Fibril.Bench.Peers;

/// <summary>A program that a peer needs.</summary>
internal static class Tool
{
    /// <summary>Runs it to its end and returns what it wrote.</summary>
    /// <exception cref="PeerException">It is not installed, or it failed.</exception>
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Start(new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true });
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new PeerException($"'{program} {arguments[0]}' ended with {process.ExitCode}, so json-rules-engine is not measured: {FirstLine(await errors)}");
    }

    private static string FirstLine(string errors) => errors.TrimStart().Split('\n')[0].TrimEnd();

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PeerException($"'{start.FileName}' is not installed, so json-rules-engine is not measured.");
        }
    }
}
