using System.Text;

namespace Fibril.Platform.Cli;

/// <summary>A text that a verb was given as a file, or as a pipe in place of one: UTF-8 and of a bounded size.</summary>
public static class InputFile
{
    /// <summary>Most bytes of a contract document; a day of a large clinic has a hundredth.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The text, or the problem in one sentence; never both.</summary>
    public static async Task<(string? Text, string? Problem)> ReadAsync(string path, CancellationToken stop, int most = MaxBytes)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var bytes = await AllAsync(file, most, stop);
            return bytes.Length > most ? (null, $"The file {path} is larger than {most / (1024 * 1024)} MB.") : Decode(path, bytes);
        }
        catch (ArgumentException) // an empty name, or one that no file can have
        {
            return (null, $"\"{path}\" is no name of a file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, Directory.Exists(path) ? $"{path} is a folder, not a file." : File.Exists(path) ? $"The file {path} cannot be read." : $"There is no file {path}.");
        }
    }

    /// <summary>A pipe has no length: what is too long shows when one byte more comes.</summary>
    private static async Task<byte[]> AllAsync(FileStream file, int most, CancellationToken stop)
    {
        using var memory = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int count; memory.Length <= most && (count = await file.ReadAsync(part, stop)) > 0;)
        {
            memory.Write(part, 0, count);
        }

        return memory.ToArray();
    }

    /// <summary>Strictly: a letter that was lost on the way may be the one that matters.</summary>
    private static (string?, string?) Decode(string path, byte[] bytes)
    {
        try
        {
            return (new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF'), null);
        }
        catch (DecoderFallbackException e)
        {
            var line = bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            return (null, $"The file {path} is not UTF-8 (line {line}); save it as UTF-8.");
        }
    }
}
