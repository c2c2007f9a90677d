using System.Buffers.Binary;

namespace Fibril.Vision.Files;

/// <summary>Reads the first chunk of a WebP: size, whether it moves; the length of the whole stands before it. Walks the others for what holds no pixels.</summary>
internal static class WebpLayout
{
    public static PhotoLayout Of(ReadOnlySpan<byte> bytes)
    {
        var layout = new PhotoLayout(PhotoKind.Webp);
        if (bytes.Length < 30)
        {
            return layout;
        }

        var kind = bytes.Slice(12, 4);
        if (kind.SequenceEqual("VP8X"u8))
        {
            layout.Size = (1 + Three(bytes[24..]), 1 + Three(bytes[27..]));
            layout.Fault = (bytes[20] & 0x02) != 0 ? "this is a moving picture." : null;
        }
        else if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            layout.Size = (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }
        else if (kind.SequenceEqual("VP8 "u8))
        {
            layout.Size = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        }

        var end = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L;
        layout.End = end <= bytes.Length ? (int)end : null;
        Pass(bytes[..(int)Math.Min(end, bytes.Length)], layout);
        return layout;
    }

    private static void Pass(ReadOnlySpan<byte> bytes, PhotoLayout layout)
    {
        for (long at = 12; at + 8 <= bytes.Length;)
        {
            var from = (int)at;
            var type = bytes.Slice(from, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(from + 4)..]);
            at += 8L + length + (length & 1);
            if (!type.SequenceEqual("VP8 "u8) && !type.SequenceEqual("VP8L"u8) && !type.SequenceEqual("ALPH"u8))
            {
                layout.Pass(from, (int)Math.Min(at, bytes.Length));
            }
        }
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
