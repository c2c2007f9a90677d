namespace Fibril.Vision.Measures;

/// <summary>What is measured of skin.</summary>
public enum SkinQuality
{
    /// <summary>Mean a* of CIELAB; higher is redder.</summary>
    Redness,

    /// <summary>Mean L* of CIELAB, 0 to 100; higher is lighter.</summary>
    Pigment,

    /// <summary>Individual typology angle in degrees, atan((L* − 50) / b*); higher is lighter.</summary>
    Ita,

    /// <summary>How much L* differs between blotches of some three to twenty pixels at one megapixel, as standard deviation; higher is less even.</summary>
    Evenness,

    /// <summary>How much L* differs between grain of some one to four pixels at one megapixel, as standard deviation; higher is rougher.</summary>
    Texture,
}

/// <summary>By what the colours of the follow-up were brought to those of the baseline.</summary>
public enum ColourBasis
{
    /// <summary>By nothing: no card was found and no skin outside the zones is known.</summary>
    None,

    /// <summary>By a grey card that both show.</summary>
    GreyCard,

    /// <summary>By the skin outside the zones.</summary>
    UnneedledSkin,
}

/// <summary>Whether there is more or less of it; a change within the error is no conclusion.</summary>
public enum ChangeConclusion
{
    /// <summary>The change is smaller than what two photographs of unchanged skin differ, or cannot be measured.</summary>
    NoConclusion,

    /// <summary>Higher in the follow-up.</summary>
    More,

    /// <summary>Lower in the follow-up.</summary>
    Less,
}

/// <summary>One quality of one zone in both photographs. Before, After and Change are null when too little skin of the zone is to be seen in both.</summary>
/// <param name="Unit">a*, L* or °.</param>
/// <param name="Change">After less before.</param>
/// <param name="Error">What two photographs of unchanged skin differ at most in 19 of 20 pairs, in the same unit.</param>
/// <param name="NormalisedBy">What the colours were brought together by.</param>
public sealed record SkinMeasure(string Zone, SkinQuality Measure, string Unit, double? Before, double? After, double? Change, double Error, ChangeConclusion Conclusion, ColourBasis NormalisedBy)
{
    /// <summary>Pairs of photographs that the error was measured with; 0 when it is a stated default.</summary>
    public int ErrorPairs { get; private init; }

    internal static SkinMeasure Of(string zone, SkinQuality quality, double? before, double? after, ColourBasis basis, RepeatErrors errors)
    {
        var error = errors.Of(quality, basis);
        var change = after - before;
        var conclusion = change is not { } c || Math.Abs(c) < error.Value ? ChangeConclusion.NoConclusion : c > 0 ? ChangeConclusion.More : ChangeConclusion.Less;
        return new(zone, quality, RepeatErrors.Unit(quality), before, after, change, error.Value, conclusion, basis) { ErrorPairs = error.Pairs };
    }
}
