using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>
/// Normalised correlation of small squares over small distances. A general routine goes through the frequency domain, which at this size costs ten
/// times as much as multiplying.
/// </summary>
internal sealed class Correlation(Ground before, Ground moved, int reach)
{
    /// <summary>Side of a square, pixels; a multiple of every vector's length.</summary>
    public const int Side = 32;

    private const int Pixels = Side * Side;
    private readonly int places = (2 * reach) + 1;
    private readonly float[] square = new float[Pixels];
    private readonly float[] likeness = new float[((2 * reach) + 1) * ((2 * reach) + 1)];

    /// <summary>Where the square with this corner is found again, between pixels, and how alike it is there.</summary>
    public (Point2f Shift, double Likeness) Best(int left, int top)
    {
        Take(left, top);
        var best = 0;
        for (var dy = 0; dy < places; dy++)
        {
            for (var dx = 0; dx < places; dx++)
            {
                var here = (dy * places) + dx;
                likeness[here] = At(left + dx - reach, top + dy - reach);
                best = likeness[here] > likeness[best] ? here : best;
            }
        }

        var (x, y) = (best % places, best / places);
        return (new(x - reach + Between(best, x, 1), y - reach + Between(best, y, places)), likeness[best]);
    }

    /// <summary>The square of the baseline, its mean taken away, of length 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(int left, int top)
    {
        for (var y = 0; y < Side; y++)
        {
            before.Values.AsSpan(((top + y) * before.Columns) + left, Side).CopyTo(square.AsSpan(y * Side));
        }

        var mean = 0f;
        foreach (var value in square)
        {
            mean += value / Pixels;
        }

        var length = 1e-6f;
        for (var i = 0; i < Pixels; i++)
        {
            square[i] -= mean;
            length += square[i] * square[i];
        }

        length = MathF.Sqrt(length);
        for (var i = 0; i < Pixels; i++)
        {
            square[i] /= length;
        }
    }

    /// <summary>Optimised at its first call: a comparison from the command line calls it a hundred thousand times within its first second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float At(int left, int top)
    {
        var (dot, sum, energy) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var y = 0; y < Side; y++)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(moved.Values.AsSpan(((top + y) * moved.Columns) + left, Side));
            var own = MemoryMarshal.Cast<float, Vector<float>>(square.AsSpan(y * Side, Side));
            for (var i = 0; i < row.Length; i++)
            {
                dot += row[i] * own[i];
                sum += row[i];
                energy += row[i] * row[i];
            }
        }

        var total = Vector.Sum(sum);
        return Vector.Sum(dot) / MathF.Sqrt(Math.Max(1f, Vector.Sum(energy) - (total * total / Pixels)));
    }

    /// <summary>The top of the parabola through the best place and its neighbours, −0.5 to 0.5.</summary>
    private float Between(int best, int place, int stride)
    {
        if (place == 0 || place == places - 1)
        {
            return 0;
        }

        var (left, middle, right) = (likeness[best - stride], likeness[best], likeness[best + stride]);
        var bend = left - (2 * middle) + right;
        return bend < 0 ? Math.Clamp(0.5f * (left - right) / bend, -0.5f, 0.5f) : 0;
    }
}
