using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Tests.Vision.Scenes;
using Fibril.Vision;
using Fibril.Vision.Quality;
using OpenCvSharp;

namespace Fibril.Tests.Vision.Quality;

public class PhotoFiguresTests
{
    [Fact]
    public void Blur_grows_with_the_blur_and_not_with_light_noise_or_coding()
    {
        var sharp = Of(Pairs.Baseline).Blur;
        var soft = new[] { 1.0, 2, 4 }.Select(Blurred).ToList();

        Assert.InRange(sharp, 0.2, 0.42);
        Assert.Equal(soft.Order(), soft);
        Assert.True(soft[0] > sharp && soft[1] > 0.5 && soft[2] > 0.58, string.Join(' ', soft));
        Assert.All(new[] { Pairs.Baseline with { Grain = 8 }, Pairs.Baseline with { Jpeg = 40 }, Pairs.Baseline with { LampFrom = null } }, s => Assert.InRange(Of(s).Blur, 0.15, 0.45));
    }

    [Fact]
    public void Light_is_told_from_dark_burnt_and_lopsided()
    {
        var (front, dark, bright, side) = (Of(Pairs.Baseline with { LampFrom = null }), Of(Pairs.Baseline with { Gain = 0.08 }), Of(Pairs.Baseline with { Gain = 2.2 }), Of(Pairs.Baseline));

        Assert.InRange(front.Light, 60, 75);
        Assert.True(dark.Dark > 0.5 && bright.Burnt > 0.2, $"{dark} {bright}");
        Assert.True(side.Lopsided > 0.3 && front.Lopsided < 0.1, $"{side} {front}");
    }

    [Fact]
    public void Skin_is_missed_when_nobody_is_there()
    {
        var (face, nobody) = (Of(Pairs.Baseline), Of(new Shot()));

        Assert.Equal((true, false), (face.HasSkin, nobody.HasSkin));
        Assert.InRange(face.SkinShare, 0.3, 0.5);
    }

    [Fact]
    public void Follow_up_tells_its_distance_and_turn()
    {
        using var first = Pairs.Photograph(Pairs.Baseline);
        using var second = Pairs.Photograph(Pairs.Baseline with { Pose = Similarity.About(500, 500, 1.2, 8, 0, 0), Seed = 4 });

        var figures = PhotoFigures.Of(second, first);

        Assert.True(figures.Fit!.IsAligned, figures.Fit.Reason);
        Assert.Equal(1.2, figures.FitScale!.Value, 0.01);
        Assert.Equal(-8, figures.Fit.Transform.Degrees, 0.2);
    }

    private static PhotoFigures Of(Shot shot)
    {
        using var photo = Pairs.Photograph(shot);
        return PhotoFigures.Of(photo);
    }

    private static double Blurred(double pixels)
    {
        using var picture = Camera.Take(Pairs.Baseline);
        Cv2.GaussianBlur(picture, picture, new Size(), pixels);
        using var photo = Photo.From(picture);
        return PhotoFigures.Of(photo).Blur;
    }
}
