using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Tests.Vision.Scenes;
using Fibril.Vision;
using OpenCvSharp;

namespace Fibril.Tests.Vision.Alignment;

/// <summary>Made-up pairs with a known movement: one megapixel, the head moves before a wall that stays.</summary>
public class AlignerTests(ITestOutputHelper output)
{
    private const double LimitPx = 1.5;
    private static readonly Similarity Moved = Similarity.About(500, 500, 0.85, 12, 60, -40);
    private static readonly Similarity Nearer = Similarity.About(500, 500, 1.2, -20, -90, 60);

    private static readonly Dictionary<string, Shot> Same = new()
    {
        ["moved"] = Pairs.Baseline with { Pose = Moved },
        ["nearer and turned by 20°"] = Pairs.Baseline with { Pose = Nearer },
        ["wall moved with the head"] = Pairs.Baseline with { Pose = Moved, WallFollows = true },
        ["lamp on the other side"] = Pairs.Baseline with { Pose = Moved, LampFrom = 180 },
        ["dim, warm, other contrast"] = Pairs.Baseline with { Pose = Moved, Gain = 0.6, Gamma = 1.2, Balance = new Scalar(0.85, 1, 1.15) },
        ["grainy"] = Pairs.Baseline with { Pose = Moved, Grain = 8 },
        ["JPEG quality 50"] = Pairs.Baseline with { Pose = Moved, Jpeg = 50 },
        ["smiling"] = Pairs.Baseline with { Pose = Moved, Smile = 14 },
        ["healed"] = Pairs.Baseline with { Pose = Moved, Spots = 0 },
        ["hair over the forehead"] = Pairs.Baseline with { Pose = Moved, Hairs = 30 },
        ["all at once"] = Pairs.Baseline with { Pose = Nearer, LampFrom = 180, Gain = 0.75, Balance = new Scalar(0.9, 1, 1.1), Grain = 4, Smile = 10, Spots = 0.1, Hairs = 20, Jpeg = 75 },
    };

    private static readonly Dictionary<string, Shot> Other = new()
    {
        ["another person before the same wall"] = Pairs.Baseline with { Who = new Person(101) },
        ["another person, moved"] = Pairs.Baseline with { Who = new Person(102), Pose = Moved },
        ["face turned by half a right angle"] = Pairs.Baseline with { Turned = 0.7, Pose = Moved },
        ["face turned by a third of it"] = Pairs.Baseline with { Turned = 0.85 },
        ["nobody before the same wall"] = Pairs.Baseline with { Who = null },
        ["blurred beyond use"] = Pairs.Baseline with { Who = new Person(1), Pose = Similarity.About(500, 500, 0.03, 0, 0, 0) },
    };

    public static TheoryData<string> SamePerson => [.. Same.Keys];

    public static TheoryData<string> OtherPerson => [.. Other.Keys];

    [Theory]
    [MemberData(nameof(SamePerson))]
    public void Follow_up_of_the_same_skin_lies_on_its_baseline(string change)
    {
        var after = Same[change] with { Seed = 9 };

        var answer = Pairs.Align(after);

        var error = Pairs.Error(answer, Pairs.Baseline, after);
        output.WriteLine($"{change}: median error {error:0.00} px at 1 MP, quality {answer.Quality:0.00}; {answer.Trace}");
        Assert.True(answer.IsAligned, answer.Reason);
        Assert.Null(answer.Reason);
        Assert.InRange(error, 0, LimitPx);
    }

    [Theory]
    [MemberData(nameof(OtherPerson))]
    public void Other_skin_is_refused_with_a_reason(string change)
    {
        var answer = Pairs.Align(Other[change] with { Seed = 9 });

        output.WriteLine($"{change}: {answer.Reason} quality {answer.Quality:0.00}; {answer.Trace}");
        Assert.False(answer.IsAligned);
        Assert.EndsWith(".", answer.Reason, StringComparison.Ordinal);
        Assert.InRange(answer.Quality, 0, 0.3);
    }

    [Fact]
    public void Same_two_photographs_get_the_same_answer()
    {
        var after = Same["all at once"];

        Assert.Equal(Pairs.Align(after).Transform, Pairs.Align(after).Transform);
    }
}
