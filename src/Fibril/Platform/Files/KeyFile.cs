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
        var folder = Path.Combine(settings.DataDirectory, "keys");
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            Create(folder, path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == Size ? key : throw new InvalidDataException($"{path} is not a 256-bit key. Put back the key file from your backup.");
    }

    private static void Create(string folder, string path)
    {
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
            file.Write(RandomNumberGenerator.GetBytes(Size));
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
