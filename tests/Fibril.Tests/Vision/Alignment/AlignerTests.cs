using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Tests.Vision.Scenes;
using Fibril.Vision;
using OpenCvSharp;

namespace Fibril.Tests.Vision.Alignment;

/// <summary>Made-up pairs with a known movement: one megapixel, the head moves before a wall that stays.</summary>
public class AlignerTests(ITestOutputHelper output)
{
    private const double LimitPx = 1.5;
    public static TheoryData<string> SamePerson => [.. Pairs.Same.Keys];

    public static TheoryData<string> OtherPerson => [.. Pairs.Other.Keys];

    public static TheoryData<string> HarderPair => [.. Pairs.Harder.Keys];

    public static TheoryData<string> HarderOther => [.. Pairs.HarderOther.Keys];

    [Theory]
    [MemberData(nameof(SamePerson))]
    public void Follow_up_of_the_same_skin_lies_on_its_baseline(string change)
    {
        var after = Pairs.Same[change] with { Seed = 9 };

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
        var answer = Pairs.Align(Pairs.Other[change] with { Seed = 9 });

        output.WriteLine($"{change}: {answer.Reason} quality {answer.Quality:0.00}; {answer.Trace}");
        Assert.False(answer.IsAligned);
        Assert.EndsWith(".", answer.Reason, StringComparison.Ordinal);
        Assert.InRange(answer.Quality, 0, 0.3);
    }

    [Theory]
    [MemberData(nameof(HarderPair))]
    public void Dark_noisy_small_and_turned_pairs_lie_on_each_other_too(string what)
    {
        var (before, after) = (Pairs.Harder[what].Before, Pairs.Harder[what].After with { Seed = 9 });

        var answer = Pairs.Align(before, after);

        var error = Pairs.Error(answer, before, after);
        output.WriteLine($"{what}: median error {error:0.00} px, quality {answer.Quality:0.00}; {answer.Trace}");
        Assert.True(answer.IsAligned, answer.Reason);
        Assert.InRange(error, 0, LimitPx);
    }

    [Theory]
    [MemberData(nameof(HarderOther))]
    public void Other_skin_is_refused_where_it_is_dark_noisy_or_small(string what)
    {
        var answer = Pairs.Align(Pairs.HarderOther[what].Before, Pairs.HarderOther[what].After with { Seed = 9 });

        output.WriteLine($"{what}: {answer.Reason} quality {answer.Quality:0.00}; {answer.Trace}");
        Assert.False(answer.IsAligned);
    }

    [Fact]
    public void Same_two_photographs_get_the_same_answer()
    {
        var after = Pairs.Same["all at once"];

        Assert.Equal(Pairs.Align(after).Transform, Pairs.Align(after).Transform);
    }
}
