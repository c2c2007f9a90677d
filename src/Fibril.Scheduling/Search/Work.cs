namespace Fibril.Scheduling;

/// <summary>What each step may spend, in the solver's deterministic seconds (one is some twenty of a processor on these models) and in rounds; together less than the wall clock allows.</summary>
internal static class Work
{
    /// <summary>Guesses before the solver begins; a dozen in a millisecond.</summary>
    public const int Guesses = 120_000;

    /// <summary>Visits up to which the whole model decides quickly by itself.</summary>
    public const int Small = 20;

    /// <summary>Steps of the prices; each a millisecond or less on a common day.</summary>
    public const int Prices = 1200;

    /// <summary>Looks at a price in all steps together: on a fine grid with long windows there are fewer steps.</summary>
    public const long PriceLooks = 600_000_000;

    public const double Ceiling = 0.1;
    public const double Promises = 2;
    public const double Chance = 0.1;
    public const double Part = 0.015;
    public const double Wishes = 0.05;
    public const double FreeWishes = 0.1;

    public static readonly Shares Weight = new(0.2, 20, 6, 0.1);

    /// <summary>Of a large day: the prices have bounded it, and the guesses have come near.</summary>
    public static readonly Shares WeightOfMany = new(0.03, 4, 2, 0.03);

    public static readonly Shares Waiting = new(0.06, 12, 6, 0.04);
    public static readonly Shares Finish = new(0.04, 8, 4, 0.02);

    /// <param name="First">The whole model before the rounds.</param>
    /// <param name="Rounds">Rounds of the search around the plan, at most.</param>
    /// <param name="Patience">Rounds without anything better after which it ends.</param>
    /// <param name="Last">The whole model after the rounds.</param>
    public sealed record Shares(double First, int Rounds, int Patience, double Last);
}
