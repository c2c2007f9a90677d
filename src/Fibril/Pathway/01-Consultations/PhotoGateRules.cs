using Fibril.Vision.Quality;

namespace Fibril.Pathway.Consultations;

/// <summary>
/// Whether a photograph can be compared later, asked while it can still be taken again. Each fault says what to do. The lines are the clinic's defaults, drawn on made-up faces;
/// they hold nothing back for good: whoever takes the photograph may keep it with a reason.
/// </summary>
public static class PhotoGateRules
{
    public const double LeastMegapixels = 0.8;
    public const double LeastSkinShare = 0.12;
    public const double MostBlur = 0.54;
    public const double MoreBlurThanBaseline = 0.12;
    public const double MostBurnt = 0.03;
    public const double MostDark = 0.25;
    public const double MostLopsided = 0.35;
    public const double MostLevel = 4;
    public const double MostTilt = 6;
    public const double MostDistance = 0.15;

    /// <param name="figures">Null when it could not be looked at on this machine.</param>
    /// <param name="level">Degrees by which the camera was not level, as the device said; null when it said nothing.</param>
    /// <param name="baselineBlur">Of the first photograph of this view; null when this is the first.</param>
    public static IReadOnlyList<PhotoFault> Look(PhotoFigures? figures, PhotoView view, double? level, double? baselineBlur = null)
    {
        if (figures is null)
        {
            return [new("photo-unchecked", "The photograph could not be checked on this machine. Look at it yourself: sharp, evenly lit, same distance?")];
        }

        return [.. Itself(figures, view, level), .. figures.Fit is null ? [] : AgainstBaseline(figures, baselineBlur)];
    }

    private static IEnumerable<PhotoFault> Itself(PhotoFigures f, PhotoView view, double? level)
    {
        if (f.Megapixels < LeastMegapixels)
        {
            yield return new("photo-small", $"The picture has {f.Megapixels:0.0} million points; {LeastMegapixels:0.0} million are the least. Use the camera itself, not a picture of a screen or from a chat.");
        }

        if (!f.HasSkin)
        {
            yield return new("photo-no-skin", "No skin was found by its colour. Is the light coloured, or the lens covered?");
        }
        else if (f.SkinShare < LeastSkinShare)
        {
            yield return new("photo-far", $"The skin covers {f.SkinShare:0 %} of the picture. Go nearer, until it fills the ring.");
        }

        if (f.Blur > MostBlur)
        {
            yield return new("photo-blurred", "The skin is not sharp. Wipe the lens, hold still, tap on the skin to focus.");
        }

        if (f.Dark > MostDark)
        {
            yield return new("photo-dark", "Much of the skin is too dark to measure. Turn the lamp on, or face the window.");
        }

        if (f.Burnt > MostBurnt)
        {
            yield return new("photo-bright", "Parts of the skin are burnt out to white. Turn the flash off, dab gloss away, or step back from the lamp.");
        }

        if (view == PhotoView.Front && f.Lopsided > MostLopsided)
        {
            yield return new("photo-lopsided", "One side is much brighter than the other. Turn until the light comes from the front.");
        }

        if (level is { } degrees && Math.Abs(degrees) > MostLevel)
        {
            yield return new("photo-tilted", $"The camera was tilted by {Math.Abs(degrees):0}°. Hold it level.");
        }
    }

    private static IEnumerable<PhotoFault> AgainstBaseline(PhotoFigures f, double? baselineBlur)
    {
        var fit = f.Fit!;
        if (!fit.IsAligned)
        {
            yield return new("photo-pose", $"It cannot be laid onto the first photograph of this view. {fit.Reason} Turn the head as in the ghost picture.");
            yield break;
        }

        if (Math.Abs(fit.Transform.Degrees) > MostTilt)
        {
            yield return new("photo-turned", $"The head is tilted by {Math.Abs(fit.Transform.Degrees):0}° against the first photograph. Bring the eyes onto the line.");
        }

        if (Math.Abs(Math.Log(Relative(f))) > Math.Log(1 + MostDistance))
        {
            yield return new("photo-distance", $"The skin appears {(Relative(f) < 1 ? "smaller" : "larger")} than in the first photograph. Go {(Relative(f) < 1 ? "nearer" : "farther away")}.");
        }

        if (baselineBlur is { } sharp && f.Blur > sharp + MoreBlurThanBaseline && f.Blur <= MostBlur)
        {
            yield return new("photo-softer", "It is less sharp than the first photograph: texture could not be compared.");
        }
    }

    /// <summary>How large the skin appears, against the first photograph, of pictures of the same height.</summary>
    private static double Relative(PhotoFigures f) => f.FitScale is { } scale and > 0 ? scale : 1;
}
