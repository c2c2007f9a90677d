using System.Security.Cryptography;
using System.Text;
using Fibril.Platform.Data;
using Fibril.Platform.Files;

namespace Fibril.Platform.Access;

/// <summary>
/// Asked of whoever sets up the first clinic: it shows that the person can read the program's console or its folder.
/// Without it, whoever reached the port first would own the installation. It works until there is a clinic.
/// </summary>
public sealed class SetupCode(Settings settings)
{
    private const string File = "setup-code";
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // none that looks like another

    /// <summary>Made on first use; the same until it is spent, also after a restart.</summary>
    public string Text => Encoding.ASCII.GetString(KeyFile.Open(settings, File, Make)).Trim();

    public string Path => KeyFile.PathOf(settings, File);

    /// <summary>Case, spaces and dashes do not matter.</summary>
    public bool Is(string typed) => CryptographicOperations.FixedTimeEquals(Fold(typed), Fold(Text));

    public void Spend() => System.IO.File.Delete(Path);

    private static byte[] Make() => Encoding.ASCII.GetBytes(string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 4))));

    private static byte[] Fold(string code) => Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant());
}
