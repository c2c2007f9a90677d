using Fibril.Vision;
using OpenCvSharp;

namespace Fibril.Pathway.Journey.Demo.Faces;

/// <summary>How one picture is taken: who, where the head is, what light, what has changed.</summary>
public sealed record Shot
{
    public Person? Who { get; init; }

    /// <summary>From the canvas of the face to the picture.</summary>
    public Similarity Pose { get; init; } = Similarity.Identity;

    /// <summary>Pattern of the wall; the same number is the same wall at the same place.</summary>
    public int Wall { get; init; } = 77;

    /// <summary>The wall in BGR.</summary>
    public Scalar WallTone { get; init; } = new(150, 150, 140);

    /// <summary>Moves the wall with the head when the camera moved.</summary>
    public bool WallFollows { get; init; }

    /// <summary>Degrees; where the lamp stands around the camera. Null is light from the front.</summary>
    public double? LampFrom { get; init; }

    public double Gain { get; init; } = 1;

    public double Gamma { get; init; } = 1;

    /// <summary>Factors for blue, green, red.</summary>
    public Scalar Balance { get; init; } = new(1, 1, 1);

    /// <summary>Standard deviation of 255.</summary>
    public double Grain { get; init; } = 1.5;

    /// <summary>1 all red spots, 0 all healed.</summary>
    public double Spots { get; init; } = 1;

    /// <summary>How red the left cheek is: share of green and blue that is missing there.</summary>
    public double Flush { get; init; }

    /// <summary>Pixels that the mouth is drawn up.</summary>
    public double Smile { get; init; }

    /// <summary>Strands over the forehead.</summary>
    public int Hairs { get; init; }

    /// <summary>1 is frontal; 0.6 is the width a face turned by half a right angle shows.</summary>
    public double Turned { get; init; } = 1;

    /// <summary>A grey card at the left shoulder.</summary>
    public bool Card { get; init; }

    /// <summary>JPEG quality; null leaves the pixels as they are.</summary>
    public int? Jpeg { get; init; } = 88;

    public int Seed { get; init; } = 1;

    public int Size { get; init; } = 1000;
}
