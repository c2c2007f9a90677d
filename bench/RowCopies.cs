using System.Globalization;
using Npgsql;

namespace Fibril.Bench;

/// <summary>Many rows out of one: the database copies a prototype, with other keys. What a column holds is then right whatever columns there are.</summary>
internal sealed class RowCopies(string connection)
{
    /// <summary>Key of row n of one kind, as an expression; kinds never meet.</summary>
    public static string Id(int kind, string n) =>
        string.Create(CultureInfo.InvariantCulture, $"(lpad(to_hex({kind}), 8, '0') || lpad(to_hex(({n})::bigint), 24, '0'))::uuid");

    /// <param name="rows">Rows beside the prototype, numbered n from 1.</param>
    /// <param name="changed">Columns that differ, each with an expression of n.</param>
    public async Task AddAsync(string table, int rows, params (string Column, string Value)[] changed)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        List<string> columns = [];
        await using (var ask = new NpgsqlCommand("select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position", open) { Parameters = { new() { Value = table } } })
        await using (var reader = await ask.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                columns.Add(reader.GetString(0));
            }
        }

        var values = columns.Select(c => Array.Find(changed, x => x.Column == c).Value ?? $"p.\"{c}\"");
        var sql = $"""
            set session_replication_role = replica; -- the copies point at each other in any order; nothing here is checked row by row
            insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            select {string.Join(", ", values)} from generate_series(1, {rows.ToString(CultureInfo.InvariantCulture)}) n cross join (select * from {table} limit 1) p
            """;
        await using var copy = new NpgsqlCommand(sql, open) { CommandTimeout = 1800 };
        await copy.ExecuteNonQueryAsync();
    }
}
