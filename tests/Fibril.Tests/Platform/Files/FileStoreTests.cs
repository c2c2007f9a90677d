using System.Security.Cryptography;
using System.Text;
using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace Fibril.Tests.Platform.Files;

public class FileStoreTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Photo_comes_back_upright_without_place_or_maker()
    {
        var sent = Pictures.PhoneJpeg();
        var file = await StoreAsync(sent);

        var kept = await ReadAsync(file.Id);

        using var picture = Image.NewFromBuffer(kept);
        Assert.Contains("SecretPhone", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        Assert.DoesNotContain("SecretPhone", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain(picture.GetFields(), f => f.StartsWith("exif", StringComparison.Ordinal));
        Assert.Equal((800, 1200), (picture.Width, picture.Height));
        Assert.Equal((800, 1200, "image/jpeg"), (file.Width, file.Height, file.ContentType));
    }

    [Fact]
    public async Task Original_has_the_sent_pixels_and_stands_upright_without_place_or_maker()
    {
        var sent = Pictures.PhoneJpeg();
        byte[] withMore = [.. sent[..2], 0xFF, 0xFE, 0, 10, .. "SECRET!!"u8, .. sent[2..], .. "behind"u8];
        var file = await StoreAsync(withMore);

        var kept = await ReadAsync(file.Id, ImagePart.Original);

        using Image before = Image.NewFromBuffer(sent), after = Image.NewFromBuffer(kept);
        Assert.Equal(0, (before - after).Abs().Max());
        Assert.Equal(6, (int)after.Get("orientation"));
        var text = Encoding.Latin1.GetString(kept);
        Assert.All(["SecretPhone", "SECRET!!", "behind", "51/1"], s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        Assert.DoesNotContain(after.GetFields(), f => f.Contains("GPS", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Segment_that_claims_no_length_costs_at_most_the_picture(byte length)
    {
        var sent = Pictures.Jpeg();
        byte[] odd = [.. sent[..2], 0xFF, 0xE5, 0, length, .. sent[2..]];

        var answer = await clinic.InAsync(s => s.GetRequiredService<FileStore>().AddImageAsync(new MemoryStream(odd)));

        Assert.Equal(answer.Decision.IsAllowed, answer.File is not null);
    }

    [Fact]
    public async Task Other_kinds_are_kept_without_loss()
    {
        foreach (var sent in new[] { Pictures.Png(), Pictures.Webp() })
        {
            var file = await StoreAsync(sent);

            using Image before = Image.NewFromBuffer(sent), after = Image.NewFromBuffer(await ReadAsync(file.Id, ImagePart.Original));

            Assert.Equal("image/png", file.ContentType);
            Assert.Equal(0, (before - after).Abs().Max());
        }
    }

    [Fact]
    public async Task Picture_for_the_eye_is_2048_points_at_most()
    {
        var file = await StoreAsync(Pictures.Jpeg(3000, 1500));

        using var picture = Image.NewFromBuffer(await ReadAsync(file.Id));

        Assert.Equal((2048, 1024), (picture.Width, picture.Height));
        Assert.Equal((3000, 1500), (file.Width, file.Height));
    }

    [Fact]
    public async Task Small_image_is_480_points_at_most()
    {
        var file = await StoreAsync(Pictures.Png());

        using var picture = Image.NewFromBuffer(await ReadAsync(file.Id, ImagePart.Thumbnail));

        Assert.Equal((480, 320), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task Large_photo_of_several_chunks_comes_back_whole()
    {
        var noise = Image.Gaussnoise(2600, 2000, sigma: 60, mean: 128).Cast(Enums.BandFormat.Uchar);
        var file = await StoreAsync(noise.Bandjoin(noise.Rot180(), noise.FlipHor()).Copy(interpretation: Enums.Interpretation.Srgb).JpegsaveBuffer(q: 85));

        using var picture = Image.NewFromBuffer(await ReadAsync(file.Id, ImagePart.Original));

        Assert.True(file.Bytes > 3 * 1024 * 1024);
        Assert.Equal((2600, 2000), (picture.Width, picture.Height));
        Assert.InRange(picture.Avg(), 120, 136);
    }

    [Fact]
    public async Task Nothing_on_disk_can_be_read_without_the_keys()
    {
        var file = await StoreAsync(Pictures.Jpeg());

        var stored = await File.ReadAllBytesAsync(PathOf(file.Name));

        Assert.Equal(file.Name, Convert.ToHexStringLower(SHA256.HashData(stored)));
        Assert.False(stored.AsSpan().StartsWith((byte[])[0xFF, 0xD8, 0xFF]));
        Assert.Throws<VipsException>(() => Image.NewFromBuffer(stored).Avg());
        Assert.True(OperatingSystem.IsWindows() || (UnixFileMode.UserRead | UnixFileMode.UserWrite) == File.GetUnixFileMode(Path.Combine(clinic.Directory, "keys", "master.key")));
    }

    [Fact]
    public async Task Changed_cut_or_swapped_bytes_are_refused()
    {
        var file = await StoreAsync(Pictures.Jpeg());
        var other = await StoreAsync(Pictures.Jpeg(900, 900));
        var path = PathOf(file.Name);
        var stored = await File.ReadAllBytesAsync(path);

        foreach (var at in new[] { 0, stored.Length / 2, stored.Length - 1 })
        {
            var changed = stored.ToArray();
            changed[at] ^= 1;
            await File.WriteAllBytesAsync(path, changed);
            await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(file.Id, ImagePart.Original));
        }

        await File.WriteAllBytesAsync(path, stored[..^100]);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(file.Id, ImagePart.Original));
        File.Copy(PathOf(other.Name), path, overwrite: true);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(file.Id, ImagePart.Original));
        File.Copy(PathOf(file.ThumbnailName), path, overwrite: true);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(file.Id, ImagePart.Original));
    }

    [Fact]
    public async Task Another_clinic_finds_nothing_and_cannot_open_stolen_rows()
    {
        var file = await StoreAsync(Pictures.Jpeg());
        var wrapped = await clinic.ReadAsync(db => db.FileKeys.AsNoTracking().FirstAsync(k => k.FileId == file.Id));

        await clinic.InAsync(async services =>
        {
            services.GetRequiredService<Caller>().ActAsSystem(Guid.CreateVersion7());
            var db = services.GetRequiredService<ClinicDb>();
            var store = services.GetRequiredService<FileStore>();
            Assert.Null(await store.OpenAsync(file.Id));

            var copy = db.Add(new StoredFile { ContentType = "image/jpeg", Width = 1, Height = 1, Bytes = 1, Name = file.Name, DisplayName = file.DisplayName, ThumbnailName = file.ThumbnailName, StoredAt = file.StoredAt }).Entity;
            db.Add(new FileKey { FileId = copy.Id, Wrapped = wrapped.Wrapped });
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("steal"));
            await Assert.ThrowsAnyAsync<CryptographicException>(() => store.OpenAsync(copy.Id));
        });
    }

    [Fact]
    public async Task Erasing_destroys_key_and_files_and_no_key_stays_in_the_journal()
    {
        var file = await StoreAsync(Pictures.Jpeg());
        var wrapped = await clinic.ReadAsync(db => db.FileKeys.Where(k => k.FileId == file.Id).Select(k => k.Wrapped).SingleAsync());

        Assert.True(await clinic.InAsync(s => s.GetRequiredService<FileStore>().EraseAsync(file.Id, "asked for by the patient")));

        Assert.Null(await clinic.InAsync(s => s.GetRequiredService<FileStore>().OpenAsync(file.Id)));
        Assert.All(Enum.GetValues<ImagePart>(), p => Assert.False(File.Exists(PathOf(file.NameOf(p)))));
        Assert.False(await clinic.ReadAsync(db => db.FileKeys.AnyAsync(k => k.FileId == file.Id)));
        Assert.False(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.Changes.Contains(Convert.ToBase64String(wrapped)) || e.Changes.Contains("FileKey"))));
    }

    [Fact]
    public async Task Refused_picture_leaves_nothing()
    {
        var before = await clinic.ReadAsync(db => db.StoredFiles.CountAsync());
        var broken = Pictures.Jpeg();
        broken.AsSpan(200, 300).Fill(0x11);

        foreach (var sent in new[] { "<svg/>"u8.ToArray(), Pictures.HugePng(30_000, 30_000), broken })
        {
            var answer = await clinic.InAsync(s => s.GetRequiredService<FileStore>().AddImageAsync(new MemoryStream(sent)));
            Assert.False(answer.Decision.IsAllowed);
            Assert.Null(answer.File);
        }

        Assert.Equal(before, await clinic.ReadAsync(db => db.StoredFiles.CountAsync()));
    }

    [Fact]
    public async Task First_photos_at_once_share_one_clinic_key()
    {
        var files = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StoreAsync(Pictures.Jpeg(300, 200)))));

        Assert.Equal(1, await clinic.ReadAsync(db => db.ClinicKeys.CountAsync()));
        foreach (var file in files)
        {
            Assert.NotEmpty(await ReadAsync(file.Id));
        }
    }

    private Task<StoredFile> StoreAsync(byte[] sent) => clinic.InAsync(async services =>
    {
        var answer = await services.GetRequiredService<FileStore>().AddImageAsync(new MemoryStream(sent));
        Assert.True(answer.Decision.IsAllowed, string.Join(" ", answer.Decision.Reasons.Select(r => r.Sentence)));
        await services.GetRequiredService<ClinicDb>().SaveAsync(services.GetRequiredService<Caller>().Act("store photo"));
        return answer.File!;
    });

    private Task<byte[]> ReadAsync(Guid id, ImagePart part = ImagePart.Display) => clinic.InAsync(async services => (await services.GetRequiredService<FileStore>().ReadAsync(id, part))!);

    private string PathOf(string name) => Path.Combine(clinic.Directory, "files", name[..2], name);
}
