using System.Buffers.Binary;
using NetVips;

namespace Fibril.Tests.Platform.Files;

/// <summary>Pictures made for tests: a gradient, with a position in it, or only the header of something too large.</summary>
internal static class Pictures
{
    public static Image Gradient(int width = 1200, int height = 800) =>
        Image.Xyz(width, height).ExtractBand(0).Bandjoin(Image.Xyz(width, height).ExtractBand(1), Image.Black(width, height)).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    public static byte[] Jpeg(int width = 1200, int height = 800) => Gradient(width, height).JpegsaveBuffer(q: 90);

    public static byte[] Png(int width = 600, int height = 400) => Gradient(width, height).PngsaveBuffer();

    public static byte[] Webp(int width = 600, int height = 400, bool lossless = false) => Gradient(width, height).WebpsaveBuffer(lossless: lossless);

    /// <summary>Lying on its side, with a place in it, as a phone sends it.</summary>
    public static byte[] PhoneJpeg()
    {
        using var picture = Gradient(1200, 800).Mutate(m =>
        {
            m.Set(GValue.GIntType, "orientation", 6);
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "51/1 30/1 0/1");
            m.Set(GValue.GStrType, "exif-ifd0-Make", "SecretPhone");
        });
        return picture.JpegsaveBuffer(q: 90);
    }

    /// <summary>A PNG that says it is this large; a few bytes only.</summary>
    public static byte[] HugePng(int width, int height)
    {
        var file = Png(8, 8);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        return file;
    }
}
