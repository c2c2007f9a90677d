using System.Text.Json;

namespace Fibril.Scheduling;

/// <summary>A day that was read, or why it was refused: one line per problem, each with its JSON pointer.</summary>
public sealed record DayReading(DayProblem? Day, IReadOnlyList<string> Problems);

/// <summary>Reads <c>fibril.day/1</c> strictly: well-formed, of the shape, and of sense (day.md, section 9).</summary>
public static class DayReader
{
    /// <summary>The day, or the problems.</summary>
    public static DayReading Read(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new(null, ["(whole file): is empty; a day is one JSON object."]);
        }

        var problems = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'));
            var root = new Field(document.RootElement, "", problems);
            Twice(root);
            if (problems.Count == 0)
            {
                DayShape.Day(root);
            }

            var day = problems.Count == 0 ? Day(root) : null;
            return new(problems.Count == 0 ? day : null, problems);
        }
        catch (JsonException e)
        {
            return new(null, [$"(whole file): is not JSON that can be read, line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {e.Message.ReplaceLineEndings(" ").Split(" LineNumber:")[0]}"]);
        }
        catch (InvalidOperationException e) // half of a surrogate pair
        {
            return new(null, [$"(whole file): holds a text that cannot be read; {e.Message.ReplaceLineEndings(" ")}"]);
        }
    }

    /// <summary>Says which keys stand twice in one object: which of the two was meant cannot be known.</summary>
    private static void Twice(Field field)
    {
        if (field.Is(JsonValueKind.Array))
        {
            field.Items().ToList().ForEach(Twice);
        }
        else if (field.Is(JsonValueKind.Object))
        {
            foreach (var keys in field.Value.EnumerateObject().GroupBy(p => p.Name, StringComparer.Ordinal).ToList())
            {
                if (keys.Count() > 1)
                {
                    field[keys.Key].Say($"this key stands {keys.Count()} times in one object");
                }

                Twice(field[keys.Key]);
            }
        }
    }

    private static DayProblem? Day(Field root)
    {
        var clock = DayClock.Of(root["date"].Text(), root["timeZone"].Text(), root["granularity"].Whole(), out var wrongDate, out var wrongZone);
        if (clock is null)
        {
            Tell(root["date"], wrongDate);
            Tell(root["timeZone"], wrongZone);
            return null;
        }

        var times = new TimeReader(clock);
        var staff = root["staff"].Items().Select(f => Person(f, times)).ToList();
        Once(root["staff"].Items().Select(f => f["id"]), "a person");
        var places = root["places"].Items().Select(f => new Place(f["id"].Text(), f["kind"].Text(), times.Intervals(f["open"]))).ToList();
        Once(root["places"].Items().Select(f => f["id"]), "a place");
        var turnover = root["turnover"].Value.EnumerateObject().ToDictionary(p => p.Name, p => times.Length(root["turnover"][p.Name]), StringComparer.Ordinal);
        var types = root["visitTypes"].Items().Select(f => VisitTypeReader.Read(f, times)).ToList();
        Once(root["visitTypes"].Items().Select(f => f["id"]), "a visit type");
        var visits = new VisitReader(times, types, staff, places).Read(root).ToList();
        Once(root["booked"].Items().Concat(root["requests"].Items()).Select(f => f["id"]), "a booked visit or request");
        return new(clock, staff, places, turnover, visits);
    }

    private static Person Person(Field field, TimeReader times)
    {
        var breaks = field.Maybe("breaks") is { } list ? list.Items().ToList() : [];
        Once(breaks.Select(b => b["name"]), "a break of this person");
        var work = times.Intervals(field["work"]);
        var (from, to) = (work.Select(w => w.From).FirstOrDefault(), work.Select(w => w.To).LastOrDefault()); // no break is outside
        var person = new Person(
            field["id"].Text(),
            [.. field["roles"].Items().Select(r => r.Text())],
            work,
            [.. breaks.Select(b => new Break(b["name"].Text(), times.Length(b["minutes"]), Math.Max(from, times.Unit(b["earliest"])), Math.Min(to, times.Unit(b["latest"]))))]);
        if (breaks.Count > 0 && field.Problems.Count == 0 && !Breaks.Fit(person))
        {
            field["breaks"].Say($"the breaks of {person.Id} do not fit into the hours of work, even without any visit");
        }

        return person;
    }

    /// <summary>Says which ids or names are used a second time.</summary>
    internal static void Once(IEnumerable<Field> names, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Where(n => !seen.Add(n.Text())))
        {
            name.Say($"{name.Shown()} is already the name of {what}");
        }
    }

    private static void Tell(Field field, string? wrong)
    {
        if (wrong is not null)
        {
            field.Say($"{field.Shown()} {wrong}");
        }
    }
}
