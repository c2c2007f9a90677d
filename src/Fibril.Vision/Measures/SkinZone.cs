using Fibril.Vision.Alignment;
using OpenCvSharp;

namespace Fibril.Vision.Measures;

/// <summary>An area that was needled, drawn on the baseline.</summary>
/// <param name="Name">The zone's word, such as cheek.</param>
/// <param name="Polygon">At least three corners, in pixels of the baseline's file, upright.</param>
public sealed record SkinZone(string Name, IReadOnlyList<(double X, double Y)> Polygon)
{
    /// <summary>A zone where none is drawn: a third of the box around all skin, in its middle.</summary>
    internal static SkinZone MiddleOf(Photo photo)
    {
        using var mask = SkinMask.Of(photo.Pixels);
        var (box, back) = (Cv2.BoundingRect(mask.Skin), photo.FromFile.Inverse());
        var (left, right) = (1 - Math.Sqrt(1 / 3.0), 1 + Math.Sqrt(1 / 3.0));
        return new("middle", [At(left, left), At(right, left), At(right, right), At(left, right)]);

        (double, double) At(double x, double y) => back.Apply(box.X + (x * box.Width / 2), box.Y + (y * box.Height / 2));
    }

    /// <summary>White inside, in working pixels.</summary>
    internal Mat Draw(Photo before)
    {
        var move = before.FromFile;
        var mask = new Mat(before.Pixels.Size(), MatType.CV_8U, Scalar.Black);
        Cv2.FillPoly(mask, [[.. Polygon.Select(p => move.Apply(p.X, p.Y)).Select(p => new Point(Whole(p.X), Whole(p.Y)))]], Scalar.White);
        return mask;
    }

    private static int Whole(double value) => (int)Math.Round(Math.Clamp(value, -30_000, 30_000));
}
