namespace Fibril.Scheduling;

/// <summary>When each segment of a visit could start among what is free: not a way yet, but without one of these there is none.</summary>
internal sealed class Starts(DayIndex index, Books books)
{
    private readonly List<Row> may = [];
    private readonly Row some = new(index.Axis), one = new(index.Axis);

    public void Find(VisitOptions visit)
    {
        var segments = visit.Visit.Type.Segments;
        while (may.Count < segments.Count)
        {
            may.Add(new(index.Axis));
        }

        for (var s = segments.Count - 1; s >= 0; s--)
        {
            may[s].Clear();
            may[s].Set(visit.Lows[s], visit.Highs[s] + 1, isFree: true);
            People(visit, s);
            Places(visit, s);
            if (s + 1 < segments.Count)
            {
                one.CopyFrom(may[s + 1]);
                one.Reach(segments[s].Length + segments[s].GapAfter.Min, segments[s].Length + segments[s].GapAfter.Max);
                may[s].And(one);
            }
        }
    }

    public bool At(int segment, int start) => may[segment].IsFree(start, start + 1);

    private void People(VisitOptions visit, int s)
    {
        foreach (var need in visit.People[s])
        {
            some.Clear();
            foreach (var person in need)
            {
                books.Free(person, visit.Visit.Type.Segments[s].Length, one);
                some.Or(one);
            }

            may[s].And(some);
        }
    }

    private void Places(VisitOptions visit, int s)
    {
        var stays = visit.Visit.Type.Stays;
        for (var i = 0; i < stays.Count; i++)
        {
            if (stays[i].First != s)
            {
                continue;
            }

            some.Clear();
            foreach (var place in visit.Places[i])
            {
                books.Open(place, visit.Shortest(stays[i]), one);
                some.Or(one);
            }

            may[s].And(some);
        }
    }
}
