namespace Fibril.Scheduling;

/// <summary>The fewest promises that cannot all be kept: leaving out any one makes the rest possible, as far as could be proven in the time.</summary>
internal static class Conflict
{
    /// <param name="all">Proven impossible together.</param>
    public static IReadOnlyList<Visit> Of(DayProblem day, IReadOnlyList<VisitOptions> all, Effort effort)
    {
        // Each round finds, by halving, the first one that makes the row impossible: it belongs to the conflict, what follows it does not.
        List<VisitOptions> needed = [], row = [.. all];
        while (row.Count > 0 && !IsImpossible(needed))
        {
            var (possible, impossible) = (0, row.Count);
            while (impossible - possible > 1)
            {
                var middle = (possible + impossible) / 2;
                (possible, impossible) = IsImpossible([.. needed, .. row.Take(middle)]) ? (possible, middle) : (middle, impossible);
            }

            needed.Add(row[impossible - 1]);
            row = [.. row.Take(impossible - 1)];
        }

        return [.. all.Where(needed.Contains).Select(o => o.Visit)];

        // What could not be decided counts as possible: then it stays in.
        bool IsImpossible(List<VisitOptions> some) => some.Count > 0 && !effort.IsSpent
            && Solver.Run(DayModel.Whole(day, some, effort), effort, Work.Chance, effort.Left / 4).IsImpossible;
    }
}
