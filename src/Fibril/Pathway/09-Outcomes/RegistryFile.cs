using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DuckDB.NET.Data;

namespace Fibril.Pathway.Outcomes;

/// <summary>Writes the rows from one table in memory, so that every format carries the same.</summary>
internal static class RegistryFile
{
    /// <param name="csv">Where to; null for none. An existing file is replaced.</param>
    /// <param name="parquet">Where to; null for none.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(IReadOnlyList<ExportRow> rows, string? csv, string? parquet)
    {
        foreach (var path in new[] { csv, parquet }.OfType<string>())
        {
            File.Create(path).Dispose(); // fails in the words of the system, before anything is done
        }

        using var table = new DuckDBConnection("Data Source=:memory:");
        table.Open();
        Run(table, $"CREATE TABLE registry ({string.Join(", ", ExportRules.Columns.Select(c => $"\"{c.Name}\" {c.Type}"))})");
        Fill(table, rows);
        if (csv is not null)
        {
            Run(table, $"COPY registry TO {Text(csv)} (FORMAT csv, HEADER)");
        }

        if (parquet is not null)
        {
            Run(table, $"COPY registry TO {Text(parquet)} (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    /// <summary>SHA-256 over the rows as text: the same for every format.</summary>
    public static string HashOf(IReadOnlyList<ExportRow> rows)
    {
        var text = string.Join('\n', rows.Select(r => string.Join('\t', ExportRules.Columns.Select(c => Convert.ToString(c.Of(r), CultureInfo.InvariantCulture)))));
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static void Fill(DuckDBConnection table, IReadOnlyList<ExportRow> rows)
    {
        using var insert = table.CreateCommand();
        insert.CommandText = $"INSERT INTO registry VALUES ({string.Join(", ", ExportRules.Columns.Select(_ => "?"))})";
        foreach (var row in rows)
        {
            insert.Parameters.Clear();
            foreach (var column in ExportRules.Columns)
            {
                insert.Parameters.Add(new DuckDBParameter(column.Of(row) ?? DBNull.Value));
            }

            insert.ExecuteNonQuery();
        }
    }

    private static void Run(DuckDBConnection table, string sql)
    {
        using var command = table.CreateCommand();
#pragma warning disable CA2100 // column names of our own and a quoted path
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string Text(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
}
