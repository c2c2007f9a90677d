using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Fibril.Platform.Jobs;

/// <summary>
/// The scheduler's own tables, from the script that its package carries. Stands outside the generated migrations,
/// and its number sorts before them, so that <c>bin/migrate Initial</c> does not touch it.
/// </summary>
internal static class QuartzTables
{
    public const string Id = "20260101000000_QuartzTables";

    /// <summary>Statements that create what is missing and never drop; a line <c>--;;</c> parts them.</summary>
    public static void Create(MigrationBuilder builder, string engine)
    {
        var name = $"Quartz.Impl.AdoJobStore.Schema.create_{engine}.sql";
        using var script = new StreamReader(typeof(Quartz.IScheduler).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The scheduler's package carries no {name}."));
        var text = script.ReadToEnd();
        foreach (var statement in text[text.IndexOf("\n--;;", StringComparison.Ordinal)..].Split("--;;", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            builder.Sql(statement.Replace("{0}", "QRTZ_", StringComparison.Ordinal).Replace("{1}", "QRTZ_", StringComparison.Ordinal));
        }
    }
}

[DbContext(typeof(SqliteClinicDb))]
[Migration(QuartzTables.Id)]
internal sealed class SqliteQuartzTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => QuartzTables.Create(migrationBuilder, "sqlite");
}

[DbContext(typeof(PostgresClinicDb))]
[Migration(QuartzTables.Id)]
internal sealed class PostgresQuartzTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => QuartzTables.Create(migrationBuilder, "postgres");
}
