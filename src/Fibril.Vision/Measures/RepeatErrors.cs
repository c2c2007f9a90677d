namespace Fibril.Vision.Measures;

/// <summary>How far one measure of unchanged skin lies apart in two photographs.</summary>
/// <param name="Value">In 19 of 20 pairs it is less, in the unit of the measure.</param>
/// <param name="Pairs">Pairs of photographs it was measured with; 0 for a stated default.</param>
public readonly record struct RepeatError(double Value, int Pairs);

/// <summary>
/// The errors of a clinic's own room, camera and card where it has measured them with two photographs of the same baseline; else stated defaults that
/// are wide on purpose.
/// </summary>
public sealed class RepeatErrors
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

    /// <summary>How many times larger the stated errors of colour are when nothing brings the colours together.</summary>
    public const double WithoutBasis = 3;

    /// <summary>Fewer pairs say too little of what 19 of 20 do.</summary>
    public const int LeastPairs = 5;

    private readonly Dictionary<(SkinQuality, ColourBasis), RepeatError> measured = [];

    private RepeatErrors()
    {
    }

    /// <summary>Nothing measured.</summary>
    public static RepeatErrors Defaults { get; } = new();

    /// <summary>
    /// The repeatability of paired measurements, 1.96 times the root of the mean squared difference (Bland and Altman, Lancet 1986;1:307), of each measure and each way colours were
    /// brought together, with at least <see cref="LeastPairs"/> pairs. Evenness and texture hang on no colour: any pair counts, once and by its larger difference.
    /// </summary>
    /// <param name="pairs">What each pair of photographs taken one after the other differs.</param>
    public static RepeatErrors From(IEnumerable<IReadOnlyList<RepeatDifference>> pairs)
    {
        var errors = new RepeatErrors();
        var largest = pairs.SelectMany(p => p.GroupBy(d => Key(d.Quality, d.Basis)).Select(g => (g.Key, Square: g.Max(d => d.Value * d.Value))));
        foreach (var group in largest.GroupBy(d => d.Key).Where(g => g.Count() >= LeastPairs))
        {
            errors.measured[group.Key] = new(1.96 * Math.Sqrt(group.Average(d => d.Square)), group.Count());
        }

        return errors;
    }

    /// <summary>The error of one measure.</summary>
    public RepeatError Of(SkinQuality quality, ColourBasis basis) => measured.TryGetValue(Key(quality, basis), out var own) ? own : new(Stated(quality, basis), 0);

    internal static string Unit(SkinQuality quality) => quality switch { SkinQuality.Redness => "a*", SkinQuality.Ita => "°", _ => "L*" };

    private static (SkinQuality, ColourBasis) Key(SkinQuality quality, ColourBasis basis) => (quality, quality is SkinQuality.Evenness or SkinQuality.Texture ? ColourBasis.None : basis);

    private static double Stated(SkinQuality quality, ColourBasis basis) => quality switch
    {
        SkinQuality.Evenness => Evenness,
        SkinQuality.Texture => Texture,
        _ => (quality switch { SkinQuality.Redness => Redness, SkinQuality.Pigment => Pigment, _ => Ita }) * (basis == ColourBasis.None ? WithoutBasis : 1),
    };
}
