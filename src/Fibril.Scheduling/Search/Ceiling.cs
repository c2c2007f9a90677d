using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>A first bound of the weight in a second: which visits could be served if nothing but the sums of minutes counted.</summary>
internal static class Ceiling
{
    /// <summary>Cuts for all teams and kinds of places together; without the times in the model, many are cheap.</summary>
    private const int Most = 6000;

    /// <summary>No plan has more weight.</summary>
    public static int Of(IReadOnlyList<VisitOptions> options, EnergyCuts cuts, Effort effort)
    {
        var all = options.Sum(o => o.Visit.Weight);
        var cp = new CpModel();
        var served = options.Select(o => o.Visit.Must ? LinearExpr.Constant(1) : cp.NewBoolVar("")).ToList();
        foreach (var cut in cuts.Tightest(EnergyCuts.Kept, Most))
        {
            cp.Add(LinearExpr.WeightedSum(served, cut.Energy) <= cut.Capacity);
        }

        cp.Maximize(LinearExpr.WeightedSum(served, options.Select(o => o.Visit.Weight)));
        var bound = Solver.Bound(cp, effort, Work.Ceiling);
        return bound is { } most ? Math.Min(all, (int)Math.Floor(most + 1e-6)) : all;
    }
}
