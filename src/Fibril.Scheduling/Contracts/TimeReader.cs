namespace Fibril.Scheduling;

/// <summary>Reads times and lengths onto the grid of a day; 0 where there was a problem, which is told.</summary>
internal sealed class TimeReader(DayClock clock)
{
    public DayClock Clock => clock;

    public int Unit(Field field)
    {
        var unit = clock.Unit(field.Text(), out var wrong);
        if (unit is null)
        {
            field.Say($"{field.Shown()} {wrong}");
        }

        return unit ?? 0;
    }

    /// <summary>A time before or after which something may not be: as good as never where it lies far from the date.</summary>
    public int Limit(Field field) => Math.Clamp(Unit(field), -clock.Far, clock.Far);

    public int Length(Field field)
    {
        if (field.Whole() % clock.Granularity != 0)
        {
            field.Say($"{field.Shown()} is off the grid of {clock.Granularity} minutes");
        }

        return field.Whole() / clock.Granularity;
    }

    /// <summary>Intervals in order, none empty, none touching the one before; without what lies far from the date.</summary>
    public IReadOnlyList<Span> Intervals(Field field)
    {
        var spans = new List<Span>();
        foreach (var pair in field.Items())
        {
            var known = field.Problems.Count;
            var span = new Span(Unit(pair[0]), Unit(pair[1]));
            if (field.Problems.Count == known && span.Length <= 0)
            {
                pair.Say("the interval is empty: it must end after it starts");
            }
            else if (field.Problems.Count == known && spans.Count > 0 && spans[^1].To >= span.From)
            {
                pair.Say("intervals must stand in order and neither overlap nor touch");
            }

            spans.Add(span);
        }

        return [.. spans.Select(s => new Span(Math.Max(s.From, -clock.Far), Math.Min(s.To, clock.Far))).Where(s => s.Length > 0)];
    }
}
