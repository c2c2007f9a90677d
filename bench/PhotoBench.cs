using System.Diagnostics;
using Fibril.Platform.Files;
using Fibril.Vision;
using Fibril.Vision.Files;
using OpenCvSharp;

namespace Fibril.Bench;

/// <summary>A pair of 12 megapixels as two JPEG files, read, aligned and measured on one core.</summary>
public static class PhotoBench
{
    private const double Limit = 1000;
    private const int Repeats = 7;

    /// <summary>Prints the median time, the time that the processor itself worked, what the first one took, when nothing was compiled yet, how much of it is OpenCV's own work, and how soon bad files are refused.</summary>
    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        var (before, after) = await Task.Run(Pair);
        var first = Once(before, after);
        var spent = Environment.CpuUsage.TotalTime;
        var times = Enumerable.Range(0, Repeats).Select(_ => Once(before, after)).Order().ToList();
        spent = Environment.CpuUsage.TotalTime - spent;
        yield return new("photo.pair.12mp", times[Repeats / 2], "ms", Limit);
        yield return new("photo.pair.12mp.cpu", spent.TotalMilliseconds / Repeats, "ms", Limit); // the same where others use the machine
        yield return new("photo.pair.12mp.first", first, "ms", Limit);
        yield return new("photo.opencv.share", 100 * await PhotoShare.MeasureAsync(before, after), "%");
        yield return new("photo.refused.worst", WorstRefusal(before), "ms", 50);
    }

    /// <summary>The longest that it takes to refuse what is no photograph, sent as an upload or named to the verb.</summary>
    private static double WorstRefusal(byte[] photograph)
    {
        byte[] large = [.. photograph];
        var frame = large.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (large[frame + 5], large[frame + 6], large[frame + 7], large[frame + 8]) = (0x75, 0x30, 0x75, 0x30); // 30,000 by 30,000
        byte[][] bad = [large, photograph[..^9000], [.. photograph, .. "PK\u0003\u0004"u8], [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8], new byte[PhotoFile.MaxBytes]];
        return bad.Max(file =>
        {
            var time = Stopwatch.StartNew();
            var refused = PhotoFile.Problem(file) is not null & !ImageCheck.Look(file).IsAllowed;
            return refused ? time.Elapsed.TotalMilliseconds : throw new InvalidOperationException("A bad file was taken.");
        });
    }

    /// <summary>Milliseconds for one pair.</summary>
    internal static double Once(byte[] before, byte[] after)
    {
        var time = Stopwatch.StartNew();
        using var first = Open(before);
        using var second = Open(after);
        var comparison = Comparison.Of(first, second, []);
        return comparison.Alignment.IsAligned ? time.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"The pair was not aligned: {comparison.Alignment.Reason}");
    }

    private static Photo Open(byte[] bytes) => Photo.Open(bytes) ?? throw new InvalidOperationException("The file was refused.");

    /// <summary>Skin of many grains before a wall, and the same turned, moved and lit from one side.</summary>
    private static (byte[] Before, byte[] After) Pair()
    {
        const int Width = 4000, Height = 3000;
        using var pattern = new Mat(Height, Width, MatType.CV_32F, Scalar.Black);
        Cv2.SetTheRNG(2_026_1129);
        foreach (var (coarse, deviation) in new[] { (2, 0.02), (6, 0.03), (20, 0.04), (80, 0.06), (300, 0.08) })
        {
            using var grain = new Mat((Height / coarse) + 2, (Width / coarse) + 2, MatType.CV_32F);
            using var large = new Mat();
            Cv2.Randn(grain, Scalar.Black, new Scalar(deviation));
            Cv2.Resize(grain, large, pattern.Size(), 0, 0, InterpolationFlags.Cubic);
            Cv2.Add(pattern, large, pattern);
        }

        Cv2.Exp(pattern, pattern);
        using var mask = new Mat(Height, Width, MatType.CV_8U, Scalar.Black);
        Cv2.Ellipse(mask, new Point(2000, 1500), new Size(1000, 1300), 0, 0, 360, Scalar.White, -1);
        using var colours = new Mat(Height, Width, MatType.CV_32FC3, new Scalar(120, 125, 120));
        colours.SetTo(new Scalar(110, 140, 195), mask);
        using var three = new Mat();
        Cv2.Merge([pattern, pattern, pattern], three);
        using var scene = three.Mul(colours).ToMat();
        using var picture = new Mat();
        scene.ConvertTo(picture, MatType.CV_8UC3);
        using var move = Cv2.GetRotationMatrix2D(new Point2f(2000, 1500), 7, 0.95);
        using var moved = new Mat();
        Cv2.WarpAffine(picture, moved, move, picture.Size(), InterpolationFlags.Cubic, BorderTypes.Reflect);
        return (picture.ImEncode(".jpg"), moved.ImEncode(".jpg"));
    }
}
