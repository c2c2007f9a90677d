using OpenCvSharp;
using OpenCvSharp.Features2D;

namespace Fibril.Vision.Alignment;

/// <summary>What alignment needs to know of one photograph: its skin, its relief, and points that can be found again.</summary>
internal sealed class Sight : IDisposable
{
    private const double PointPixels = 180_000;
    private const int MostPoints = 1500;

    private Sight(Mat bgr)
    {
        Skin = SkinMask.Of(bgr);
        Relief = Alignment.Relief.Of(bgr, 0.8, 10);
        Ground = Ground.Of(Relief, Skin.Area);
        (Points, Descriptors) = Find(bgr);
    }

    public SkinMask Skin { get; }

    public Mat Relief { get; }

    public Ground Ground { get; }

    /// <summary>Places on the body part, in the pixels of the working picture.</summary>
    public Point2f[] Points { get; }

    /// <summary>A row for each point.</summary>
    public Mat Descriptors { get; }

    public static Sight Of(Photo photo) => new(photo.Pixels);

    public void Dispose()
    {
        Skin.Dispose();
        Relief.Dispose();
        Descriptors.Dispose();
    }

    private (Point2f[] Points, Mat Descriptors) Find(Mat bgr)
    {
        var box = Cv2.BoundingRect(Skin.Area);
        using var part = bgr.SubMat(box);
        var shrink = Math.Max(1, Math.Sqrt(box.Width * (double)box.Height / PointPixels));
        using var small = new Mat();
        Cv2.Resize(part, small, new Size(), 1 / shrink, 1 / shrink, InterpolationFlags.Area);
        using var steps = Alignment.Relief.Of(small, 0, 14);
        using var mask = new Mat();
        using var area = Skin.Area.SubMat(box);
        Cv2.Resize(area, mask, small.Size(), 0, 0, InterpolationFlags.Nearest);
        using var sift = SIFT.Create(MostPoints, 3, 0.015);
        var descriptors = new Mat();
        sift.DetectAndCompute(steps, mask, out var points, descriptors);
        return ([.. points.Select(p => new Point2f(box.X + (float)(((p.Pt.X + 0.5) * shrink) - 0.5), box.Y + (float)(((p.Pt.Y + 0.5) * shrink) - 0.5)))], descriptors);
    }
}
