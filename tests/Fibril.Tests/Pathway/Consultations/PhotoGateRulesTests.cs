using Fibril.Pathway.Consultations;
using Fibril.Vision;
using Fibril.Vision.Alignment;
using Fibril.Vision.Quality;

namespace Fibril.Tests.Pathway.Consultations;

public class PhotoGateRulesTests
{
    private static readonly PhotoFigures Good = new(12, true, 0.4, 0.4, 60, 0, 0, 0.05, null);

    public static TheoryData<string, PhotoFigures?> Faults => new()
    {
        { "", Good },
        { "photo-small", Good with { Megapixels = 0.3 } },
        { "photo-no-skin", Good with { HasSkin = false, SkinShare = 0 } },
        { "photo-far", Good with { SkinShare = 0.05 } },
        { "photo-blurred", Good with { Blur = 0.8 } },
        { "photo-dark", Good with { Dark = 0.5 } },
        { "photo-bright", Good with { Burnt = 0.1 } },
        { "photo-lopsided", Good with { Lopsided = 0.5 } },
        { "photo-unchecked", null },
        { "photo-pose", Good with { Fit = new(Similarity.Identity, 0, false, "Another view.") } },
        { "photo-turned", Good with { Fit = new(Similarity.About(0, 0, 1, 9, 0, 0), 0.8, true, null) } },
        { "", Good with { Fit = new(Similarity.About(0, 0, 1, 3, 0, 0), 0.8, true, null) } },
        { "photo-small,photo-blurred", Good with { Megapixels = 0.3, Blur = 0.8 } },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Each_fault_is_named_with_what_to_do(string codes, PhotoFigures? figures)
    {
        var found = PhotoGateRules.Look(figures, PhotoView.Front, level: null);

        Assert.Equal(codes, string.Join(',', found.Select(f => f.Code)));
        Assert.All(found, f => Assert.EndsWith(".", f.Sentence.Replace("?", ".", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Theory, InlineData(0, ""), InlineData(-4, ""), InlineData(7, "photo-tilted"), InlineData(-7, "photo-tilted")]
    public void Camera_is_held_level(double level, string codes) =>
        Assert.Equal(codes, string.Join(',', PhotoGateRules.Look(Good, PhotoView.Front, level).Select(f => f.Code)));

    [Theory, InlineData(PhotoView.Left90), InlineData(PhotoView.CloseUp)]
    public void Light_from_one_side_is_a_fault_of_the_front_alone(PhotoView view) =>
        Assert.Empty(PhotoGateRules.Look(Good with { Lopsided = 0.5 }, view, null));

    [Fact]
    public void Follow_up_softer_than_its_baseline_is_told() =>
        Assert.Equal(["photo-softer"], PhotoGateRules.Look(Good with { Blur = 0.53, Fit = new(Similarity.Identity, 0.8, true, null) }, PhotoView.Front, null, 0.38).Select(f => f.Code));
}
