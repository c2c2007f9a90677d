using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Fibril.Platform.Files;

/// <summary>
/// AES-256-GCM. A file is cut into 1 MiB chunks; clinic, part, number and "last" are authenticated with each, so that a
/// chunk moved, dropped or taken from elsewhere is refused. Keys are wrapped with a random nonce and their owner's name.
/// </summary>
internal static class SealedBytes
{
    public const int ChunkSize = 1024 * 1024;
    public const int KeySize = 32;
    public const int TagSize = 16;
    private const int NonceSize = 12;

    /// <param name="part">0 the image, 1 the small image: their nonces never meet under the one key.</param>
    public static byte[] Encrypt(byte[] plain, byte[] key, Guid clinic, byte part)
    {
        using var aes = new AesGcm(key, TagSize);
        var chunks = Math.Max(1, (plain.Length + ChunkSize - 1) / ChunkSize);
        var sealedFile = new byte[plain.Length + (chunks * TagSize)];
        for (var i = 0; i < chunks; i++)
        {
            var from = plain.AsSpan(i * ChunkSize, Math.Min(ChunkSize, plain.Length - (i * ChunkSize)));
            var to = sealedFile.AsSpan(i * (ChunkSize + TagSize), from.Length + TagSize);
            aes.Encrypt(Nonce(part, i), from, to[..from.Length], to[from.Length..], Bound(clinic, part, i, i == chunks - 1));
        }

        return sealedFile;
    }

    /// <exception cref="CryptographicException">Wrong key, wrong clinic, wrong place, or changed.</exception>
    public static byte[] DecryptChunk(ReadOnlySpan<byte> chunk, byte[] key, Guid clinic, byte part, int number, bool last)
    {
        if (chunk.Length < TagSize)
        {
            throw new CryptographicException("The file is cut off.");
        }

        using var aes = new AesGcm(key, TagSize);
        var plain = new byte[chunk.Length - TagSize];
        aes.Decrypt(Nonce(part, number), chunk[..plain.Length], chunk[plain.Length..], plain, Bound(clinic, part, number, last));
        return plain;
    }

    public static byte[] Wrap(byte[] key, byte[] with, string owner)
    {
        using var aes = new AesGcm(with, TagSize);
        var wrapped = new byte[NonceSize + KeySize + TagSize];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceSize));
        aes.Encrypt(wrapped.AsSpan(0, NonceSize), key, wrapped.AsSpan(NonceSize, KeySize), wrapped.AsSpan(NonceSize + KeySize), Encoding.UTF8.GetBytes(owner));
        return wrapped;
    }

    /// <exception cref="CryptographicException">Another key wrapped it, or for another owner.</exception>
    public static byte[] Unwrap(byte[] wrapped, byte[] with, string owner)
    {
        using var aes = new AesGcm(with, TagSize);
        var key = new byte[KeySize];
        aes.Decrypt(wrapped.AsSpan(0, NonceSize), wrapped.AsSpan(NonceSize, KeySize), wrapped.AsSpan(NonceSize + KeySize), key, Encoding.UTF8.GetBytes(owner));
        return key;
    }

    private static byte[] Nonce(byte part, int number)
    {
        var nonce = new byte[NonceSize];
        nonce[0] = part;
        BinaryPrimitives.WriteInt32BigEndian(nonce.AsSpan(8), number);
        return nonce;
    }

    private static byte[] Bound(Guid clinic, byte part, int number, bool last) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"fibril-file-1|{clinic:N}|{part}|{number}|{(last ? 1 : 0)}"));
}
