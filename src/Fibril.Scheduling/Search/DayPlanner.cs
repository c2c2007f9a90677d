namespace Fibril.Scheduling;

/// <summary>Plans a day: what must be, then weight, waiting and finish, each as far as it can be proven within the time.</summary>
public static class DayPlanner
{
    /// <summary>Wall time for everything; the answer must be out within a minute, start of the program included.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(54);

    /// <summary>The plan, or null when time ran out with neither a plan nor a proof that there is none.</summary>
    /// <param name="progress">Told of better plans and bounds, from any thread.</param>
    /// <param name="stop">Ends the search early with the best so far.</param>
    /// <exception cref="InvalidOperationException">A plan that breaks a rule was found: a fault of this program; it is not given out.</exception>
    public static DayPlan? Plan(DayProblem day, TimeSpan? limit = null, Action<DayProgress>? progress = null, CancellationToken stop = default)
    {
        var plan = new DaySearch(day, new Effort(limit ?? Limit, stop), progress ?? (_ => { })).Run();
        return plan?.Table is { } table && DayChecker.Check(day, table) is [var broken, ..]
            ? throw new InvalidOperationException($"The plan breaks a rule and is not given out: {broken}.")
            : plan;
    }
}
