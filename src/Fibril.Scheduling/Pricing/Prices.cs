namespace Fibril.Scheduling;

/// <summary>
/// What a unit of everything scarce is worth. At any prices no plan has more weight than all that is scarce costs, with what is left to each
/// visit when it pays the cheapest way of its own (Lagrangian relaxation); prices are moved, from what is asked too much or too little of, to where this is least.
/// Held and Karp 1971 for the bound, Polyak 1969 for the step, Camerini, Fratta and Maffioli 1975 for the direction.
/// </summary>
internal sealed class Prices
{
    /// <summary>Rounds without a better bound after which steps become shorter.</summary>
    private const int Patience = 20;

    private readonly Scarcity scarcity;
    private readonly long looks;
    private readonly CheapestWay[] ways;
    private readonly double[][] sums; // of the prices before each unit
    private readonly double[][] prices;
    private readonly double[][] best;

    public Prices(Scarcity scarcity)
    {
        (this.scarcity, looks) = (scarcity, scarcity.Looks);
        prices = Zeros();
        best = Zeros();
        sums = [.. scarcity.Capacity.Select(c => new double[c.Length + 1])];
        ways = [.. scarcity.Demands.Select(d => new CheapestWay(d, sums))];
        Bound = scarcity.Demands.Sum(d => d.Weight);
    }

    /// <summary>No plan has more weight.</summary>
    public double Bound { get; private set; }

    /// <summary>Lowers the bound.</summary>
    /// <param name="known">A weight that some plan has.</param>
    public void Improve(int rounds, int known, Effort effort)
    {
        var direction = Zeros();
        var (pace, since) = (1.0, 0);
        for (var round = 0; round < RoundsOf(rounds) && pace > 1e-3 && Bound >= known + 1 && !effort.IsSpent; round++)
        {
            var (value, excess) = Evaluate();
            since++;
            if (value < Bound - 1e-4)
            {
                (Bound, since) = (value, 0);
                Copy(prices, best);
            }

            if (since > Patience)
            {
                (pace, since) = (pace * 0.7, 0);
                Copy(best, prices);
                direction = Zeros();
                (value, excess) = Evaluate();
            }

            if (!Move(direction, excess, pace * (value - known)))
            {
                break;
            }
        }

        Copy(best, prices);
        Evaluate();
    }

    /// <summary>So many of these rounds as there is work for: fewer where a round is long.</summary>
    public int RoundsOf(int rounds) => (int)Math.Min(rounds, Work.PriceLooks / looks);

    /// <summary>The price of the cheapest way of a visit; by number, as it was asked for.</summary>
    public double Cost(int visit) => ways[visit].Cost;

    /// <summary>The starts of a visit's first segment, the cheapest first.</summary>
    public int[] Starts(int visit) => [.. ways[visit].ByStart.OrderBy(s => s.Cost).Select(s => s.Start + scarcity.Axis.From)];

    /// <summary>The bound at these prices, and how much more of everything there is than is asked for.</summary>
    private (double Value, double[][] Spare) Evaluate()
    {
        var value = 0.0;
        for (var r = 0; r < prices.Length; r++)
        {
            for (var t = 0; t < prices[r].Length; t++)
            {
                sums[r][t + 1] = sums[r][t] + prices[r][t];
                value += prices[r][t] * scarcity.Capacity[r][t];
            }
        }

        var ends = sums.Select(s => new int[s.Length]).ToArray(); // so much is asked of all units before
        for (var d = 0; d < ways.Length; d++)
        {
            var left = scarcity.Demands[d].Weight - ways[d].Find();
            if (scarcity.Demands[d].Must || left > 0)
            {
                value += left;
                ways[d].Ask(ends);
            }
        }

        return (value, [.. ends.Select((e, r) => Spare(scarcity.Capacity[r], e))]);
    }

    private static double[] Spare(int[] capacity, int[] ends)
    {
        var (spare, asked) = (new double[capacity.Length], 0);
        for (var t = capacity.Length - 1; t >= 0; t--)
        {
            asked += ends[t + 1];
            spare[t] = capacity[t] - asked;
        }

        return spare;
    }

    /// <summary>One step downhill; false when there is none.</summary>
    private bool Move(double[][] direction, double[][] spare, double length)
    {
        var norm = 0.0;
        for (var r = 0; r < direction.Length; r++)
        {
            for (var t = 0; t < direction[r].Length; t++)
            {
                var down = prices[r][t] <= 0 ? Math.Min(0, spare[r][t]) : spare[r][t];
                direction[r][t] = (0.75 * direction[r][t]) + (0.25 * down);
                norm += direction[r][t] * direction[r][t];
            }
        }

        for (var r = 0; r < direction.Length; r++)
        {
            for (var t = 0; t < direction[r].Length; t++)
            {
                prices[r][t] = Math.Max(0, prices[r][t] - (length / Math.Max(norm, 1e-12) * direction[r][t]));
            }
        }

        return norm > 1e-12;
    }

    private double[][] Zeros() => [.. scarcity.Capacity.Select(c => new double[c.Length])];

    private static void Copy(double[][] from, double[][] to)
    {
        for (var r = 0; r < from.Length; r++)
        {
            from[r].CopyTo(to[r], 0);
        }
    }
}
