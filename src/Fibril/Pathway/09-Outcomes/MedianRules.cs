using System.Numerics;

namespace Fibril.Pathway.Outcomes;

/// <summary>A median with its interval.</summary>
/// <param name="Coverage">Chance that such an interval holds the true median, whatever the distribution; from 0.95 where there are six values, less below.</param>
public sealed record MedianInterval(int N, decimal Median, decimal Low, decimal High, double Coverage)
{
    /// <summary>Fewer than six values carry no interval of 95 percent: low and high are then the smallest and the largest.</summary>
    public bool Holds95 => Coverage >= 0.95;
}

/// <summary>A spread: the smallest, the quartiles, the largest.</summary>
public sealed record Quartiles(int N, decimal Min, decimal Lower, decimal Median, decimal Upper, decimal Max);

/// <summary>
/// Medians with an exact interval by order statistics: how many of n values lie below the true median is Binomial(n, 1/2), so that the
/// interval from the r-th smallest to the r-th largest holds it with 1 − 2·P(B &lt; r). No distribution is assumed and nothing is drawn by lot:
/// the same values give the same interval. Source: Conover, Practical Nonparametric Statistics, 3.2.
/// </summary>
public static class MedianRules
{
    /// <returns>Null without values.</returns>
    public static MedianInterval? Of(IEnumerable<decimal> values)
    {
        List<decimal> sorted = [.. values.Order()];
        if (sorted.Count == 0)
        {
            return null;
        }

        var (rank, coverage) = RankFor(sorted.Count);
        return new(sorted.Count, At(sorted, 0.5m), sorted[rank - 1], sorted[^rank], coverage);
    }

    /// <returns>Null without values.</returns>
    public static Quartiles? QuartilesOf(IEnumerable<decimal> values)
    {
        List<decimal> sorted = [.. values.Order()];
        return sorted.Count == 0 ? null : new(sorted.Count, sorted[0], At(sorted, 0.25m), At(sorted, 0.5m), At(sorted, 0.75m), sorted[^1]);
    }

    /// <summary>The largest rank whose interval still holds 95 percent; 1 when none does. Counted in whole numbers, so that nothing is rounded.</summary>
    private static (int Rank, double Coverage) RankFor(int n)
    {
        BigInteger all = BigInteger.One << n, choose = BigInteger.One, below = BigInteger.One;
        var rank = 1;
        for (var i = 1; i <= n / 2; i++)
        {
            choose = choose * (n - i + 1) / i;
            if ((below + choose) * 40 > all)
            {
                break; // 2 · P(B ≤ i) is more than 5 percent
            }

            below += choose;
            rank = i + 1;
        }

        return (rank, 1 - (2 * Math.Exp(BigInteger.Log(below) - BigInteger.Log(all))));
    }

    /// <summary>The value at a share of the way, between two neighbours where it falls between them.</summary>
    private static decimal At(List<decimal> sorted, decimal share)
    {
        var place = (sorted.Count - 1) * share;
        var lower = (int)decimal.Floor(place);
        return lower == sorted.Count - 1 ? sorted[lower] : sorted[lower] + ((sorted[lower + 1] - sorted[lower]) * (place - lower));
    }
}
