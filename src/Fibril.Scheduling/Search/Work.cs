namespace Fibril.Scheduling;

/// <summary>What each step may spend, in the solver's deterministic seconds (one is some twenty of a processor on these models) and in rounds; together less than the wall clock allows.</summary>
internal static class Work
{
    public const double Promises = 2;
    public const double Chance = 0.1;
    public const double Part = 0.03;
    public const double Wishes = 0.05;

    public static readonly Shares Weight = new(0.4, 120, 40, 0.4);
    public static readonly Shares Waiting = new(0.15, 40, 12, 0.1);
    public static readonly Shares Finish = new(0.15, 30, 10, 0.1);

    /// <param name="First">The whole model before the rounds.</param>
    /// <param name="Rounds">Rounds of the search around the plan, at most.</param>
    /// <param name="Patience">Rounds without anything better after which it ends.</param>
    /// <param name="Last">The whole model after the rounds.</param>
    public sealed record Shares(double First, int Rounds, int Patience, double Last);
}
