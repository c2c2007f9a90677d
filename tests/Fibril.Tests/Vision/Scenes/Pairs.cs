using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Vision;
using Fibril.Vision.Alignment;
using OpenCvSharp;

namespace Fibril.Tests.Vision.Scenes;

/// <summary>One baseline for all tests, drawn once, and follow-ups of it.</summary>
public static class Pairs
{
    /// <summary>The woman of the baseline, lit from the right.</summary>
    public static Shot Baseline { get; } = new() { Who = new Person(1), LampFrom = 0 };

    private static readonly Similarity Moved = Similarity.About(500, 500, 0.85, 12, 60, -40);
    private static readonly Similarity Nearer = Similarity.About(500, 500, 1.2, -20, -90, 60);

    private static readonly Scalar TypeSix = new(42, 56, 85);
    private static readonly Shot Brown = Baseline with { Who = new Person(1, new Scalar(70, 95, 140)) };
    private static readonly Shot Dark = Baseline with { Who = new Person(1, TypeSix) };
    private static readonly Shot Small = Baseline with { Size = 700, Pose = Similarity.About(0, 0, 0.7, 0, 0, 0) };
    private static readonly Similarity SmallMoved = Small.Pose.Then(Similarity.About(350, 350, 0.9, 10, 25, -20));

    private static Shot OtherLight(Shot shot) => shot with { LampFrom = 180, Gain = 0.75, Gamma = 1.15, Balance = new Scalar(0.85, 1, 1.15) };

    /// <summary>Follow-ups of the same skin, by what differs.</summary>
    public static IReadOnlyDictionary<string, Shot> Same { get; } = new Dictionary<string, Shot>
    {
        ["moved"] = Baseline with { Pose = Moved },
        ["nearer and turned by 20°"] = Baseline with { Pose = Nearer },
        ["wall moved with the head"] = Baseline with { Pose = Moved, WallFollows = true },
        ["lamp on the other side"] = Baseline with { Pose = Moved, LampFrom = 180 },
        ["dim, warm, other contrast"] = Baseline with { Pose = Moved, Gain = 0.6, Gamma = 1.2, Balance = new Scalar(0.85, 1, 1.15) },
        ["grainy"] = Baseline with { Pose = Moved, Grain = 8 },
        ["JPEG quality 50"] = Baseline with { Pose = Moved, Jpeg = 50 },
        ["smiling"] = Baseline with { Pose = Moved, Smile = 14 },
        ["healed"] = Baseline with { Pose = Moved, Spots = 0 },
        ["hair over the forehead"] = Baseline with { Pose = Moved, Hairs = 30 },
        ["all at once"] = Baseline with { Pose = Nearer, LampFrom = 180, Gain = 0.75, Balance = new Scalar(0.9, 1, 1.1), Grain = 4, Smile = 10, Spots = 0.1, Hairs = 20, Jpeg = 75 },
    };

    /// <summary>Pairs with a baseline of their own, by what makes them harder; a median error of the face in pixels is held for each.</summary>
    public static IReadOnlyDictionary<string, (Shot Before, Shot After)> Harder { get; } = new Dictionary<string, (Shot, Shot)>
    {
        ["phototype V"] = (Brown, Brown with { Pose = Moved }),
        ["phototype VI"] = (Dark, Dark with { Pose = Moved }),
        ["phototype VI, lamp on the other side, dim, warm"] = (Dark, OtherLight(Dark) with { Pose = Moved }),
        ["phototype VI, noise of 15"] = (Dark, Dark with { Pose = Moved, Grain = 15 }),
        ["noise of 15 in both"] = (Baseline with { Grain = 15 }, Baseline with { Pose = Moved, Grain = 15 }),
        ["700 pixels wide"] = (Small, Small with { Pose = SmallMoved }),
        ["700 pixels wide, phototype V, lamp on the other side"] = (Small with { Who = Brown.Who }, Small with { Who = Brown.Who, Pose = SmallMoved, LampFrom = 180 }),
        ["turned by 15°, nearer, other light"] = (Baseline, OtherLight(Baseline) with { Pose = Similarity.About(500, 500, 1.15, 15, -40, 30) }),
        ["turned by 25°, farther, lamp below"] = (Baseline, Baseline with { Pose = Similarity.About(500, 500, 0.8, -25, 40, 50), LampFrom = 90, Gain = 0.8, Balance = new Scalar(1.1, 1, 0.9) }),
    };

    /// <summary>What is not the same skin, where the skin is harder to tell apart.</summary>
    public static IReadOnlyDictionary<string, (Shot Before, Shot After)> HarderOther { get; } = new Dictionary<string, (Shot, Shot)>
    {
        ["another person, phototype VI"] = (Dark, Dark with { Who = new Person(101, TypeSix) }),
        ["another person, phototype VI, moved, other light"] = (Dark, OtherLight(Dark) with { Who = new Person(102, TypeSix), Pose = Moved }),
        ["face turned, phototype VI"] = (Dark, Dark with { Turned = 0.85 }),
        ["another person, noise of 15 in both"] = (Baseline with { Grain = 15 }, Baseline with { Who = new Person(101), Grain = 15 }),
        ["another person, 700 pixels wide"] = (Small, Small with { Who = new Person(101) }),
    };

    /// <summary>What is not the same skin in the same view.</summary>
    public static IReadOnlyDictionary<string, Shot> Other { get; } = new Dictionary<string, Shot>
    {
        ["another person before the same wall"] = Baseline with { Who = new Person(101) },
        ["another person, moved"] = Baseline with { Who = new Person(102), Pose = Moved },
        ["face turned by half a right angle"] = Baseline with { Turned = 0.7, Pose = Moved },
        ["face turned by a third of it"] = Baseline with { Turned = 0.85 },
        ["nobody before the same wall"] = Baseline with { Who = null },
        ["blurred beyond use"] = Baseline with { Who = new Person(1), Pose = Similarity.About(500, 500, 0.03, 0, 0, 0) },
    };

    private static readonly Lazy<Photo> Drawn = new(() => Photograph(Baseline));

    /// <summary>Lays a follow-up onto the baseline.</summary>
    public static AlignmentAnswer Align(Shot after)
    {
        using var photo = Photograph(after);
        return Aligner.Align(Drawn.Value, photo);
    }

    /// <summary>Lays a follow-up onto a baseline of its own.</summary>
    public static AlignmentAnswer Align(Shot before, Shot after)
    {
        using var first = Photograph(before);
        using var second = Photograph(after);
        return Aligner.Align(first, second);
    }

    /// <summary>Takes it.</summary>
    public static Photo Photograph(Shot shot)
    {
        using var picture = Camera.Take(shot);
        return Photo.From(picture);
    }

    /// <summary>Median distance over the face between where a point lies and where the answer puts it, pixels of the baseline.</summary>
    public static double Error(AlignmentAnswer answer, Shot before, Shot after) => Error(answer.Transform, before, after);

    /// <summary>The same for a transform alone.</summary>
    public static double Error(Similarity transform, Shot before, Shot after)
    {
        var errors = Person.Landmarks().Select(p =>
        {
            var (seen, truth) = (after.Pose.Apply(p.X, p.Y), before.Pose.Apply(p.X, p.Y));
            var (x, y) = transform.Apply(seen.X, seen.Y);
            return Math.Sqrt(Math.Pow(x - truth.X, 2) + Math.Pow(y - truth.Y, 2));
        }).Order().ToList();
        return errors[errors.Count / 2];
    }
}
