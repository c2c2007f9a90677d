using System.Text.Json;

namespace Fibril.Scheduling;

/// <summary>Reads a visit type: its segments, the gaps between them, and which one leads.</summary>
internal static class VisitTypeReader
{
    public static VisitType Read(Field field, TimeReader times)
    {
        var segments = field["segments"].Items().ToList();
        DayReader.Once(segments.Select(s => s["name"]), "a segment of this type");
        for (var i = 0; i < segments.Count; i++)
        {
            CheckGap(segments[i], i + 1 < segments.Count ? segments[i + 1] : null);
        }

        var read = segments.Select(s => Segment(s, times)).ToList();
        int? lead = null;
        if (field.Maybe("lead") is { } name)
        {
            lead = read.FindIndex(s => s.Name == name.Text());
            if (lead < 0)
            {
                name.Say($"{name.Shown()} names no segment of this type");
            }
            else if (read[lead.Value].Needs.Count == 0)
            {
                name.Say($"{name.Shown()} is a segment that needs nobody");
            }
        }

        return new(field["id"].Text(), field.Maybe("title")?.Text(), lead, read);
    }

    private static Segment Segment(Field field, TimeReader times) => new(
        field["name"].Text(),
        times.Length(field["minutes"]),
        [.. field["needs"].Items().Select(n => (IReadOnlyList<string>)[.. n.Items().Select(r => r.Text())])],
        Kind(field),
        field.Maybe("gapAfter") is { } gap ? Gap(gap, times) : Scheduling.Gap.None);

    private static Gap Gap(Field field, TimeReader times) => new(
        times.Length(field["min"]),
        times.Length(field["max"]),
        field.Maybe("place")?.Text() switch { "hold" => PlaceInGap.Hold, "keep" => PlaceInGap.Keep, _ => PlaceInGap.Free },
        field.Maybe("staff")?.Text() == "keep",
        field.Maybe("product")?.Text());

    private static void CheckGap(Field segment, Field? next)
    {
        if (segment.Maybe("gapAfter") is not { } gap)
        {
            return;
        }

        if (next is not { } after)
        {
            gap.Say("the last segment has no gap after it");
            return;
        }

        if (gap["min"].Whole() > gap["max"].Whole())
        {
            gap["min"].Say($"{gap["min"].Shown()} is more than \"max\", {gap["max"].Shown()}");
        }

        if (gap.Maybe("place") is { } place && place.Text() != "free")
        {
            if (Kind(segment) is null)
            {
                place.Say($"{place.Shown()} on a segment without a place");
            }
            else if (place.Text() == "keep" && Kind(segment) != Kind(after))
            {
                place.Say("\"keep\" between different kinds of place");
            }
        }

        if (gap.Maybe("staff") is { } staff && staff.Text() == "keep" && segment["needs"].Value.GetArrayLength() != after["needs"].Value.GetArrayLength())
        {
            staff.Say("\"keep\" between segments that need different numbers of people");
        }
    }

    private static string? Kind(Field segment) => segment["place"].Is(JsonValueKind.Null) ? null : segment["place"].Text();
}
