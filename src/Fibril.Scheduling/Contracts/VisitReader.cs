using System.Text.Json;

namespace Fibril.Scheduling;

/// <summary>Reads booked visits and requests, and holds what they name against what the day has.</summary>
internal sealed class VisitReader(TimeReader times, IReadOnlyList<VisitType> types, IReadOnlyList<Person> staff, IReadOnlyList<Place> places)
{
    private readonly HashSet<string> people = [.. staff.Select(p => p.Id)];
    private readonly HashSet<string> sites = [.. places.Select(p => p.Id)];

    public IEnumerable<Visit> Read(Field root) =>
        root["booked"].Items().Select(Booked).Concat(root["requests"].Items().Select(Request)).OfType<Visit>();

    private Visit? Booked(Field field)
    {
        var type = Type(field);
        if (field.Maybe("fixed") is { } list)
        {
            var segments = list.Items().Select(Fixed).ToList();
            if (type is not null && segments.Count != type.Segments.Count)
            {
                list.Say($"the list has {segments.Count} entries, but the visit type has {type.Segments.Count} segments");
                return null;
            }

            return type is null ? null : new(field["id"].Text(), type, segments[0].Start, segments[^1].Start + type.Segments[^1].Length, null, 0, true, true, segments);
        }

        var window = field["movable"];
        var (earliest, latest, preferred) = (times.Limit(window["earliest"]), times.Limit(window["latest"]), Preferred(window, type));
        return type is null ? null : new(field["id"].Text(), type, earliest, latest, preferred, 0, true, true, null);
    }

    private Visit? Request(Field field)
    {
        var type = Type(field);
        var earliest = field.Maybe("earliest") is { } from ? times.Limit(from) : 0;
        var latest = field.Maybe("latest") is { } to ? times.Limit(to) : times.Clock.Midnight;
        var preferred = Preferred(field, type);
        return type is null ? null : new(field["id"].Text(), type, earliest, latest, preferred, field["weight"].Whole(), false, field["mustServe"].Is(JsonValueKind.True), null);
    }

    private VisitType? Type(Field field)
    {
        var id = field["visitType"];
        var type = types.FirstOrDefault(t => t.Id == id.Text());
        if (type is null)
        {
            id.Say($"{id.Shown()} is not a visit type of this file");
        }

        return type;
    }

    private PlannedSegment Fixed(Field field)
    {
        foreach (var id in field["staff"].Items())
        {
            Known(id, people, "a person");
        }

        var place = field["place"].Is(JsonValueKind.Null) ? null : field["place"].Text();
        if (place is not null)
        {
            Known(field["place"], sites, "a place");
        }

        return new(times.Unit(field["start"]), [.. field["staff"].Items().Select(f => f.Text())], place);
    }

    private Preference? Preferred(Field owner, VisitType? type)
    {
        if (owner.Maybe("preferredStaff") is not { } field)
        {
            return null;
        }

        foreach (var id in field["ids"].Items())
        {
            Known(id, people, "a person");
        }

        if (type is not null && type.Lead is null)
        {
            field.Say($"the visit type {type.Id} names no \"lead\" segment that a preference could be about");
        }

        return new([.. field["ids"].Items().Select(f => f.Text())], field["strict"].Is(JsonValueKind.True));
    }

    private static void Known(Field id, HashSet<string> known, string what)
    {
        if (!known.Contains(id.Text()))
        {
            id.Say($"{id.Shown()} is not {what} of this file");
        }
    }
}
