using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Pathway.Plans;

/// <summary>Where the points of an expected course lie in a field of 600 by 240.</summary>
public static class ExpectedChart
{
    public const int Left = 48;
    public const int Right = 590;
    public const int Bottom = 220;
    private const int Top = 20;

    // A band that fills the field would look like a promise of 100 %: the axis ends at 80 %.
    private const double TopShare = .8;

    public static string Y(double share) => Number(Bottom - (Math.Min(share, TopShare) / TopShare * (Bottom - Top)));

    public static string Middle(IReadOnlyList<ExpectedPoint> curve) => Points(curve, curve, p => p.Expected);

    public static string Band(IReadOnlyList<ExpectedPoint> curve) => $"{Points(curve, curve, p => p.High)} {Points(curve, curve.Reverse(), p => p.Low)}";

    private static string Points(IReadOnlyList<ExpectedPoint> curve, IEnumerable<ExpectedPoint> points, Func<ExpectedPoint, double> share) =>
        string.Join(' ', points.Select(p => $"{X(curve, p.Day)},{Y(share(p))}"));

    private static string X(IReadOnlyList<ExpectedPoint> curve, int day) =>
        Number(Left + ((Right - Left) * (double)day / Math.Max(1, curve[^1].Day)));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
