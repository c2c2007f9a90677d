namespace Fibril.Vision.Files;

/// <summary>What the first bytes of a photograph say: its size before any turn that it asks for, and its kind.</summary>
public sealed record PhotoHeader(int Width, int Height, PhotoKind Kind);

/// <summary>The kinds of photograph that are read.</summary>
public enum PhotoKind
{
    /// <summary>JPEG, sequential or progressive.</summary>
    Jpeg,

    /// <summary>PNG, one picture.</summary>
    Png,

    /// <summary>WebP, one picture.</summary>
    Webp,
}

/// <summary>A file as a photograph, or the problem in one plain sentence; never both.</summary>
public sealed record PhotoReading(byte[] Bytes, PhotoHeader? Header, string? Problem);

/// <summary>
/// Looks at a file before anything decodes it. Size and kind are judged by the first 256 kB, so that a file that claims a
/// monstrous picture costs nothing; a whole file is at most 40 MB.
/// </summary>
public static class PhotoFile
{
    /// <summary>Most pixels that are taken.</summary>
    public const long MaxPixels = 50_000_000;

    /// <summary>Most bytes that are taken.</summary>
    public const int MaxBytes = 40 * 1024 * 1024;

    private const int Head = 256 * 1024;
    private const int LeastSide = 64;

    /// <summary>Reads a file within the bounds.</summary>
    /// <param name="name">How the problem calls the file.</param>
    public static PhotoReading Read(string path, string name)
    {
        try
        {
            using var opened = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            using Stream file = opened.CanSeek ? opened : Drained(opened);
            if (file.Length > MaxBytes)
            {
                return Refuse($"{name}: the file is larger than 40 MB.");
            }

            var bytes = new byte[file.Length];
            file.ReadExactly(bytes, 0, Math.Min(Head, bytes.Length));
            if (Problem(bytes.AsSpan(0, Math.Min(Head, bytes.Length)), false) is { } early)
            {
                return Refuse($"{name}: {early}");
            }

            file.ReadExactly(bytes, Math.Min(Head, bytes.Length), bytes.Length - Math.Min(Head, bytes.Length));
            return Problem(bytes, true) is { } late ? Refuse($"{name}: {late}") : new(bytes, LayoutOf(bytes)!.Header, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Refuse(string.IsNullOrWhiteSpace(path) ? $"{name}: name a file." : $"{name}: there is no file {path} that can be read.");
        }
    }

    /// <summary>A pipe has no length; what comes out of it is taken up to one byte more than the bound.</summary>
    private static MemoryStream Drained(Stream pipe)
    {
        var memory = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int count; memory.Length <= MaxBytes && (count = pipe.Read(part)) > 0;)
        {
            memory.Write(part, 0, count);
        }

        memory.Position = 0;
        return memory;
    }

    /// <summary>Judges bytes in memory.</summary>
    /// <returns>Null when they are one whole photograph; else what is wrong, in one sentence.</returns>
    public static string? Problem(ReadOnlySpan<byte> bytes) => bytes.Length > MaxBytes ? "the file is larger than 40 MB." : Problem(bytes, true);

    /// <summary>Size and kind of bytes in memory; null when they are no whole photograph.</summary>
    public static PhotoHeader? Header(ReadOnlySpan<byte> bytes) => Problem(bytes) is null ? LayoutOf(bytes)!.Header : null;

    private static string? Problem(ReadOnlySpan<byte> bytes, bool whole)
    {
        if (LayoutOf(bytes) is not { } layout)
        {
            return bytes.IsEmpty ? "the file is empty." : "this is no JPEG, PNG or WebP photograph.";
        }

        if (layout is { Size: { } size } && (long)size.Width * size.Height > MaxPixels)
        {
            return $"the picture claims {size.Width} × {size.Height} pixels; 50 million is the most.";
        }

        return layout.Fault ?? (whole ? WholeProblem(bytes, layout) : null);
    }

    private static string? WholeProblem(ReadOnlySpan<byte> bytes, PhotoLayout layout) => layout switch
    {
        { End: null } or { Header: null } => "the picture is cut off.",
        { Header: { } h } when Math.Min(h.Width, h.Height) < LeastSide => $"the picture has {h.Width} × {h.Height} pixels; {LeastSide} on each side is the least.",
        _ => CarriesMore(bytes, layout) ? "the file carries something else beside the picture; save it anew as JPEG." : null,
    };

    /// <summary>Behind the picture, and in the parts of it that hold no pixels.</summary>
    private static bool CarriesMore(ReadOnlySpan<byte> bytes, PhotoLayout layout)
    {
        foreach (var (from, to) in layout.Beside)
        {
            if (Stowaways.In(bytes[from..Math.Min(to, bytes.Length)]))
            {
                return true;
            }
        }

        return Stowaways.Behind(bytes[layout.End!.Value..]);
    }

    private static PhotoLayout? LayoutOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => JpegLayout.Of(bytes),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngLayout.Of(bytes),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebpLayout.Of(bytes),
        _ => null,
    };

    private static PhotoReading Refuse(string problem) => new([], null, problem);
}

/// <summary>What a reader of one format found; what it did not reach is null.</summary>
internal sealed record PhotoLayout(PhotoKind Kind)
{
    public (int Width, int Height)? Size { get; set; }

    /// <summary>First byte behind the picture.</summary>
    public int? End { get; set; }

    /// <summary>The parts that hold no pixels, such as texts and what the camera says; neighbours are one.</summary>
    public List<(int From, int To)> Beside { get; } = [];

    /// <summary>What makes the file no photograph, whatever follows.</summary>
    public string? Fault { get; set; }

    public void Pass(int from, int to)
    {
        if (Beside is [.., var last] && last.To >= from)
        {
            Beside[^1] = (last.From, to);
        }
        else
        {
            Beside.Add((from, to));
        }
    }

    public PhotoHeader? Header => Size is { Width: > 0, Height: > 0 } size ? new(size.Width, size.Height, Kind) : null;
}
