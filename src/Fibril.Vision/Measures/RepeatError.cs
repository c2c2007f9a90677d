namespace Fibril.Vision.Measures;

/// <summary>
/// What two photographs of unchanged skin differ. These are stated defaults, not measurements: they hold until a clinic has measured its own room,
/// camera and card with two photographs of each baseline. They are wide on purpose.
/// </summary>
public static class RepeatError
{
    /// <summary>a*, with colours brought together.</summary>
    public const double Redness = 1.5;

    /// <summary>L*, with colours brought together.</summary>
    public const double Pigment = 2.5;

    /// <summary>Degrees, with colours brought together.</summary>
    public const double Ita = 5;

    /// <summary>L*.</summary>
    public const double Evenness = 0.6;

    /// <summary>L*.</summary>
    public const double Texture = 0.5;

    /// <summary>How many times larger the errors of colour are when nothing brings the colours together.</summary>
    public const double WithoutBasis = 3;

    internal static double Of(SkinQuality quality, ColourBasis basis) => quality switch
    {
        SkinQuality.Evenness => Evenness,
        SkinQuality.Texture => Texture,
        _ => (quality switch { SkinQuality.Redness => Redness, SkinQuality.Pigment => Pigment, _ => Ita }) * (basis == ColourBasis.None ? WithoutBasis : 1),
    };

    internal static string Unit(SkinQuality quality) => quality switch { SkinQuality.Redness => "a*", SkinQuality.Ita => "°", _ => "L*" };
}
