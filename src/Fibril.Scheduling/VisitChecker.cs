namespace Fibril.Scheduling;

/// <summary>Holds one planned visit against its type, its window and the kinds of people and places it needs.</summary>
internal static class VisitChecker
{
    public static IEnumerable<string> Check(DayProblem day, PlannedVisit planned)
    {
        var (visit, segments) = (planned.Visit, planned.Visit.Type.Segments);
        if (planned.Segments.Count != segments.Count)
        {
            return [$"{visit.Id} has {planned.Segments.Count} segments of {segments.Count}"];
        }

        return
        [
            .. Times(day, planned),
            .. segments.SelectMany((s, i) => Staff(day, planned, s, i)),
            .. segments.SelectMany((s, i) => Place(day, planned, s, i)),
            .. Wishes(planned),
        ];
    }

    private static IEnumerable<string> Times(DayProblem day, PlannedVisit planned)
    {
        var minutes = day.Clock.Granularity;
        var (visit, segments) = (planned.Visit, planned.Visit.Type.Segments);
        for (var i = 0; i + 1 < segments.Count; i++)
        {
            var gap = planned.Segments[i + 1].Start - planned.Of(i).To;
            if (gap < segments[i].GapAfter.Min || gap > segments[i].GapAfter.Max)
            {
                yield return $"{visit.Id}: {gap * minutes} minutes after {segments[i].Name}, allowed are {segments[i].GapAfter.Min * minutes} to {segments[i].GapAfter.Max * minutes}";
            }
        }

        if (visit.Fixed is null && (planned.Start < visit.Earliest || planned.End > visit.Latest))
        {
            yield return $"{visit.Id} is outside its window";
        }

        if (visit.Fixed is { } promised && !promised.Zip(planned.Segments).All(p => p.First.Start == p.Second.Start && p.First.Place == p.Second.Place && p.First.Staff.SequenceEqual(p.Second.Staff)))
        {
            yield return $"{visit.Id} is fixed and was changed";
        }
    }

    private static IEnumerable<string> Staff(DayProblem day, PlannedVisit planned, Segment segment, int i)
    {
        var staff = planned.Segments[i].Staff;
        if (staff.Count != segment.Needs.Count || staff.Distinct(StringComparer.Ordinal).Count() != staff.Count)
        {
            yield return $"{planned.Visit.Id}: {segment.Name} needs {segment.Needs.Count} different people";
        }
        else if (!segment.Needs.Zip(staff).All(n => day.Staff.Any(p => p.Id == n.Second && p.Roles.Intersect(n.First, StringComparer.Ordinal).Any())))
        {
            yield return $"{planned.Visit.Id}: {segment.Name} is done by somebody without the role";
        }

        if (segment.GapAfter.KeepsStaff && !staff.SequenceEqual(planned.Segments[i + 1].Staff))
        {
            yield return $"{planned.Visit.Id}: the people change after {segment.Name}";
        }
    }

    private static IEnumerable<string> Place(DayProblem day, PlannedVisit planned, Segment segment, int i)
    {
        var place = planned.Segments[i].Place;
        if (place is null != segment.Place is null || (place is not null && !day.Places.Any(p => p.Id == place && p.Kind == segment.Place)))
        {
            yield return $"{planned.Visit.Id}: {segment.Name} is not in a {segment.Place ?? "place of no kind"}";
        }

        if (segment.GapAfter.Place == PlaceInGap.Keep && place != planned.Segments[i + 1].Place)
        {
            yield return $"{planned.Visit.Id}: the place changes after {segment.Name}";
        }
    }

    private static IEnumerable<string> Wishes(PlannedVisit planned)
    {
        if (planned.Visit is { Preferred: { Strict: true } preferred, Type.Lead: { } lead } && !(planned.Segments[lead].Staff is [var first, ..] && preferred.Ids.Contains(first)))
        {
            yield return $"{planned.Visit.Id} is not led by {string.Join(" or ", preferred.Ids)}";
        }
    }
}
