using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>A relief as plain numbers, with where it shows the body part.</summary>
internal sealed class Ground
{
    private Ground(Mat relief, Mat area)
    {
        (Rows, Columns) = (relief.Rows, relief.Cols);
        using var real = new Mat();
        relief.ConvertTo(real, MatType.CV_32F, 1, -127.5);
        real.GetArray(out float[] values);
        area.GetArray(out byte[] inside);
        (Values, Inside) = (values, inside);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Row after row; 0 is no difference.</summary>
    public float[] Values { get; }

    /// <summary>Not 0 on the body part.</summary>
    public byte[] Inside { get; }

    public static Ground Of(Mat relief, Mat area) => new(relief, area);

    /// <summary>The follow-up laid onto the baseline by some movement.</summary>
    /// <param name="move">From the follow-up to the baseline, both in working pixels.</param>
    public static Ground Moved(Similarity move, Sight after, Size size)
    {
        using var matrix = move.ToMat();
        using var relief = new Mat();
        using var area = new Mat();
        Cv2.WarpAffine(after.Relief, relief, matrix, size, InterpolationFlags.Linear, BorderTypes.Replicate);
        Cv2.WarpAffine(after.Skin.Area, area, matrix, size, InterpolationFlags.Nearest, BorderTypes.Constant, Scalar.Black);
        return new(relief, area);
    }
}
