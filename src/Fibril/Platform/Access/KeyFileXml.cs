using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Fibril.Platform.Access;

/// <summary>
/// Encrypts the data-protection keys before they go into the database (AES-256-GCM, key in <c>keys/data-protection.key</c>):
/// who has the database alone cannot make a sign-in cookie.
/// </summary>
internal sealed class KeyFileXmlEncryptor(Settings settings) : IXmlEncryptor
{
    internal const string FileName = "data-protection.key";
    internal const int Nonce = 12;
    internal const int Tag = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, Nonce));
        using var aes = new AesGcm(KeyFile.Open(settings, FileName), Tag);
        aes.Encrypt(sealedBytes.AsSpan(0, Nonce), plain, sealedBytes.AsSpan(Nonce + Tag), sealedBytes.AsSpan(Nonce, Tag));
        return new(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(KeyFileXmlDecryptor));
    }
}

/// <summary>The framework makes it by its name, which is kept beside each key: do not rename.</summary>
internal sealed class KeyFileXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[bytes.Length - KeyFileXmlEncryptor.Nonce - KeyFileXmlEncryptor.Tag];
        using var aes = new AesGcm(KeyFile.Open(services.GetRequiredService<Settings>(), KeyFileXmlEncryptor.FileName), KeyFileXmlEncryptor.Tag);
        var head = bytes.AsSpan();
        aes.Decrypt(head[..KeyFileXmlEncryptor.Nonce], head[(KeyFileXmlEncryptor.Nonce + KeyFileXmlEncryptor.Tag)..], head.Slice(KeyFileXmlEncryptor.Nonce, KeyFileXmlEncryptor.Tag), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}

internal sealed class UseKeyFile(Settings settings) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = new KeyFileXmlEncryptor(settings);
}
