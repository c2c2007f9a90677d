using System.Security.Cryptography;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace Fibril.Platform.Files;

/// <summary>Taken in, or refused with the reason in plain words.</summary>
/// <param name="Camera">What the camera wrote of how it was taken.</param>
/// <param name="Original">The original as it was stored, for whoever judges it now.</param>
public sealed record ImageAnswer(Decision Decision, StoredFile? File, CameraFacts? Camera = null, byte[]? Original = null);

/// <summary>One image to be sent; dispose of the content.</summary>
public sealed record OpenedImage(Stream Content, string ContentType, StoredFile File);

/// <summary>
/// Keeps photographs: checked, freed of what says where they were taken, encrypted with a key of their own, stored under the hash of
/// what is stored. Who may see one is asked by the endpoint, never here.
/// </summary>
public sealed class FileStore(ClinicDb db, Caller caller, Settings settings, ClinicKeys clinicKeys)
{
    /// <summary>Adds the rows to the context; they are written with the caller's own save, together with what refers to them.</summary>
    public async Task<ImageAnswer> AddImageAsync(Stream sent, CancellationToken stop = default)
    {
        var bytes = await TakeAsync(sent, stop);
        var decision = ImageCheck.Look(bytes);
        if (!decision.IsAllowed)
        {
            return new(decision, null);
        }

        try
        {
            var image = await ImageCoding.EncodeAsync(bytes, stop);
            return new(decision, await StoreAsync(image, stop), image.Camera, image.Original);
        }
        catch (VipsException)
        {
            return new(Decision.Refuse(new Reason("image-broken", "The picture cannot be opened; the file is damaged. Take or save it anew and send that.", "clinic")), null);
        }
    }

    /// <summary>Null when this clinic has no such file, or when it was erased.</summary>
    /// <exception cref="CryptographicException">While reading: the stored bytes were changed outside of Fibril.</exception>
    public async Task<OpenedImage?> OpenAsync(Guid fileId, ImagePart part = ImagePart.Display, CancellationToken stop = default)
    {
        var file = await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId && f.ErasedAt == null, stop);
        var wrapped = await db.FileKeys.AsNoTracking().FirstOrDefaultAsync(k => k.FileId == fileId, stop);
        if (file is null || wrapped is null)
        {
            return null;
        }

        var key = SealedBytes.Unwrap(wrapped.Wrapped, await clinicKeys.OpenAsync(db, stop), Owner);
        var stream = new FileStream(PathOf(file.NameOf(part)), FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);
        return new(new UnsealingStream(stream, key, db.ClinicId, (byte)part), file.TypeOf(part), file);
    }

    /// <summary>One part, whole, in memory; null when this clinic has no such file, or when it was erased.</summary>
    /// <exception cref="CryptographicException">The stored bytes were changed outside of Fibril.</exception>
    public async Task<byte[]?> ReadAsync(Guid fileId, ImagePart part, CancellationToken stop = default)
    {
        if (await OpenAsync(fileId, part, stop) is not { } image)
        {
            return null;
        }

        await using var content = image.Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    /// <summary>Destroys the key and then the files. What refers to the image stays and shows that it was erased.</summary>
    /// <returns>False when there is no such file.</returns>
    public async Task<bool> EraseAsync(Guid fileId, string why, CancellationToken stop = default)
    {
        if (await db.StoredFiles.FirstOrDefaultAsync(f => f.Id == fileId, stop) is not { } file)
        {
            return false;
        }

        file.Erase(caller.Now);
        db.RemoveRange(await db.FileKeys.Where(k => k.FileId == fileId).ToListAsync(stop));
        await db.SaveAsync(caller.Act("erase image", why), stop);
        foreach (var part in Enum.GetValues<ImagePart>())
        {
            File.Delete(PathOf(file.NameOf(part)));
        }

        return true;
    }

    private string Owner => $"file:{db.ClinicId:N}";

    private async Task<StoredFile> StoreAsync(CodedImage image, CancellationToken stop)
    {
        var key = RandomNumberGenerator.GetBytes(SealedBytes.KeySize);
        var wrapped = SealedBytes.Wrap(key, await clinicKeys.OpenAsync(db, stop), Owner);
        var original = SealedBytes.Encrypt(image.Original, key, db.ClinicId, (byte)ImagePart.Original);
        var file = db.Add(new StoredFile
        {
            ContentType = image.OriginalType,
            Width = image.Width,
            Height = image.Height,
            Bytes = original.Length,
            Name = await WriteAsync(original, stop),
            DisplayName = await WriteAsync(SealedBytes.Encrypt(image.Display, key, db.ClinicId, (byte)ImagePart.Display), stop),
            ThumbnailName = await WriteAsync(SealedBytes.Encrypt(image.Thumbnail, key, db.ClinicId, (byte)ImagePart.Thumbnail), stop),
            StoredAt = caller.Now,
        }).Entity;
        db.Add(new FileKey { FileId = file.Id, Wrapped = wrapped });
        return file;
    }

    /// <summary>Reads one byte more than allowed at most: the check then says that it is too big.</summary>
    private static async Task<byte[]> TakeAsync(Stream sent, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Length <= ImageCheck.MaxBytes && await sent.ReadAsync(buffer, stop) is > 0 and var count)
        {
            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }

    private async Task<string> WriteAsync(byte[] content, CancellationToken stop)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content));
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".part";
        await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 4096, useAsync: true))
        {
            await file.WriteAsync(content, stop);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        return name;
    }

    private string PathOf(string name) => Path.Combine(settings.DataDirectory, "files", name[..2], name);
}
