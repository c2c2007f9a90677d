using System.Globalization;
using System.Text.Json.Serialization;
using Fibril.Vision;
using Fibril.Vision.Measures;

namespace Fibril.Pathway.Outcomes;

/// <summary>What <c>fibril photos compare</c> answers.</summary>
/// <param name="Transform">[[a, −b, tx], [b, a, ty]] from pixels of AFTER to pixels of BEFORE, both upright; null when not aligned.</param>
/// <param name="Quality">0 to 1.</param>
/// <param name="Reason">Null when aligned.</param>
internal sealed record PhotosAnswer(double[][]? Transform, double Quality, bool Aligned, string? Reason, IReadOnlyList<PhotoMeasure> Measures)
{
    public static PhotosAnswer Of(Comparison comparison)
    {
        var a = comparison.Alignment;
        return new(a.IsAligned ? a.Transform.ToRows() : null, Math.Round(a.Quality, 3), a.IsAligned, a.Reason, [.. comparison.Measures.Select(PhotoMeasure.Of)]);
    }

    public IEnumerable<string> Lines() => Aligned
        ? [$"The follow-up lies on the baseline; quality {Number(Quality)} of 1.", .. Measures.Select(m => m.Line)]
        : [$"Not aligned: {Reason}", $"Quality {Number(Quality)} of 1; nothing was measured."];

    internal static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>One quality of one zone; a change smaller than its error is no conclusion.</summary>
/// <param name="ErrorFrom">Whose error it is: the shell knows no clinic, so that it is a stated default.</param>
internal sealed record PhotoMeasure(string Zone, string Measure, string Unit, double? Before, double? After, double? Change, double Error, string ErrorFrom, string Conclusion, string NormalisedBy)
{
    public static PhotoMeasure Of(SkinMeasure m) => new(
        m.Zone, Word(m.Measure), m.Unit, Rounded(m.Before), Rounded(m.After), Rounded(m.Change), m.Error, m.ErrorPairs == 0 ? "stated default" : $"{m.ErrorPairs} pairs of this clinic",
        m.Conclusion switch { ChangeConclusion.More => "more", ChangeConclusion.Less => "less", _ => "no conclusion" },
        m.NormalisedBy switch { ColourBasis.GreyCard => "grey card", ColourBasis.UnneedledSkin => "unneedled skin", _ => "none" });

    [JsonIgnore]
    public string Line => Change is { } change
        ? $"  {Zone}, {Measure}: {PhotosAnswer.Number(Before!.Value)} to {PhotosAnswer.Number(After!.Value)} {Unit}, change {PhotosAnswer.Number(change)} ± {PhotosAnswer.Number(Error)} ({ErrorFrom}): {Conclusion} (colours by: {NormalisedBy})"
        : $"  {Zone}, {Measure}: too little of it is to be seen in both: {Conclusion}";

    private static string Word(SkinQuality quality) => quality switch
    {
        SkinQuality.Redness => "redness",
        SkinQuality.Pigment => "pigment",
        SkinQuality.Ita => "ita",
        SkinQuality.Evenness => "evenness",
        _ => "texture",
    };

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 2) : null;
}
