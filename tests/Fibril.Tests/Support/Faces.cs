using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Vision;
using OpenCvSharp;

namespace Fibril.Tests.Support;

/// <summary>Photographs of made-up faces as files, drawn once.</summary>
public static class Faces
{
    private static readonly Lazy<byte[]> First = new(() => Camera.File(Shot!)), Soft = new(Blur);

    /// <summary>Sharp, lit from the front.</summary>
    public static byte[] Baseline => First.Value;

    /// <summary>The same out of focus.</summary>
    public static byte[] Blurred => Soft.Value;

    public static Shot Shot { get; } = new() { Who = new Person(1), Jpeg = 92 };

    /// <summary>Another photograph of the same face, from a little elsewhere.</summary>
    public static byte[] FollowUp(double spots = 1, int seed = 9) => Camera.File(Shot with { Spots = spots, Seed = seed, Pose = Similarity.About(500, 500, 1.04, 2, 8, -6) });

    private static byte[] Blur()
    {
        using var picture = Camera.Take(Shot);
        Cv2.GaussianBlur(picture, picture, new Size(), 6);
        return picture.ImEncode(".jpg");
    }
}
