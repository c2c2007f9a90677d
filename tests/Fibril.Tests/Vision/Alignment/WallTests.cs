using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Tests.Vision.Scenes;
using Fibril.Vision;
using Fibril.Vision.Alignment;
using OpenCvSharp;

namespace Fibril.Tests.Vision.Alignment;

/// <summary>A wall of the colour of skin, and pictures in which nothing has the colour of skin.</summary>
public class WallTests(ITestOutputHelper output)
{
    private static readonly Shot Beige = Pairs.Baseline with { WallTone = new Scalar(135, 165, 205) };
    private static readonly Shot Grey = Pairs.Baseline with { Who = new Person(1, new Scalar(150, 150, 150)) };
    private static readonly Similarity Moved = Similarity.About(500, 500, 0.95, -8, -60, 40);

    public static TheoryData<bool> Walls => [true, false];

    [Theory]
    [MemberData(nameof(Walls))]
    public void Head_that_moved_before_a_wall_like_skin_is_followed(bool beige)
    {
        var before = beige ? Beige : Grey;
        var after = before with { Pose = Moved, LampFrom = 180, Seed = 9 };

        var answer = Align(before, after);

        var error = Pairs.Error(answer, before, after);
        output.WriteLine($"error {error:0.00} px, quality {answer.Quality:0.00}; {answer.Trace}");
        Assert.True(answer.IsAligned, answer.Reason);
        Assert.InRange(error, 0, 1.5);
    }

    [Theory]
    [MemberData(nameof(Walls))]
    public void Another_person_before_a_wall_like_skin_is_refused(bool beige)
    {
        var before = beige ? Beige : Grey;

        var answer = Align(before, before with { Who = new Person(55, beige ? null : new Scalar(150, 150, 150)), Seed = 9 });

        output.WriteLine($"{answer.Reason} {answer.Trace}");
        Assert.False(answer.IsAligned);
    }

    [Fact]
    public void Close_view_of_skin_without_a_face_is_aligned()
    {
        using var before = Close(Similarity.Identity, 1);
        var move = Similarity.About(400, 400, 1.1, 9, 20, -12);
        using var after = Close(move, 2);

        var answer = Aligner.Align(before, after);

        var middle = move.Apply(400, 400);
        var (x, y) = answer.Transform.Apply(middle.X, middle.Y);
        Assert.True(answer.IsAligned, answer.Reason);
        Assert.InRange(Math.Abs(x - 400) + Math.Abs(y - 400), 0, 0.5);
    }

    private static AlignmentAnswer Align(Shot first, Shot second)
    {
        using var before = Pairs.Photograph(first);
        using var after = Pairs.Photograph(second);
        return Aligner.Align(before, after);
    }

    private static Photo Close(Similarity pose, int seed)
    {
        using var pattern = Noise.Octaves(800, 800, 3, [(1.5, 0.02), (4, 0.03), (12, 0.05), (40, 0.08)]);
        Cv2.Exp(pattern, pattern);
        using var skin = new Mat();
        Cv2.Merge([(pattern * 100).ToMat(), (pattern * 130).ToMat(), (pattern * 190).ToMat()], skin);
        using var matrix = Mat.FromArray(new[,] { { pose.A, -pose.B, pose.Tx }, { pose.B, pose.A, pose.Ty } });
        Cv2.WarpAffine(skin, skin, matrix, skin.Size(), InterpolationFlags.Cubic, BorderTypes.Reflect);
        using var grain = Noise.White(800, 800, seed);
        using var three = new Mat();
        Cv2.Merge([grain, grain, grain], three);
        Cv2.ScaleAdd(three, 2, skin, skin);
        skin.ConvertTo(skin, MatType.CV_8UC3);
        return Photo.From(skin);
    }
}
