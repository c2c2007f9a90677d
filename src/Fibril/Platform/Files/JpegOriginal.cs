using System.Buffers.Binary;

namespace Fibril.Platform.Files;

/// <summary>
/// A JPEG with its pixels as the camera coded them, bit for bit, and nothing that says where, when and with what: of the segments
/// stay those that a decoder needs, its colour profile and which way is up.
/// </summary>
internal static class JpegOriginal
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9, Comment = 0xFE;

    /// <param name="file">One whole JPEG.</param>
    /// <param name="orientation">1 to 8, as EXIF has it.</param>
    public static byte[] Of(ReadOnlySpan<byte> file, int orientation)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file[..2]);
        if (orientation is > 1 and <= 8)
        {
            kept.Write(Upright((byte)orientation));
        }

        for (var at = JpegLayout.NextMarker(file, 2); at >= 0 && at + 4 <= file.Length && file[at + 1] != EndOfImage;)
        {
            var end = at + 2 + Math.Max((int)BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]), 2);
            var next = JpegLayout.NextMarker(file, end);
            if (next < 0)
            {
                break;
            }

            if (IsNeeded(file[at + 1], file[(at + 4)..end]))
            {
                kept.Write(file[at..(file[at + 1] == StartOfScan ? next : end)]);
            }

            at = next;
        }

        kept.Write([0xFF, EndOfImage]);
        return kept.ToArray();
    }

    /// <summary>JFIF's and Adobe's marks say how colours are coded; a profile says what they mean.</summary>
    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xE0 => content.StartsWith("JFIF\0"u8),
        0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
        0xEE => content.StartsWith("Adobe"u8),
        (>= 0xE1 and <= 0xEF) or Comment => false,
        _ => true,
    };

    /// <summary>An EXIF segment with one entry: tag 0x0112, one short.</summary>
    private static byte[] Upright(byte orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
    ];
}
