using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>The follow-up laid onto the baseline by some movement: its relief there, and where it has pixels of the body part.</summary>
internal sealed class Moved : IDisposable
{
    private Moved(Mat relief, Mat there) => (Relief, There) = (relief, there);

    public Mat Relief { get; }

    public Mat There { get; }

    /// <param name="move">From the follow-up to the baseline, both in working pixels.</param>
    public static Moved By(Similarity move, Photo after, Sight sight, Size size)
    {
        using var matrix = move.ToMat();
        using var pixels = new Mat();
        Cv2.WarpAffine(after.Pixels, pixels, matrix, size, InterpolationFlags.Linear, BorderTypes.Replicate);
        var there = new Mat();
        Cv2.WarpAffine(sight.Skin.Area, there, matrix, size, InterpolationFlags.Nearest, BorderTypes.Constant, Scalar.Black);
        return new(Alignment.Relief.Of(pixels, 0.8, 10), there);
    }

    public void Dispose()
    {
        Relief.Dispose();
        There.Dispose();
    }
}
