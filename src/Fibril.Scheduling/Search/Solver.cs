using System.Globalization;
using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>What one run of the solver found.</summary>
/// <param name="Table">The best timetable of the run; null when it found none.</param>
/// <param name="Bound">No value of the objective is better than this, as far as is proven.</param>
internal sealed record Solved(CpSolverStatus Status, Timetable? Table, double Bound)
{
    public bool IsProven => Status == CpSolverStatus.Optimal;

    public bool IsImpossible => Status == CpSolverStatus.Infeasible;
}

/// <summary>Runs CP-SAT so that the same day gives the same answer: one seed, one worker, limits in deterministic time.</summary>
internal static class Solver
{
    /// <summary>CP-SAT would take Ctrl+C for itself and leave the program without a handler; whoever calls hears it and tells by the token.</summary>
    private const string Always = "random_seed:1, num_workers:1, catch_sigint_signal:false";

    /// <param name="work">Limit in the solver's deterministic seconds.</param>
    /// <param name="isPart">A small model that is solved often: less is made of it beforehand.</param>
    /// <param name="found">Told of each better solution: its value and the bound then.</param>
    public static Solved Run(DayModel model, Effort effort, double work, double wall = double.MaxValue, Action<double, double>? found = null, bool isPart = false)
    {
        using var solver = new CpSolver();
        solver.StringParameters = string.Create(CultureInfo.InvariantCulture, $"""
            {Always}, {(isPart ? "linearization_level:1, cp_model_probing_level:0, symmetry_level:0" : "linearization_level:2")}, max_deterministic_time:{work}, max_time_in_seconds:{Math.Min(wall, effort.Left)}
            """);
        using var registration = effort.Stop.Register(solver.StopSearch);
        using var callback = found is null ? null : new Listener(found);
        var status = callback is null ? solver.Solve(model.Cp) : solver.Solve(model.Cp, callback);
        var table = status is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? Extraction.Read(model, solver.Value, solver.BooleanValue) : null;
        return new(status, table, solver.BestObjectiveBound);
    }

    /// <summary>The bound of a model without a timetable in it; null when there is none yet.</summary>
    public static double? Bound(CpModel cp, Effort effort, double work)
    {
        using var solver = new CpSolver();
        solver.StringParameters = string.Create(CultureInfo.InvariantCulture, $"{Always}, linearization_level:2, max_deterministic_time:{work}, max_time_in_seconds:{Math.Min(5, effort.Left)}");
        using var registration = effort.Stop.Register(solver.StopSearch);
        return solver.Solve(cp) is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? solver.BestObjectiveBound : null;
    }

    private sealed class Listener(Action<double, double> found) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback() => found(ObjectiveValue(), BestObjectiveBound());
    }
}
