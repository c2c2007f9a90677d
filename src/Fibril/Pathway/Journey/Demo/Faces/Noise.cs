using OpenCvSharp;

namespace Fibril.Pathway.Journey.Demo.Faces;

/// <summary>Patterns out of chance, the same for the same seed.</summary>
public static class Noise
{
    /// <summary>A sum of grains; each as coarse as its first number, in pixels, and with its second as standard deviation.</summary>
    public static Mat Octaves(int rows, int columns, int seed, IEnumerable<(double Coarse, double Deviation)> grains)
    {
        var sum = new Mat(rows, columns, MatType.CV_32F, Scalar.Black);
        var next = seed * 7919;
        foreach (var (coarse, deviation) in grains)
        {
            var shrink = Math.Max(1, coarse / 2);
            using var grain = White((int)(rows / shrink) + 2, (int)(columns / shrink) + 2, next++);
            Cv2.GaussianBlur(grain, grain, new Size(), Math.Min(coarse, 2));
            Cv2.MeanStdDev(grain, out var mean, out var spread);
            using var large = new Mat();
            Cv2.Resize(grain, large, new Size(columns, rows), 0, 0, InterpolationFlags.Cubic);
            Cv2.Subtract(large, mean, large);
            Cv2.ScaleAdd(large, deviation / spread.Val0, sum, sum);
        }

        return sum;
    }

    /// <summary>Independent normal numbers of deviation 1.</summary>
    public static Mat White(int rows, int columns, int seed)
    {
        var white = new Mat(rows, columns, MatType.CV_32F);
        Cv2.SetTheRNG((ulong)(seed + 1) * 2_654_435_761);
        Cv2.Randn(white, new Scalar(0), new Scalar(1));
        return white;
    }
}
