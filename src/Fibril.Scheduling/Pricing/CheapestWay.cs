namespace Fibril.Scheduling;

/// <summary>The cheapest times of one visit or break at given prices, from the last step back.</summary>
/// <param name="sums">By what is scarce: the sum of the prices before each unit; changed from outside.</param>
internal sealed class CheapestWay(Demand demand, double[][] sums)
{
    private const double Impossible = 1e15;

    private readonly double[][] costs = [.. demand.Steps.Select(s => new double[s.May.Length])];
    private readonly int[][] next = [.. demand.Steps.Select(s => new int[s.May.Length])];
    private readonly int[] waiting = new int[demand.Steps.Max(s => s.May.Length) + 1];
    private int first;

    public double Cost => costs[0][first];

    /// <summary>The cheapest way from each start of the first step that has one.</summary>
    public IEnumerable<(int Start, double Cost)> ByStart => costs[0].Select((c, i) => (Start: demand.Steps[0].Low + i, Cost: c)).Where(s => s.Cost < Impossible);

    /// <summary>Finds it; returns its price.</summary>
    public double Find()
    {
        for (var s = demand.Steps.Length - 1; s >= 0; s--)
        {
            Find(s);
        }

        first = Array.IndexOf(costs[0], costs[0].Min());
        return Cost;
    }

    /// <summary>Adds what this way takes of everything, by the moments at which it ends or begins to be taken.</summary>
    public void Ask(int[][] ends)
    {
        for (int s = 0, i = first; s < demand.Steps.Length; i = next[s][i], s++)
        {
            foreach (var term in demand.Steps[s].Terms)
            {
                ends[term.Scarce][At(term, demand.Steps[s].Low + i)] += term.Count;
            }
        }
    }

    /// <summary>Writes down the price of every start; row by row, because it is asked millions of times.</summary>
    private void Price(Step step, Span<double> of)
    {
        of.Clear();
        foreach (var term in step.Terms)
        {
            var row = sums[term.Scarce].AsSpan();
            var inside = Math.Clamp(row.Length - step.Low - term.Offset, 0, of.Length);
            var prices = row.Slice(Math.Min(step.Low + term.Offset, row.Length), inside);
            for (var i = 0; i < prices.Length; i++)
            {
                of[i] += term.Count * prices[i];
            }

            for (var i = inside; i < of.Length; i++)
            {
                of[i] += term.Count * row[^1];
            }
        }
    }

    /// <summary>From the latest start to the earliest; of the starts of the next step that the gap allows, those that may still be the cheapest wait in a row.</summary>
    private void Find(int s)
    {
        var (step, rest) = (demand.Steps[s], s + 1 < demand.Steps.Length ? costs[s + 1] : null);
        var cost = costs[s].AsSpan();
        Price(step, cost);
        var offset = rest is null ? 0 : step.Low - demand.Steps[s + 1].Low;
        var (head, tail, seen) = (0, 0, rest?.Length ?? 0);
        for (var i = step.May.Length - 1; i >= 0; i--)
        {
            for (; seen > 0 && seen > i + offset + step.GapAfter.Min; waiting[tail++] = seen)
            {
                for (seen--; tail > head && rest![waiting[tail - 1]] >= rest[seen]; tail--)
                {
                }
            }

            while (head < tail && waiting[head] > i + offset + step.GapAfter.Max)
            {
                head++;
            }

            next[s][i] = head < tail ? waiting[head] : 0;
            cost[i] = !step.May[i] || (rest is not null && head == tail) ? Impossible : cost[i] + (rest?[waiting[head]] ?? 0);
        }
    }

    private int At(Term term, int start) => Math.Min(start + term.Offset, sums[term.Scarce].Length - 1);
}
