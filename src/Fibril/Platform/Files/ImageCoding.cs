using NetVips;

namespace Fibril.Platform.Files;

/// <summary>An image as it is kept: upright, in sRGB, without a trace of where or with what it was taken.</summary>
internal sealed record CodedImage(byte[] Full, byte[] Thumbnail, int Width, int Height);

/// <summary>Decodes and encodes anew with libvips, so that nothing of the sent file survives but the picture.</summary>
internal static class ImageCoding
{
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
        using var small = plain.ThumbnailImage(ThumbnailSize, height: ThumbnailSize, size: Enums.Size.Down);
        return new(Jpeg(plain), Jpeg(small), plain.Width, plain.Height);
    }

    private static byte[] Jpeg(Image image) =>
        image.JpegsaveBuffer(q: Quality, subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.None);
}
