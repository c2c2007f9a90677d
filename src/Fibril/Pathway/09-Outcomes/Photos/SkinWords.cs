using System.Globalization;
using Fibril.Protocol;
using Fibril.Vision.Measures;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>Measures and verdicts in words.</summary>
public static class SkinWords
{
    public static string Of(SkinQuality quality) => quality switch
    {
        SkinQuality.Redness => "redness",
        SkinQuality.Pigment => "lightness",
        SkinQuality.Ita => "tone angle (ITA)",
        SkinQuality.Evenness => "unevenness",
        _ => "texture",
    };

    /// <summary>Such as: cheek less red (−2.3 ± 1.5).</summary>
    public static string Of(KeptMeasure m) =>
        $"{(ProtocolPack.Current.Zones.FirstOrDefault(z => z.Id == m.Zone)?.Name ?? "all skin")} {Verdict(Enum.Parse<SkinQuality>(m.Measure), Enum.Parse<ChangeConclusion>(m.Conclusion))} ({Signed(m.Change)} ± {Number(m.Error)})";

    public static string Verdict(SkinMeasure m) => m.Change is null ? "not measured: too little of it shows in both" : Verdict(m.Measure, m.Conclusion);

    private static string Verdict(SkinQuality quality, ChangeConclusion conclusion) => (quality, conclusion) switch
    {
        (_, ChangeConclusion.NoConclusion) => "no conclusion: smaller than the error of this method",
        (SkinQuality.Redness, ChangeConclusion.More) => "redder",
        (SkinQuality.Redness, _) => "less red",
        (SkinQuality.Evenness, ChangeConclusion.More) => "less even",
        (SkinQuality.Evenness, _) => "more even",
        (SkinQuality.Texture, ChangeConclusion.More) => "rougher",
        (SkinQuality.Texture, _) => "smoother",
        (_, ChangeConclusion.More) => "lighter",
        _ => "darker",
    };

    public static string Error(SkinMeasure m) => m.ErrorPairs > 0
        ? $"± {Number(m.Error)}, measured here with {m.ErrorPairs} pairs"
        : $"± {Number(m.Error)}, a stated default";

    public static string Number(double? value) => value is { } v ? v.ToString("0.0#", CultureInfo.CurrentCulture) : "–";

    public static string Signed(double? value) => value is { } v ? v.ToString("+0.0#;−0.0#;0.0", CultureInfo.CurrentCulture) : "–";
}

/// <summary>By what colours were brought together, in a sentence.</summary>
public static class ColourWords
{
    public static string Of(ColourBasis basis) => basis switch
    {
        ColourBasis.GreyCard => "Colours were brought together by the grey card that both show.",
        ColourBasis.UnneedledSkin => "Colours were brought together by the skin outside the drawn areas.",
        _ => "Colours were not brought together: neither a grey card nor drawn areas; the errors are wider for that.",
    };
}
