using NetVips;

namespace Fibril.Platform.Files;

/// <summary>An image as it is kept, in three parts: the original with the sent pixels untouched, and two for the eye: upright, in sRGB. None says where it was taken.</summary>
/// <param name="Width">Of the original, upright.</param>
/// <param name="Height">Of the original, upright.</param>
internal sealed record CodedImage(byte[] Original, string OriginalType, byte[] Display, byte[] Thumbnail, int Width, int Height, CameraFacts Camera);

/// <summary>Decodes with libvips: what it cannot read is no picture. Of the sent file nothing survives but the picture.</summary>
internal static class ImageCoding
{
    private const int DisplaySize = 2048;
    private const int ThumbnailSize = 480;
    private const int Quality = 92;

    /// <summary>Two at a time: a 50-million-point picture takes 150 MB while it is open.</summary>
    private static readonly SemaphoreSlim Room = new(2, 2);

    static ImageCoding()
    {
        NetVips.NetVips.BlockUntrusted = true;
        Cache.Max = 0;
    }

    /// <exception cref="VipsException">The picture cannot be decoded.</exception>
    public static async Task<CodedImage> EncodeAsync(byte[] file, CancellationToken stop)
    {
        await Room.WaitAsync(stop);
        try
        {
            return await Task.Run(() => Encode(file), stop);
        }
        finally
        {
            Room.Release();
        }
    }

    private static CodedImage Encode(byte[] file)
    {
        using var sent = Image.NewFromBuffer(file, failOn: Enums.FailOn.Truncated);
        using var upright = sent.Autorot();
        using var coloured = upright.Contains("icc-profile-data") ? upright.IccTransform("srgb", embedded: true) : upright.Colourspace(Enums.Interpretation.Srgb);
        using var flat = coloured.HasAlpha() ? coloured.Flatten(background: [255.0, 255.0, 255.0]) : coloured.Copy();
        using var plain = flat.CopyMemory();
        using var shown = plain.ThumbnailImage(DisplaySize, height: DisplaySize, size: Enums.Size.Down);
        using var small = plain.ThumbnailImage(ThumbnailSize, height: ThumbnailSize, size: Enums.Size.Down);
        var (original, type) = Original(file, sent, upright);
        return new(original, type, Jpeg(shown), Jpeg(small), plain.Width, plain.Height, CameraFacts.Of(sent));
    }

    /// <summary>A JPEG keeps its own coding; any other kind is coded without loss, so that not one pixel differs from what was sent.</summary>
    private static (byte[] Bytes, string Type) Original(byte[] file, Image sent, Image upright) => file is [0xFF, 0xD8, ..]
        ? (JpegOriginal.Of(file, sent.Contains("orientation") ? (int)sent.Get("orientation") : 1), "image/jpeg")
        : (upright.PngsaveBuffer(compression: 6, keep: Enums.ForeignKeep.Icc), "image/png");

    private static byte[] Jpeg(Image image) =>
        image.JpegsaveBuffer(q: Quality, subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.None);
}
