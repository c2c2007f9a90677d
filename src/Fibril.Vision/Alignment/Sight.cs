using OpenCvSharp;
using OpenCvSharp.Features2D;

namespace Fibril.Vision.Alignment;

/// <summary>What alignment needs to know of one photograph: its skin, its relief, and points that can be found again.</summary>
internal sealed class Sight : IDisposable
{
    private const double PointPixels = 350_000;
    private const int MostPoints = 1800;

    private readonly byte[] area;
    private readonly Size size;

    private Sight(Mat bgr)
    {
        Skin = SkinMask.Of(bgr);
        Skin.Area.GetArray(out area);
        size = bgr.Size();
        Relief = Alignment.Relief.Of(bgr, 0.8, 10);
        (Points, Descriptors) = Find(bgr);
    }

    public SkinMask Skin { get; }

    public Mat Relief { get; }

    /// <summary>Places in the pixels of the working picture.</summary>
    public Point2f[] Points { get; }

    /// <summary>A row for each point.</summary>
    public Mat Descriptors { get; }

    public static Sight Of(Photo photo) => new(photo.Pixels);

    /// <summary>Is a place on the body part?</summary>
    public bool OnSkin(Point2f p) => area[(Math.Clamp((int)Math.Round(p.Y), 0, size.Height - 1) * size.Width) + Math.Clamp((int)Math.Round(p.X), 0, size.Width - 1)] != 0;

    public void Dispose()
    {
        Skin.Dispose();
        Relief.Dispose();
        Descriptors.Dispose();
    }

    private static (Point2f[] Points, Mat Descriptors) Find(Mat bgr)
    {
        var shrink = Math.Max(1, Math.Sqrt(bgr.Cols * (double)bgr.Rows / PointPixels));
        using var small = new Mat();
        Cv2.Resize(bgr, small, new Size(), 1 / shrink, 1 / shrink, InterpolationFlags.Area);
        using var relief = Alignment.Relief.Of(small, 0, 14);
        using var steps = Alignment.Relief.Steps(relief);
        using var sift = SIFT.Create(MostPoints, 3, 0.03);
        var descriptors = new Mat();
        sift.DetectAndCompute(steps, null, out var points, descriptors);
        return ([.. points.Select(p => new Point2f((float)(((p.Pt.X + 0.5) * shrink) - 0.5), (float)(((p.Pt.Y + 0.5) * shrink) - 0.5)))], descriptors);
    }
}
