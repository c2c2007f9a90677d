using System.Globalization;
using Fibril.Protocol;
using Fibril.Vision;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>Laying a follow-up onto its baseline by three clicks in each: always offered, also where the skin was found.</summary>
public static class HandRules
{
    public const int Clicks = 3;

    /// <summary>Points nearer to each other than this share of their mean say nothing of turn and size.</summary>
    private const double LeastSpread = 0.05;

    /// <summary>Null when the clicks do not determine it; with the largest distance that stays, in pixels of the baseline.</summary>
    public static (Similarity Move, double Left)? Lay(IReadOnlyList<ClickedPair> clicks) =>
        Similarity.ByHand([.. clicks.Select(c => ((c.After.X, c.After.Y), (c.Before.X, c.Before.Y)))]);

    /// <summary>Three places, apart from each other, that lie alike in both.</summary>
    /// <param name="size">Longer side of the baseline, pixels.</param>
    public static Decision MayLay(IReadOnlyList<ClickedPair> clicks, int size)
    {
        if (clicks.Count < Clicks)
        {
            return Refuse("clicks-few", $"Click {Clicks} places in both photographs: {clicks.Count} so far.");
        }

        if (clicks.SelectMany((a, i) => clicks.Skip(i + 1), (a, b) => Math.Min(Apart(a.Before, b.Before), Apart(a.After, b.After))).Min() < LeastSpread * size)
        {
            return Refuse("clicks-near", "The places lie too near to each other. Take three far apart, such as two corners of the eyes and a mole on the chin.");
        }

        return Lay(clicks) is { } laid && laid.Left <= 0.03 * size
            ? Decision.Allow()
            : Refuse("clicks-differ", "The three places do not lie alike in both photographs: one was clicked elsewhere, or it is another view. Begin again.");
    }

    /// <summary>Points as they stand in an address: x,y;x,y. What is no point is passed over.</summary>
    public static IReadOnlyList<PixelPoint> Read(string? text) =>
        [.. (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Take(200).Select(Point).OfType<PixelPoint>()];

    public static string Write(IEnumerable<PixelPoint> points) =>
        string.Join(';', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")));

    private static PixelPoint? Point(string text) =>
        text.Split(',') is [var x, var y] && Number(x) is { } a && Number(y) is { } b ? new(a, b) : null;

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && Math.Abs(value) < 100_000 ? value : null;

    private static double Apart(PixelPoint a, PixelPoint b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));

    private static Decision Refuse(string code, string sentence) => Decision.Refuse(new Reason(code, sentence, "clinic"));
}
