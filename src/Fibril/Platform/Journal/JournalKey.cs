using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fibril.Platform.Data;
using Fibril.Platform.Files;

namespace Fibril.Platform.Journal;

/// <summary>Seals the journal with a key that lies in the data folder, not in the database: <c>keys/journal.key</c>.</summary>
public sealed class JournalKey(Settings settings)
{
    private readonly Lazy<byte[]> key = new(() => KeyFile.Open(settings, "journal.key"));

    public string Of(JournalEntry entry) => Hmac("entry:" + entry.Hash);

    public string Of(JournalHead head) => Hmac(string.Create(CultureInfo.InvariantCulture, $"head:{head.ClinicId}:{head.Sequence}:{head.Hash}"));

    private string Hmac(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(text)));
}
