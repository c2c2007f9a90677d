using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>How much of the skin shows the same in both photographs when one is laid onto the other.</summary>
/// <param name="Tested">Squares that could be compared.</param>
/// <param name="Agreeing">Those most alike where they should be, within <see cref="Tolerance"/>.</param>
/// <param name="Coverage">Share of the parts of the body part in which some squares agree, 0 to 1.</param>
/// <param name="Residual">Median distance of the agreeing ones from where they should be, working pixels.</param>
internal sealed record Agreement(int Tested, int Agreeing, double Coverage, double Residual)
{
    /// <summary>Working pixels: a third of a millimetre on a face that fills the picture.</summary>
    public const double Tolerance = 2;

    private const double LeastLikeness = 0.2;
    private const int Parts = 5;
    private const int LeastInPart = 3;
    private const double PartShare = 0.3;

    public double Share => Tested == 0 ? 0 : (double)Agreeing / Tested;

    public static bool Agrees(Patch patch) => patch.Distance <= Tolerance && patch.Likeness >= LeastLikeness;

    public static Agreement Of(IReadOnlyList<Patch> patches)
    {
        var agreeing = patches.Where(Agrees).Select(p => p.Distance).Order().ToList();
        return new(patches.Count, agreeing.Count, CoverageOf(patches), agreeing.Count == 0 ? double.PositiveInfinity : agreeing[agreeing.Count / 2]);
    }

    private static double CoverageOf(IReadOnlyList<Patch> patches)
    {
        if (patches.Count == 0)
        {
            return 0;
        }

        var (left, right) = (patches.Min(p => p.At.X), patches.Max(p => p.At.X) + 1);
        var (top, bottom) = (patches.Min(p => p.At.Y), patches.Max(p => p.At.Y) + 1);
        var parts = patches.GroupBy(p => ((int)((p.At.X - left) / (right - left) * Parts), (int)((p.At.Y - top) / (bottom - top) * Parts))).Where(g => g.Count() >= LeastInPart).ToList();
        return parts.Count == 0 ? 0 : parts.Count(g => g.Count(Agrees) >= PartShare * g.Count()) / (double)parts.Count;
    }
}
