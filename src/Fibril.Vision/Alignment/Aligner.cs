using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>How a follow-up lies on its baseline, or why it cannot be laid there.</summary>
/// <param name="Transform">From pixels of the follow-up's file to pixels of the baseline's file, both upright; the best that was found, and no more than that when not aligned.</param>
/// <param name="Quality">0 to 1: how much of the skin shows the same in both; at least <see cref="Aligner.LeastQuality"/> when aligned.</param>
/// <param name="IsAligned">Whether the two may be compared.</param>
/// <param name="Reason">Null when aligned; else one plain sentence.</param>
public sealed record AlignmentAnswer(Similarity Transform, double Quality, bool IsAligned, string? Reason)
{
    /// <summary>Laid by somebody's clicks; the quality is then unknown and 0.</summary>
    public bool ByHand { get; init; }

    internal Agreement? Agreement { get; init; }

    internal string Trace { get; init; } = "";
}

/// <summary>
/// Lays a follow-up onto its baseline by the skin: points are found again on skin freed of its light, movements that many points follow are
/// tried, the one under which most skin shows the same is refined and then judged. The same two photographs always give the same answer.
/// </summary>
public static class Aligner
{
    /// <summary>Below this nothing is called aligned.</summary>
    public const double LeastQuality = 0.3;

    private const double LeastShare = 0.3;
    private const double LeastCoverage = 0.6;
    private const double LeastFigureCoverage = 0.45;
    private const double MostHole = 0.17;
    private const int LeastSquares = 16;

    /// <summary>Aligns two photographs; takes half a second or less, on one core.</summary>
    public static AlignmentAnswer Align(Photo before, Photo after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Cv2.SetNumThreads(1);
        using var first = Sight.Of(before);
        using var second = Sight.Of(after);
        var grid = Patches.Grid(first.Ground, first.Skin.Skin, Step(before));
        var other = Patches.Grid(second.Ground, second.Skin.Skin, Step(after)).Count;
        if (Math.Min(grid.Count, other) < LeastSquares)
        {
            return Refuse("There is too little sharp skin in the photographs to lay one onto the other.") with { Trace = $"grids {grid.Count} {other}" };
        }

        var trials = Trials.Of(first, second, grid);
        if (trials.Best is not { } best)
        {
            return Refuse("No part of the skin was found again: another person, another view or another part of the body.") with { Trace = trials.Trace };
        }

        var move = Refinement.Of(best, first, second, trials.GridFor(best));
        return Judge(move, before, after, first, second, trials);
    }

    private static AlignmentAnswer Judge(Similarity move, Photo before, Photo after, Sight first, Sight second, Trials trials)
    {
        var moved = Ground.Moved(move, second, first.Relief.Size());
        var agreement = Agreement.Of(Patches.Look(first.Ground, moved, trials.GridFor(move), 10));
        var isFound = first.Skin.IsFound && second.Skin.IsFound;
        var quality = Math.Clamp((agreement.Share - 0.05) / 0.75, 0, 1) * (0.5 + (0.5 * agreement.Coverage)) * (isFound ? 1 : 0.8);
        string? reason = agreement switch
        {
            { Tested: < LeastSquares } => "The two photographs have too little skin in common.",
            _ when !Matches.IsPlausible(move) => "The photographs were taken from too different a distance or angle.",
            { Share: < LeastShare } => "The skin does not show the same: another person, or another view.",
            _ when agreement.Coverage < (trials.HasWall ? LeastFigureCoverage : LeastCoverage) => "Only a part of the skin shows the same: another view, or another person before the same wall.",
            { Hole: > MostHole } when first.Skin.FillsFrame && !trials.HasWall => "The surroundings are the same, but what stands before them is not: another person.",
            _ => null,
        };
        return new(after.FromFile.Then(move).Then(before.FromFile.Inverse()), reason is null ? Math.Max(quality, LeastQuality) : Math.Min(quality, LeastQuality - 0.01), reason is null, reason)
        {
            Agreement = agreement,
            Trace = $"{trials.Trace} tested {agreement.Tested} share {agreement.Share:0.00} cover {agreement.Coverage:0.00} res {agreement.Residual:0.00} hole {agreement.Hole:0.00} fills {first.Skin.FillsFrame} skin {(isFound ? 1 : 0)}",
        };
    }

    /// <summary>About five hundred squares on a face that fills the picture.</summary>
    private static int Step(Photo photo) => Math.Max(16, (int)Math.Sqrt(photo.Pixels.Cols * (double)photo.Pixels.Rows / 900));

    private static AlignmentAnswer Refuse(string reason) => new(Similarity.Identity, 0, false, reason);
}
