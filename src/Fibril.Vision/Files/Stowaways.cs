namespace Fibril.Vision.Files;

/// <summary>Programs, archives, documents and pages that must not travel in a photograph.</summary>
internal static class Stowaways
{
    /// <summary>Long enough to be no chance, in a telephone's film of megabytes behind the picture neither.</summary>
    private static readonly byte[][] Anywhere =
    [
        [.. "PK\u0003\u0004"u8], [.. "PK\u0005\u0006"u8], [.. "Rar!\u001A"u8], [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C],
        [.. "%PDF-"u8], [.. "<html"u8], [.. "<HTML"u8], [.. "<!DOCTYPE"u8], [.. "<!doctype"u8], [.. "<body"u8], [.. "<BODY"u8], [.. "<script"u8], [.. "<svg"u8], [.. "<?php"u8],
        [.. "\u007FELF\u0001\u0001\u0001"u8], [.. "\u007FELF\u0002\u0001\u0001"u8], [.. "\u007FELF\u0001\u0002\u0001"u8], [.. "\u007FELF\u0002\u0002\u0001"u8],
    ];

    /// <summary>Two bytes are chance in the middle of a film, and a program where the picture ends.</summary>
    public static bool Behind(ReadOnlySpan<byte> rest) => In(rest) || rest.TrimStart("\0 \t\r\n"u8) is [(byte)'M', (byte)'Z', ..] or [(byte)'#', (byte)'!', ..];

    public static bool In(ReadOnlySpan<byte> part)
    {
        foreach (var mark in Anywhere)
        {
            if (part.IndexOf(mark) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
