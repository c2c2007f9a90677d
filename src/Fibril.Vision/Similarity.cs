using OpenCvSharp;

namespace Fibril.Vision;

/// <summary>
/// A turn, a scale and a shift, from the pixels of one photograph to those of another: x' = A·x − B·y + Tx, y' = B·x + A·y + Ty.
/// Whole numbers are the middles of pixels; x grows to the right, y downwards.
/// </summary>
public readonly record struct Similarity(double A, double B, double Tx, double Ty)
{
    /// <summary>Leaves everything where it is.</summary>
    public static Similarity Identity { get; } = new(1, 0, 0, 0);

    /// <summary>How many times larger; always positive.</summary>
    public double Scale => Math.Sqrt((A * A) + (B * B));

    /// <summary>Turn in degrees, −180 to 180; positive turns x towards y, which on a screen is clockwise.</summary>
    public double Degrees => Math.Atan2(B, A) * 180 / Math.PI;

    /// <summary>A turn and a scale about a point, then a shift.</summary>
    public static Similarity About(double x, double y, double scale, double degrees, double dx, double dy)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (a, b) = (scale * cos, scale * sin);
        return new(a, b, x + dx - (a * x) + (b * y), y + dy - (b * x) - (a * y));
    }

    /// <summary>Where a point comes to lie.</summary>
    public (double X, double Y) Apply(double x, double y) => ((A * x) - (B * y) + Tx, (B * x) + (A * y) + Ty);

    /// <summary>First this one, then the next.</summary>
    public Similarity Then(Similarity next) => new(
        (next.A * A) - (next.B * B), (next.A * B) + (next.B * A),
        (next.A * Tx) - (next.B * Ty) + next.Tx, (next.B * Tx) + (next.A * Ty) + next.Ty);

    /// <summary>The way back.</summary>
    /// <exception cref="InvalidOperationException">The scale is zero.</exception>
    public Similarity Inverse()
    {
        var square = (A * A) + (B * B);
        if (square == 0)
        {
            throw new InvalidOperationException("What was shrunk to a point cannot be brought back.");
        }

        var (a, b) = (A / square, -B / square);
        return new(a, b, -(a * Tx) + (b * Ty), -(b * Tx) - (a * Ty));
    }

    /// <summary>The two rows [[a, −b, tx], [b, a, ty]].</summary>
    public double[][] ToRows() => [[A, -B, Tx], [B, A, Ty]];

    /// <summary>The one that lays clicked points of a follow-up onto the same places of the baseline, by least squares.</summary>
    /// <param name="pairs">At least two; from the follow-up to the baseline.</param>
    /// <returns>Null when all points are the same; with it the largest distance that stays, in pixels of the baseline.</returns>
    public static (Similarity Move, double Left)? ByHand(IReadOnlyList<((double X, double Y) From, (double X, double Y) To)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        List<Point2f> from = [.. pairs.Select(p => new Point2f((float)p.From.X, (float)p.From.Y))], to = [.. pairs.Select(p => new Point2f((float)p.To.X, (float)p.To.Y))];
        return pairs.Count >= 2 && Fit(from, to, [.. pairs.Select(_ => 1.0)]) is { Scale: > 0 } move
            ? (move, pairs.Max(p => move.Apply(p.From.X, p.From.Y) is var (x, y) ? Math.Sqrt(Math.Pow(x - p.To.X, 2) + Math.Pow(y - p.To.Y, 2)) : 0))
            : null;
    }

    internal Mat ToMat() => Mat.FromArray(new[,] { { A, -B, Tx }, { B, A, Ty } });

    internal Point2f Apply(Point2f p) => Apply(p.X, p.Y) is var (x, y) ? new((float)x, (float)y) : default;

    /// <summary>The one that brings the first points nearest to the second, by weighted squares; null when they do not determine it.</summary>
    internal static Similarity? Fit(IReadOnlyList<Point2f> from, IReadOnlyList<Point2f> to, IReadOnlyList<double> weights)
    {
        double w = 0, fx = 0, fy = 0, tx = 0, ty = 0;
        for (var i = 0; i < from.Count; i++)
        {
            w += weights[i];
            fx += weights[i] * from[i].X;
            fy += weights[i] * from[i].Y;
            tx += weights[i] * to[i].X;
            ty += weights[i] * to[i].Y;
        }

        if (w <= 0)
        {
            return null;
        }

        (fx, fy, tx, ty) = (fx / w, fy / w, tx / w, ty / w);
        double dot = 0, cross = 0, spread = 0;
        for (var i = 0; i < from.Count; i++)
        {
            var (px, py, qx, qy) = (from[i].X - fx, from[i].Y - fy, to[i].X - tx, to[i].Y - ty);
            dot += weights[i] * ((px * qx) + (py * qy));
            cross += weights[i] * ((px * qy) - (py * qx));
            spread += weights[i] * ((px * px) + (py * py));
        }

        if (spread < 1)
        {
            return null;
        }

        var (a, b) = (dot / spread, cross / spread);
        return new(a, b, tx - (a * fx) + (b * fy), ty - (b * fx) - (a * fy));
    }
}
