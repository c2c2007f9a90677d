namespace Fibril.Scheduling;

/// <summary>Gives out places that are alike: each stay, by its start, gets the first one that is free and turned over.</summary>
internal static class Colouring
{
    /// <summary>By stay, in the order given: the index of its place.</summary>
    /// <exception cref="InvalidOperationException">More stays at once than places.</exception>
    public static int[] Places(IReadOnlyList<Span> stays, IReadOnlyList<int> places, int turnover)
    {
        var free = places.Select(_ => int.MinValue).ToArray();
        var chosen = new int[stays.Count];
        foreach (var i in Enumerable.Range(0, stays.Count).OrderBy(i => stays[i].From))
        {
            var place = Array.FindIndex(free, f => f <= stays[i].From);
            if (place < 0)
            {
                throw new InvalidOperationException("More stays at once than places.");
            }

            (chosen[i], free[place]) = (places[place], stays[i].To + turnover);
        }

        return chosen;
    }
}
