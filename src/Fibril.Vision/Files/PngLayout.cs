using System.Buffers.Binary;

namespace Fibril.Vision.Files;

/// <summary>Walks the chunks of a PNG: size, whether it moves, where it ends.</summary>
internal static class PngLayout
{
    public static PhotoLayout Of(ReadOnlySpan<byte> bytes)
    {
        var layout = new PhotoLayout(PhotoKind.Png);
        if (bytes.Length < 33 || !bytes.Slice(12, 4).SequenceEqual("IHDR"u8))
        {
            return layout;
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        layout.Size = (Bounded(width), Bounded(height));
        var hasPixels = false;
        for (long at = 8; at + 12 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var type = chunk.Slice(4, 4);
            layout.Fault ??= type.SequenceEqual("acTL"u8) ? "this is a moving picture." : null;
            var (from, isPixels) = ((int)at, type.SequenceEqual("IDAT"u8));
            hasPixels |= isPixels;
            at += length + 12L;
            if (!isPixels)
            {
                layout.Pass(from, (int)Math.Min(at, bytes.Length));
            }

            if (type.SequenceEqual("IEND"u8))
            {
                layout.End = at <= bytes.Length && hasPixels ? (int)at : null;
                break;
            }
        }

        return layout;
    }

    private static int Bounded(uint side) => (int)Math.Min(side, int.MaxValue);
}
