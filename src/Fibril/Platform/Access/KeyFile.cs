using System.Security.Cryptography;
using System.Text;

namespace Fibril.Platform.Access;

/// <summary>A 256-bit key in a file that only the program's user can read.</summary>
public static class KeyFile
{
    private const int Bytes = 32;

    /// <summary>Reads the key; the first time it makes one.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static byte[] ReadOrCreate(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            Create(path);
        }

        var key = Convert.FromBase64String(File.ReadAllText(path).Trim());
        return key.Length == Bytes ? key : throw new InvalidDataException($"{path} is not a key of {Bytes} bytes.");
    }

    private static void Create(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)) + "\n"));
            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            // another process of this folder was first; its key is the key
        }
    }
}
