using System.Buffers.Binary;

namespace Fibril.Vision.Files;

/// <summary>Walks the segments of a JPEG: size, number of scans, where it ends.</summary>
internal static class JpegLayout
{
    /// <summary>A progressive photograph has about ten; a file with hundreds is made to keep the decoder busy.</summary>
    private const int MostScans = 64;

    public static PhotoLayout Of(ReadOnlySpan<byte> bytes)
    {
        var layout = new PhotoLayout(PhotoKind.Jpeg);
        var (at, scans) = (2, 0);
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && at + 9 <= bytes.Length)
            {
                layout.Fault ??= layout.Size is null ? null : "the file holds more than one picture.";
                layout.Size ??= (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            layout.Pass(at, Math.Min(at + 2 + length, bytes.Length));
            at += 2 + length;
            if (marker == 0xDA)
            {
                layout.Fault ??= ++scans > MostScans ? $"the picture has more than {MostScans} scans." : null;
                at = AfterScan(bytes, at);
            }
        }

        layout.End = at + 2 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] == 0xD9 && scans > 0 ? at + 2 : null;
        return layout;
    }

    /// <summary>The next marker that is neither stuffing nor a restart.</summary>
    private static int AfterScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
            {
                return bytes.Length;
            }

            at += next;
            if (bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += bytes[at + 1] == 0xFF ? 1 : 2;
        }

        return bytes.Length;
    }
}
