using System.Buffers.Binary;
using Fibril.Protocol;

namespace Fibril.Platform.Files;

/// <summary>Looks at the bytes of an upload before anything decodes them: is it one whole photograph of a size we take?</summary>
public static class ImageCheck
{
    public const int MaxBytes = 25 * 1024 * 1024;
    public const long MaxPixels = 50_000_000;

    private const string Wanted = "Send a JPEG, PNG or WebP photograph.";

    /// <summary>What would be worse than no picture behind one: an archive, a document, a page, a program. Long enough to be no chance in a telephone's film of megabytes.</summary>
    private static readonly byte[][] Foreign =
    [
        [.. "PK\u0003\u0004"u8], [.. "PK\u0005\u0006"u8], [.. "Rar!\u001A"u8], [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C],
        [.. "%PDF"u8], [.. "<html"u8], [.. "<HTML"u8], [.. "<!DOCTYPE"u8], [.. "<!doctype"u8], [.. "<body"u8], [.. "<BODY"u8], [.. "<script"u8], [.. "<svg"u8], [.. "<?php"u8],
        [.. "\u007FELF\u0001\u0001\u0001"u8], [.. "\u007FELF\u0002\u0001\u0001"u8], [.. "\u007FELF\u0001\u0002\u0001"u8], [.. "\u007FELF\u0002\u0002\u0001"u8],
    ];

    public static Decision Look(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaxBytes)
        {
            return Refuse("image-too-big", "The file is larger than 25 MB. Send it in a smaller size.");
        }

        return file switch
        {
            [0xFF, 0xD8, 0xFF, ..] => Judge(JpegLayout.Read(file), file),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Judge(PngLayout.Read(file), file),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Judge(WebpLayout.Read(file), file),
            _ => Refuse("image-type", NotAPhotograph(file)),
        };
    }

    private static Decision Judge(ImageLayout layout, ReadOnlySpan<byte> file)
    {
        if (layout.Moving)
        {
            return Refuse("image-moving", "This is a moving picture. " + Wanted);
        }

        if ((long)layout.Width * layout.Height > MaxPixels)
        {
            return Refuse("image-pixels", $"The picture has {layout.Width} × {layout.Height} points; 50 million is the most. Send it in a smaller size.");
        }

        if (layout.End is not { } end || layout.Width < 1 || layout.Height < 1)
        {
            return Refuse("image-cut-off", "The picture is not whole: the file ends too early. Send it again.");
        }

        return CarriesMore(file[end..])
            ? Refuse("image-foreign", "The file carries something else behind the picture. Open it, save it anew as JPEG, and send that.")
            : Decision.Allow();
    }

    private static bool CarriesMore(ReadOnlySpan<byte> rest)
    {
        foreach (var mark in Foreign)
        {
            if (rest.IndexOf(mark) >= 0)
            {
                return true;
            }
        }

        // Two bytes are chance in the middle of a film, and a program where the picture ends.
        return rest.TrimStart("\0 \t\r\n"u8) is [(byte)'M', (byte)'Z', ..] or [(byte)'#', (byte)'!', ..];
    }

    private static string NotAPhotograph(ReadOnlySpan<byte> file)
    {
        var text = file.TrimStart("\uFEFF \t\r\n"u8);
        return file switch
        {
            [] => "The file is empty. " + Wanted,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "A GIF has too few colours for skin. " + Wanted,
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "HEIC and films cannot be read here. On an iPhone choose Settings, Camera, Formats, Most Compatible. " + Wanted,
            _ when text is [(byte)'<', ..] => "A drawing or a page is not a photograph. " + Wanted,
            _ => "This is not a photograph that we can read. " + Wanted,
        };
    }

    private static Decision Refuse(string code, string sentence) => Decision.Refuse(new Reason(code, sentence, "clinic"));
}

/// <summary>Size from the header, and where the picture ends; a null end is a picture cut off.</summary>
internal readonly record struct ImageLayout(int Width, int Height, int? End, bool Moving = false);

internal static class PngLayout
{
    public static ImageLayout Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 24)
        {
            return default;
        }

        var width = BinaryPrimitives.ReadInt32BigEndian(file[16..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(file[20..]);
        var moving = false;
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            var type = file.Slice(at + 4, 4);
            moving |= type.SequenceEqual("acTL"u8);
            if (length > file.Length - at - 12)
            {
                break;
            }

            at += (int)length + 12;
            if (type.SequenceEqual("IEND"u8))
            {
                return new(width, height, at, moving);
            }
        }

        return new(width, height, null, moving);
    }
}

internal static class WebpLayout
{
    public static ImageLayout Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30)
        {
            return default;
        }

        var (width, height, moving) = Size(file);
        var end = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L;
        return new(width, height, end <= file.Length ? (int)end : null, moving);
    }

    private static (int Width, int Height, bool Moving) Size(ReadOnlySpan<byte> file)
    {
        var kind = file.Slice(12, 4);
        if (kind.SequenceEqual("VP8X"u8))
        {
            return (1 + Three(file[24..]), 1 + Three(file[27..]), (file[20] & 0x02) != 0);
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF), false);
        }

        return kind.SequenceEqual("VP8 "u8)
            ? (BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF, false)
            : (0, 0, false);
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
