using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fibril.Platform.Data;

public sealed class SqliteClinicDb(DbContextOptions<SqliteClinicDb> options, Caller caller) : ClinicDb(options, caller);

public sealed class PostgresClinicDb(DbContextOptions<PostgresClinicDb> options, Caller caller) : ClinicDb(options, caller);

/// <summary>One connection string chooses the engine: <c>Data Source=…</c> is SQLite, <c>Host=…</c> is PostgreSQL.</summary>
public static class Engines
{
    public static IServiceCollection AddClinicDb(this IServiceCollection services, string connection) =>
        IsPostgres(connection)
            ? services.AddDbContext<ClinicDb, PostgresClinicDb>(o => o.UseNpgsql(connection))
            : services.AddDbContext<ClinicDb, SqliteClinicDb>(o => o.UseSqlite(connection).AddInterceptors(new SqlitePragmas()));

    public static bool IsPostgres(string connection) =>
        new DbConnectionStringBuilder { ConnectionString = connection }.ContainsKey("Host");

    /// <summary>Durable before fast: what was acknowledged survives a power cut.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        private const string Pragmas = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteClinicDb>
{
    public SqliteClinicDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteClinicDb>().UseSqlite("Data Source=design.db").Options, new Caller(TimeProvider.System));
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresClinicDb>
{
    public PostgresClinicDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresClinicDb>().UseNpgsql("Host=design").Options, new Caller(TimeProvider.System));
}
