using System.Globalization;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>A photograph's size in pixels, and the size in which it is shown to be clicked at.</summary>
public sealed record PictureSize(int Width, int Height)
{
    private const double ShownSide = 520;

    private double Shrink => Math.Max(1, Math.Max(Width, Height) / ShownSide);

    public int ShownWidth => (int)Math.Round(Width / Shrink);

    public int ShownHeight => (int)Math.Round(Height / Shrink);

    public static async Task<PictureSize> OfAsync(ClinicDb db, Photo photo, CancellationToken stop = default)
    {
        var file = await db.StoredFiles.AsNoTracking().OneAsync(f => f.Id == photo.FileId, stop);
        return new(file.Width, file.Height);
    }

    /// <summary>A click as the browser sends it, in shown pixels; nothing when there was none within the picture.</summary>
    public IEnumerable<PixelPoint> Read(string? x, string? y) =>
        Number(x) is { } left && Number(y) is { } top && left <= ShownWidth && top <= ShownHeight
            ? [new((left + 0.5) * Width / ShownWidth, (top + 0.5) * Height / ShownHeight)]
            : [];

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
