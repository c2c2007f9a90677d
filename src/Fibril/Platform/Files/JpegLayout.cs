using System.Buffers.Binary;

namespace Fibril.Platform.Files;

/// <summary>Walks the segments of a JPEG without decoding: size from the frame header, end from the end marker.</summary>
internal static class JpegLayout
{
    private const byte EndOfImage = 0xD9;

    public static ImageLayout Read(ReadOnlySpan<byte> file)
    {
        var (width, height) = (0, 0);
        for (var at = 2; at + 4 <= file.Length + 2;)
        {
            at = NextMarker(file, at);
            if (at < 0)
            {
                break;
            }

            var marker = file[at + 1];
            if (marker == EndOfImage)
            {
                return new(width, height, at + 2);
            }

            if (at + 4 > file.Length)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (IsFrame(marker) && at + 9 <= file.Length)
            {
                height = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]);
            }

            at += 2 + Math.Max((int)length, 2);
        }

        return new(width, height, null);
    }

    /// <summary>The next real marker: not a stuffed zero, not a restart within a scan, not padding.</summary>
    internal static int NextMarker(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length - 1)
        {
            var found = file[at..].IndexOf((byte)0xFF);
            if (found < 0 || at + found >= file.Length - 1)
            {
                return -1;
            }

            at += found;
            if (file[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += file[at + 1] == 0xFF ? 1 : 2;
        }

        return -1;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
