using Fibril.Vision.Files;
using OpenCvSharp;

namespace Fibril.Vision;

/// <summary>
/// One decoded photograph, turned upright as its EXIF asks, in BGR with eight bits. Large ones are decoded smaller where the format allows it;
/// <see cref="Scale"/> leads back to the pixels of the file.
/// </summary>
public sealed class Photo : IDisposable
{
    /// <summary>Positions are sought and colours measured at this size at most: one megapixel.</summary>
    internal const double WorkPixels = 1_000_000;

    private Photo(Mat pixels, double scale, int width, int height) => (Pixels, Scale, Width, Height) = (pixels, scale, width, height);

    /// <summary>Width in pixels of the file, upright.</summary>
    public int Width { get; }

    /// <summary>Height in pixels of the file, upright.</summary>
    public int Height { get; }

    /// <summary>Pixels of the file for one pixel here; at least 1.</summary>
    internal double Scale { get; }

    internal Mat Pixels { get; }

    /// <summary>From the pixels of the file to those here: middles stay middles.</summary>
    internal Similarity FromFile => new(1 / Scale, 0, (0.5 / Scale) - 0.5, (0.5 / Scale) - 0.5);

    /// <summary>Decodes a whole file that <see cref="PhotoFile"/> let pass, at about one megapixel.</summary>
    /// <returns>Null when the file is damaged inside.</returns>
    public static Photo? Open(byte[] bytes, PhotoHeader header)
    {
        var reduce = header.Kind != PhotoKind.Jpeg ? 1 : Reduction((long)header.Width * header.Height);
        using var decoded = Decode(bytes, reduce switch { 2 => ImreadModes.ReducedColor2, 4 => ImreadModes.ReducedColor4, _ => ImreadModes.Color });
        if (decoded is null)
        {
            return null;
        }

        var turned = decoded.Cols != decoded.Rows && decoded.Cols > decoded.Rows != header.Width > header.Height;
        var shrink = Math.Max(1, Math.Sqrt((double)decoded.Cols * decoded.Rows / WorkPixels));
        return new(Smaller(decoded, shrink), reduce * shrink, turned ? header.Height : header.Width, turned ? header.Width : header.Height);
    }

    /// <summary>Decodes bytes that nobody has looked at yet.</summary>
    /// <returns>Null when they are no whole photograph, or damaged inside.</returns>
    public static Photo? Open(byte[] bytes) => PhotoFile.Header(bytes) is { } header ? Open(bytes, header) : null;

    /// <summary>Takes pixels that are already in memory; they are copied.</summary>
    internal static Photo From(Mat pixels)
    {
        var shrink = Math.Max(1, Math.Sqrt((double)pixels.Cols * pixels.Rows / WorkPixels));
        return new(Smaller(pixels, shrink), shrink, pixels.Cols, pixels.Rows);
    }

    /// <summary>All pixels of a file, upright; null when it is damaged inside.</summary>
    internal static Mat? Decode(byte[] bytes, ImreadModes mode = ImreadModes.Color)
    {
        try
        {
            var decoded = Cv2.ImDecode(bytes, mode);
            if (!decoded.Empty())
            {
                return decoded;
            }

            decoded.Dispose();
        }
        catch (OpenCVException)
        {
            // Damaged inside; said by the null.
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => Pixels.Dispose();

    /// <summary>The JPEG decoder itself halves or quarters; what stays is at least a megapixel.</summary>
    private static int Reduction(long pixels) => pixels switch { >= 16_000_000 => 4, >= 4_000_000 => 2, _ => 1 };

    private static Mat Smaller(Mat pixels, double shrink)
    {
        if (shrink <= 1)
        {
            return pixels.Clone();
        }

        var smaller = new Mat();
        Cv2.Resize(pixels, smaller, new Size(), 1 / shrink, 1 / shrink, InterpolationFlags.Area);
        return smaller;
    }
}
