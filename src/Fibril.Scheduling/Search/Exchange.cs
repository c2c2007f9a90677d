namespace Fibril.Scheduling;

/// <summary>Visits that could stand in for each other change places so that most are led by whom they wish for: no time, person or place of the plan is touched.</summary>
internal static class Exchange
{
    public static Timetable Of(Timetable table) => table with
    {
        Visits =
        [
            .. table.Visits.Where(v => v.Visit.Fixed is not null),
            .. table.Visits.Where(v => v.Visit.Fixed is null).GroupBy(v => Symmetries.Key(v.Visit), StringComparer.Ordinal).SelectMany(g => Among([.. g])),
        ],
    };

    /// <summary>Most wishes at once: one that finds its slots taken asks who is there to go to another (augmenting paths; Kuhn 1955).</summary>
    private static List<PlannedVisit> Among(List<PlannedVisit> alike)
    {
        if (alike.TrueForAll(Wishes.IsGranted) || alike[0].Visit.Type.Lead is not { } lead)
        {
            return alike;
        }

        var holder = Enumerable.Repeat(-1, alike.Count).ToArray(); // by slot
        for (var visit = 0; visit < alike.Count; visit++)
        {
            if (alike[visit].Visit.Preferred is not null)
            {
                Seat(visit, new bool[alike.Count]);
            }
        }

        foreach (var visit in Enumerable.Range(0, alike.Count).Except(holder).Where(v => holder[v] < 0).ToList())
        {
            holder[visit] = visit; // stays where it is
        }

        var left = new Queue<int>(Enumerable.Range(0, alike.Count).Except(holder));
        return [.. holder.Select((visit, slot) => alike[visit < 0 ? left.Dequeue() : visit] with { Segments = alike[slot].Segments })];

        bool Seat(int visit, bool[] tried)
        {
            foreach (var slot in Enumerable.Range(0, alike.Count).OrderByDescending(s => s == visit).Where(s => Wishes.Grants(alike[visit].Visit, alike[s].Segments[lead])))
            {
                if (!tried[slot])
                {
                    tried[slot] = true;
                    if (holder[slot] < 0 || Seat(holder[slot], tried))
                    {
                        holder[slot] = visit;
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
