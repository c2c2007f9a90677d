using System.Collections.Concurrent;
using Fibril.Vision;
using OpenCvSharp;

namespace Fibril.Pathway.Journey.Demo.Faces;

/// <summary>Takes the picture that a <see cref="Shot"/> describes: eight bits, BGR.</summary>
public static class Camera
{
    private static readonly ConcurrentDictionary<(int Pattern, int Size), Lazy<Mat>> Walls = [];
    private static readonly ConcurrentDictionary<double, Lazy<Mat>> Lamps = [];

    public static Mat Take(Shot shot)
    {
        using var scene = WallOf(shot);
        if (shot.Who is { } who)
        {
            using var face = who.Draw(shot.Spots);
            using var mask = MaskOf();
            Change(face, mask, shot);
            Place(face, mask, scene, shot);
        }

        if (shot.Card)
        {
            Cv2.Rectangle(scene, new Rect(40, shot.Size - 190, 130, 130), new Scalar(0.46, 0.46, 0.46), -1);
        }

        return Develop(scene, shot);
    }

    /// <summary>The same as bytes of a file.</summary>
    public static byte[] File(Shot shot, string extension = ".jpg")
    {
        using var picture = Take(shot with { Jpeg = null });
        return picture.ImEncode(extension, [new ImageEncodingParam(ImwriteFlags.JpegQuality, shot.Jpeg ?? 92)]);
    }

    private static Mat WallOf(Shot shot)
    {
        using var pattern = Walls.GetOrAdd((shot.Wall, shot.Size), w => new(() => Bricks(w.Pattern, w.Size))).Value.Clone();
        var tone = shot.WallTone;
        using var colour = new Mat(pattern.Size(), MatType.CV_32FC3, new Scalar(tone.Val0 / 255, tone.Val1 / 255, tone.Val2 / 255));
        var wall = new Mat();
        Cv2.Multiply(pattern, colour, wall);
        if (shot.WallFollows)
        {
            using var matrix = Rows(shot.Pose);
            using var still = wall.Clone();
            Cv2.WarpAffine(still, wall, matrix, wall.Size(), InterpolationFlags.Linear, BorderTypes.Reflect);
        }

        return wall;
    }

    private static Mat Bricks(int wall, int size)
    {
        using var pattern = Noise.Octaves(size, size, wall, [(2, 0.03), (6, 0.05), (20, 0.06), (80, 0.05)]);
        for (var y = 0; y < size; y += 60)
        {
            Cv2.Line(pattern, new Point(0, y), new Point(size, y), new Scalar(-0.25), 2);
            for (var x = (y / 60 % 2) * 60; x < size; x += 120)
            {
                Cv2.Line(pattern, new Point(x, y), new Point(x, y + 60), new Scalar(-0.25), 2);
            }
        }

        Cv2.Exp(pattern, pattern);
        var three = new Mat();
        Cv2.Merge([pattern, pattern, pattern], three);
        return three;
    }

    private static Mat MaskOf()
    {
        var mask = new Mat(Person.Side, Person.Side, MatType.CV_32FC3, Scalar.Black);
        Cv2.Ellipse(mask, new Point(500, 500), new Size(Person.Wide, Person.High), 0, 0, 360, new Scalar(1, 1, 1), -1);
        Cv2.Rectangle(mask, new Rect(380, 800, 240, 200), new Scalar(1, 1, 1), -1);
        Cv2.GaussianBlur(mask, mask, new Size(), 1.5);
        return mask;
    }

    private static void Change(Mat face, Mat mask, Shot shot)
    {
        if (shot.Smile != 0 || shot.Turned != 1)
        {
            using var alongX = new Mat(face.Size(), MatType.CV_32F);
            using var alongY = new Mat(face.Size(), MatType.CV_32F);
            var (xs, ys) = (new float[face.Total()], new float[face.Total()]);
            for (var i = 0; i < xs.Length; i++)
            {
                var (x, y) = (i % Person.Side, i / Person.Side);
                var pull = shot.Smile * Math.Exp(-(Math.Pow((x - 500) / 130.0, 2) + Math.Pow((y - 690) / 80.0, 2)));
                xs[i] = (float)(500 + ((x - 500) / shot.Turned * (1 + (shot.Turned == 1 ? 0 : 0.0006 * (x - 500)))) + (pull * Math.Sign(x - 500) * Math.Min(1, Math.Abs(x - 500) / 60.0)));
                ys[i] = (float)(y + (pull * 0.6));
            }

            alongX.SetArray(xs);
            alongY.SetArray(ys);
            Cv2.Remap(face.Clone(), face, alongX, alongY, InterpolationFlags.Linear, BorderTypes.Reflect);
            Cv2.Remap(mask.Clone(), mask, alongX, alongY, InterpolationFlags.Linear, BorderTypes.Constant, Scalar.Black);
        }

        using var cheek = face.SubMat(new Rect(290, 470, 150, 160));
        Cv2.Multiply(cheek, new Scalar(1 - shot.Flush, 1 - shot.Flush, 1), cheek);
        var random = new Random(shot.Seed + 5);
        for (var i = 0; i < shot.Hairs; i++)
        {
            var (x, y) = (random.Next(250, 750), random.Next(60, 200));
            Cv2.Polylines(face, [[new Point(x, y), new Point(x + random.Next(-60, 61), y + random.Next(60, 200)), new Point(x + random.Next(-120, 121), y + random.Next(200, 420))]], false, new Scalar(0.08, 0.1, 0.13), random.Next(1, 4), LineTypes.AntiAlias);
        }

        Light(face, shot);
    }

    /// <summary>A dome under a lamp at the side.</summary>
    private static void Light(Mat face, Shot shot)
    {
        if (shot.LampFrom is not { } degrees)
        {
            return;
        }

        using var lamp = Lamps.GetOrAdd(degrees, d => new(() => Lamp(d))).Value.Clone();
        Cv2.Multiply(face, lamp, face);
    }

    private static Mat Lamp(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var light = new float[Person.Side * Person.Side];
        for (var i = 0; i < light.Length; i++)
        {
            var (nx, ny) = (((i % Person.Side) - 500) / (Person.Wide * 1.15), ((i / Person.Side) - 500) / (Person.High * 1.15));
            var nz = Math.Sqrt(Math.Max(0.04, 1 - (nx * nx) - (ny * ny)));
            light[i] = (float)(0.3 + (0.75 * Math.Max(0, (0.62 * ((nx * cos) + (ny * sin))) + (0.78 * nz))));
        }

        using var plane = Mat.FromPixelData(Person.Side, Person.Side, MatType.CV_32F, light);
        var three = new Mat();
        Cv2.Merge([plane, plane, plane], three);
        return three;
    }

    private static void Place(Mat face, Mat mask, Mat scene, Shot shot)
    {
        using var matrix = Rows(shot.Pose);
        using var placed = new Mat();
        using var covers = new Mat();
        var size = scene.Size();
        var way = shot.Pose.Scale < 0.7 ? InterpolationFlags.Area : InterpolationFlags.Cubic;
        Cv2.WarpAffine(face, placed, matrix, size, way, BorderTypes.Reflect);
        Cv2.WarpAffine(mask, covers, matrix, size, InterpolationFlags.Linear, BorderTypes.Constant, Scalar.Black);
        using var difference = (placed - scene).ToMat();
        Cv2.Multiply(difference, covers, difference);
        Cv2.Add(scene, difference, scene);
    }

    private static Mat Develop(Mat scene, Shot shot)
    {
        Cv2.Multiply(scene, new Scalar(shot.Balance.Val0 * shot.Gain, shot.Balance.Val1 * shot.Gain, shot.Balance.Val2 * shot.Gain), scene);
        Cv2.Max(scene, 0.0, scene);
        Cv2.Pow(scene, shot.Gamma, scene);
        var (rows, columns) = (scene.Rows, scene.Cols);
        using var grain = Noise.White(rows, columns, shot.Seed + 1);
        using var three = new Mat();
        using var shifted = Noise.White(rows, columns, shot.Seed + 2);
        Cv2.Merge([grain, shifted, grain], three);
        Cv2.ScaleAdd(three, shot.Grain / 255, scene, scene);
        var picture = new Mat();
        scene.ConvertTo(picture, MatType.CV_8UC3, 255);
        return shot.Jpeg is { } quality ? Cv2.ImDecode(picture.ImEncode(".jpg", [new ImageEncodingParam(ImwriteFlags.JpegQuality, quality)]), ImreadModes.Color) : picture;
    }

    private static Mat<double> Rows(Similarity move) => Mat.FromArray(new[,] { { move.A, -move.B, move.Tx }, { move.B, move.A, move.Ty } });
}
