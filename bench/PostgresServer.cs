using System.Diagnostics;

namespace Fibril.Bench;

/// <summary>A throw-away PostgreSQL as the tests start it: from the distribution, on a free port, without durability.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly Process shell;

    private PostgresServer(Process shell, string connection) => (this.shell, Connection) = (shell, connection);

    public string Connection { get; }

    /// <returns>Null, with the reason on standard error, when no server can be started here.</returns>
    public static async Task<PostgresServer?> StartAsync()
    {
        // The server lives as long as the shell that started it, and the shell as long as its input is open.
        const string script = """. bin/postgres.sh; start_postgres || { echo "no PostgreSQL: $postgres_why" >&2; exit 1; }; echo "$postgres_url"; read -r _; stop_postgres""";
        var start = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true };
        var shell = Process.Start(start)!;
        return await shell.StandardOutput.ReadLineAsync() is { Length: > 0 } connection ? new(shell, connection) : null;
    }

    public void Dispose()
    {
        shell.StandardInput.Close();
        shell.WaitForExit();
        shell.Dispose();
    }
}
