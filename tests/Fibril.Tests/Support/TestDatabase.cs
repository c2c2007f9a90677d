using Fibril.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fibril.Tests.Support;

/// <summary>
/// One fresh database per test class, copied from a migrated template. <c>FIBRIL_TEST_POSTGRES</c> holds the server's
/// connection string when the suite runs on PostgreSQL; without it the suite runs on SQLite.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("FIBRIL_TEST_POSTGRES");
    private static readonly SemaphoreSlim Once = new(1, 1);
    private static string? template;
    private readonly string directory;

    private TestDatabase(string directory, string connection) => (this.directory, Connection) = (directory, connection);

    public static bool IsPostgres => Server is { Length: > 0 };

    public string Connection { get; }

    public string Directory => directory;

    public static async Task<TestDatabase> CreateAsync()
    {
        await Once.WaitAsync();
        try
        {
            template ??= IsPostgres ? await PostgresTemplateAsync() : await SqliteTemplateAsync();
        }
        finally
        {
            Once.Release();
        }

        var directory = System.IO.Directory.CreateTempSubdirectory("fibril-test-").FullName;
        return new(directory, IsPostgres ? await CopyPostgresAsync(template) : CopySqlite(template, directory));
    }

    private static async Task<string> SqliteTemplateAsync()
    {
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("fibril-template-").FullName, "template.db");
        var options = new DbContextOptionsBuilder<SqliteClinicDb>().UseSqlite($"Data Source={file};Pooling=False").Options;
        await using var db = new SqliteClinicDb(options, new Caller(TimeProvider.System));
        await db.Database.MigrateAsync();
        return file;
    }

    private static string CopySqlite(string template, string directory)
    {
        var file = Path.Combine(directory, "fibril.db");
        File.Copy(template, file);
        return $"Data Source={file}";
    }

    private static async Task<string> PostgresTemplateAsync()
    {
        var name = $"template_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name}");
        var options = new DbContextOptionsBuilder<PostgresClinicDb>().UseNpgsql(To(name) + ";Pooling=false").Options;
        await using var db = new PostgresClinicDb(options, new Caller(TimeProvider.System));
        await db.Database.MigrateAsync();
        return name;
    }

    private static async Task<string> CopyPostgresAsync(string template)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await Once.WaitAsync();
        try
        {
            await ExecuteAsync($"create database {name} template {template}");
        }
        finally
        {
            Once.Release();
        }

        return To(name);
    }

    private static string To(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20, Timeout = 120, CommandTimeout = 120 }.ConnectionString;

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Connection));
            await ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(Connection).Database} with (force)");
        }
        else
        {
            SqliteConnection.ClearPool(new SqliteConnection(Connection));
        }

        System.IO.Directory.Delete(directory, true);
    }
}
