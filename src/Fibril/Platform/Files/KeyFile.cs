using System.Security.Cryptography;
using Fibril.Platform.Data;

namespace Fibril.Platform.Files;

/// <summary>256-bit keys as files in the data folder's <c>keys/</c>, readable by nobody but the program's user.</summary>
internal static class KeyFile
{
    private const int Size = 32;

    /// <summary>Reads the key, or makes it on first use. Safe when several processes start at once: one creates, all read.</summary>
    public static byte[] Open(Settings settings, string name)
    {
        var key = Open(settings, name, () => RandomNumberGenerator.GetBytes(Size));
        return key.Length == Size ? key : throw new InvalidDataException($"{PathOf(settings, name)} is not a 256-bit key. Put back the key file from your backup.");
    }

    /// <summary>Reads a secret of another shape, or makes it.</summary>
    public static byte[] Open(Settings settings, string name, Func<byte[]> make)
    {
        var path = PathOf(settings, name);
        if (!File.Exists(path))
        {
            Create(path, make());
        }

        return File.ReadAllBytes(path);
    }

    public static string PathOf(Settings settings, string name) => Path.Combine(settings.DataDirectory, "keys", name);

    private static void Create(string path, byte[] secret)
    {
        var folder = Path.GetDirectoryName(path)!;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var draft = path + "." + Guid.NewGuid().ToString("N");
        using (var file = new FileStream(draft, options))
        {
            file.Write(secret);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false); // the first one wins
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
