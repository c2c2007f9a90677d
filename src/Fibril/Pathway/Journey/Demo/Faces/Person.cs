using Fibril.Vision;
using OpenCvSharp;

namespace Fibril.Pathway.Journey.Demo.Faces;

/// <summary>
/// A made-up face: skin with grain, pores, freckles, moles, a scar and red spots of its own, eyes, brows and mouth. The same seed is the
/// same person. Everything is drawn on a canvas of a thousand by a thousand whose middle is the nose.
/// </summary>
public sealed class Person
{
    public const int Side = 1000;
    public const double Wide = 300, High = 390;
    private readonly Dictionary<double, Mat> drawn = [];
    private readonly int seed;
    private readonly Scalar tone;

    /// <param name="tone">Skin in BGR.</param>
    public Person(int seed, Scalar? tone = null) => (this.seed, this.tone) = (seed, tone ?? new Scalar(120, 150, 205));

    /// <summary>Points all over the face, on the canvas.</summary>
    public static IEnumerable<Point2d> Landmarks() =>
        from x in Enumerable.Range(-4, 9)
        from y in Enumerable.Range(-4, 9)
        let at = new Point2d(x / 4.6 * Wide, y / 4.6 * High)
        where Math.Pow(at.X / Wide, 2) + Math.Pow(at.Y / High, 2) < 0.8
        select new Point2d(500 + at.X, 500 + at.Y);

    /// <summary>The colours of the face without any light, in real numbers 0 to 1; the caller's own.</summary>
    public Mat Draw(double spots = 1)
    {
        lock (drawn)
        {
            if (!drawn.TryGetValue(spots, out var face))
            {
                drawn[spots] = face = Paint(spots);
            }

            return face.Clone();
        }
    }

    private Mat Paint(double spots)
    {
        var random = new Random(seed);
        using var skin = new Mat(Side, Side, MatType.CV_32FC3, new Scalar(tone.Val0 / 255, tone.Val1 / 255, tone.Val2 / 255));
        using var pattern = Noise.Octaves(Side, Side, seed, [(1.2, 0.018), (3, 0.014), (9, 0.014), (30, 0.03), (90, 0.05)]);
        Marks(pattern, random, 260, 1.2, 3.5, 0.08);
        Marks(pattern, random, 14, 3, 6, 0.45);
        using var three = new Mat();
        Cv2.Exp(pattern, pattern);
        Cv2.Merge([pattern, pattern, pattern], three);
        var face = skin.Mul(three).ToMat();
        Redness(face, random, spots);
        Features(face, random);
        return face;
    }

    private static void Marks(Mat pattern, Random random, int count, double least, double most, double depth)
    {
        using var marks = new Mat(pattern.Size(), MatType.CV_32F, Scalar.Black);
        for (var i = 0; i < count; i++)
        {
            var radius = least + (random.NextDouble() * (most - least));
            var at = new Point(random.Next(180, 820) * 16, random.Next(100, 900) * 16);
            Cv2.Circle(marks, at.X, at.Y, (int)(radius * 16), new Scalar(depth * (0.5 + (random.NextDouble() / 2))), -1, LineTypes.AntiAlias, 4);
        }

        Cv2.GaussianBlur(marks, marks, new Size(), 0.9);
        Cv2.Subtract(pattern, marks, pattern);
    }

    /// <summary>Inflamed spots: what heals.</summary>
    private static void Redness(Mat face, Random random, double strength)
    {
        using var spots = new Mat(face.Size(), MatType.CV_32FC3, Scalar.Black);
        for (var i = 0; i < 25; i++)
        {
            Cv2.Circle(spots, random.Next(250, 750), random.Next(200, 800), random.Next(4, 12), new Scalar(0.14, 0.14, 0.0), -1, LineTypes.AntiAlias);
        }

        Cv2.GaussianBlur(spots, spots, new Size(), 2);
        Cv2.ScaleAdd(spots, -strength, face, face);
    }

    private static void Features(Mat face, Random random)
    {
        int Off() => random.Next(-14, 15);
        var (apart, eyes, mouth) = (120 + Off(), 400 + Off(), 690 + Off());
        foreach (var side in new[] { -1, 1 })
        {
            Cv2.Ellipse(face, new Point(500 + (side * apart), eyes), new Size(48 + (Off() / 3), 20), 0, 0, 360, new Scalar(0.85, 0.87, 0.88), -1, LineTypes.AntiAlias);
            Cv2.Circle(face, 500 + (side * apart), eyes, 18, new Scalar(0.15, 0.2, 0.25), -1, LineTypes.AntiAlias);
            Cv2.Ellipse(face, new Point(500 + (side * apart), eyes - 52 + (Off() / 2)), new Size(62, 12), side * 5, 180, 360, new Scalar(0.12, 0.15, 0.2), 12, LineTypes.AntiAlias);
            Cv2.Ellipse(face, new Point(500 + (side * 26), 575 + (Off() / 3)), new Size(11, 7), 0, 0, 360, new Scalar(0.15, 0.2, 0.35), -1, LineTypes.AntiAlias);
        }

        Cv2.Ellipse(face, new Point(500, mouth), new Size(85 + Off(), 22), 0, 0, 360, new Scalar(0.35, 0.35, 0.65), -1, LineTypes.AntiAlias);
        Cv2.Line(face, new Point(420, mouth), new Point(580, mouth + (Off() / 4)), new Scalar(0.15, 0.15, 0.3), 3, LineTypes.AntiAlias);
    }
}
