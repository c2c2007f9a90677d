using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fibril.Bench;

/// <summary>The program's database, read behind its back: what it really holds.</summary>
internal sealed class BookingLedger(string connection)
{
    /// <summary>One visit that stands.</summary>
    /// <param name="Kind">As the program writes it: Session, Consultation, Review.</param>
    public sealed record Visit(Guid Id, string Kind, IReadOnlyList<Stay> Stays);

    /// <summary>Somebody or something that a visit takes, from when to when.</summary>
    public sealed record Stay(Guid Resource, DateTime From, DateTime To);

    /// <summary>Open courses, one for each person, those among them that have an agreed plan, the clinic's time zone, and somebody who talks and needles.</summary>
    public async Task<BookingClinic> ClinicAsync()
    {
        var courses = (await ReadAsync("select id, patient_id from course where closed_at is null order by id", r => (Course: Id(r, 0), Patient: Id(r, 1)))).DistinctBy(c => c.Patient).Select(c => c.Course).ToList();
        var planned = (await ReadAsync("select course_id from plan where agreed_at is not null and superseded_at is null", r => Id(r, 0))).ToHashSet();
        var zone = await ReadAsync("select time_zone from clinic", r => r.GetString(0));
        var practitioners = await ReadAsync("select id from staff_member where role = 'Practitioner' order by id", r => Id(r, 0));
        return new(courses, [.. courses.Where(planned.Contains)], TimeZoneInfo.FindSystemTimeZoneById(zone[0]), practitioners[0]);
    }

    public async Task<IReadOnlyList<Visit>> VisitsAsync() =>
        await ReadAsync("select id, patient_id, segments, kind from booking where cancelled_at is null and no_show_at is null", r => new Visit(Id(r, 0), r.GetString(3), [.. Stays(Id(r, 1), r.GetString(2))]));

    /// <summary>Pairs of visits that have the same person, hands, place or device at the same time: counted from their parts, not from the table that forbids it.</summary>
    public static int Overlaps(IReadOnlyList<Visit> visits) => visits
        .SelectMany(v => v.Stays.Select(s => (v.Id, Stay: s)))
        .GroupBy(s => s.Stay.Resource)
        .Sum(g =>
        {
            var inOrder = g.OrderBy(s => s.Stay.From).ToList();
            return inOrder.Index().Sum(a => inOrder.Skip(a.Index + 1).TakeWhile(b => b.Stay.From < a.Item.Stay.To).Count(b => b.Id != a.Item.Id));
        });

    private static IEnumerable<Stay> Stays(Guid patient, string segments)
    {
        using var json = JsonDocument.Parse(segments);
        foreach (var part in json.RootElement.EnumerateArray())
        {
            var from = part.GetProperty("startsAt").GetDateTime();
            var to = from.AddMinutes(part.GetProperty("minutes").GetInt32());
            yield return new(patient, from, to);
            foreach (var name in new[] { "staffId", "placeId", "deviceId" })
            {
                if (part.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String)
                {
                    yield return new(id.GetGuid(), from, to);
                }
            }
        }
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using DbConnection db = connection.StartsWith("Host=", StringComparison.Ordinal) ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        await db.OpenAsync();
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // the five statements above
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static Guid Id(DbDataReader reader, int column) => Guid.Parse(Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!);
}
