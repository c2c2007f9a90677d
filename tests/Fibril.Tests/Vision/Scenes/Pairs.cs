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

    private static readonly Lazy<Photo> Drawn = new(() => Photograph(Baseline));

    /// <summary>Lays a follow-up onto the baseline.</summary>
    public static AlignmentAnswer Align(Shot after)
    {
        using var photo = Photograph(after);
        return Aligner.Align(Drawn.Value, photo);
    }

    /// <summary>Takes it.</summary>
    public static Photo Photograph(Shot shot)
    {
        using var picture = Camera.Take(shot);
        return Photo.From(picture);
    }

    /// <summary>Median distance over the face between where a point lies and where the answer puts it, pixels of the baseline.</summary>
    public static double Error(AlignmentAnswer answer, Shot before, Shot after)
    {
        var errors = Person.Landmarks().Select(p =>
        {
            var (seen, truth) = (after.Pose.Apply(p.X, p.Y), before.Pose.Apply(p.X, p.Y));
            var (x, y) = answer.Transform.Apply(seen.X, seen.Y);
            return Math.Sqrt(Math.Pow(x - truth.X, 2) + Math.Pow(y - truth.Y, 2));
        }).Order().ToList();
        return errors[errors.Count / 2];
    }
}
