using NetVips;

namespace Fibril.Platform.Files;

/// <summary>How a photograph was taken, as its camera wrote it: what makes two photographs comparable. Neither place nor serial number nor owner.</summary>
/// <param name="Camera">Make and model.</param>
/// <param name="Exposure">Such as 1/60 sec.</param>
/// <param name="Aperture">Such as f/1.8.</param>
/// <param name="Iso">Sensitivity.</param>
/// <param name="FocalLength">Such as 5.7 mm.</param>
/// <param name="Flash">Such as Flash did not fire.</param>
public sealed record CameraFacts(string? Camera, string? Exposure, string? Aperture, string? Iso, string? FocalLength, string? Flash)
{
    private const int MostLetters = 60;

    /// <summary>What is known, in one line; empty when the file says nothing.</summary>
    public string Line() => string.Join(", ", new[] { Camera, Exposure, Aperture, Iso is null ? null : $"ISO {Iso}", FocalLength, Flash }.OfType<string>());

    internal static CameraFacts Of(Image image)
    {
        var fields = image.GetFields();
        string? Read(string name) => fields.Contains(name) ? Text(image.Get(name) as string) : null;
        var camera = string.Join(' ', new[] { Read("exif-ifd0-Make"), Read("exif-ifd0-Model") }.OfType<string>());
        return new(
            camera.Length == 0 ? null : camera,
            Read("exif-ifd2-ExposureTime"),
            Read("exif-ifd2-FNumber"),
            Read("exif-ifd2-ISOSpeedRatings") ?? Read("exif-ifd2-PhotographicSensitivity"),
            Read("exif-ifd2-FocalLength"),
            Read("exif-ifd2-Flash"));
    }

    /// <summary>libvips writes "value (raw, type, count)"; what a file says may be anything, so it is cut and cleaned.</summary>
    private static string? Text(string? field)
    {
        var end = field?.LastIndexOf(" (", StringComparison.Ordinal) ?? -1;
        var value = string.Concat((end < 0 ? field ?? "" : field![..end]).Where(c => !char.IsControl(c))).Trim();
        return value.Length == 0 ? null : value[..Math.Min(value.Length, MostLetters)];
    }
}
