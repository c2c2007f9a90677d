using System.Buffers.Binary;
using System.IO.Pipes;
using System.Text;
using Fibril.Vision.Files;
using OpenCvSharp;

namespace Fibril.Tests.Vision.Files;

public class PhotoFileTests
{
    private static readonly Lazy<Dictionary<string, byte[]>> Good = new(() =>
    {
        using var picture = new Mat(300, 400, MatType.CV_8UC3, new Scalar(120, 150, 205));
        Cv2.Randn(picture, new Scalar(120, 150, 205), new Scalar(20, 20, 20));
        return new[] { ".jpg", ".png", ".webp" }.ToDictionary(e => e, e => picture.ImEncode(e));
    });

    private static byte[] Jpeg => Good.Value[".jpg"];

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    public void Whole_photograph_is_taken(string extension)
    {
        var reading = ReadAs(Good.Value[extension]);

        Assert.Null(reading.Problem);
        Assert.Equal((400, 300), (reading.Header!.Width, reading.Header.Height));
        using var photo = Fibril.Vision.Photo.Open(reading.Bytes, reading.Header);
        Assert.Equal((400, 300), (photo!.Width, photo.Height));
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "empty", "the file is empty" },
        { "text", "no JPEG, PNG or WebP" },
        { "svg", "no JPEG, PNG or WebP" },
        { "gif", "no JPEG, PNG or WebP" },
        { "png of 900 megapixels", "30000 × 30000" },
        { "jpeg of 900 megapixels", "30000 × 30000" },
        { "webp of 200 megapixels", "16384 × 12288" },
        { "truncated jpeg", "cut off" },
        { "truncated png", "cut off" },
        { "truncated webp", "cut off" },
        { "zip behind a jpeg", "something else beside the picture" },
        { "page behind a jpeg", "something else beside the picture" },
        { "document behind a png", "something else beside the picture" },
        { "page in a comment", "something else beside the picture" },
        { "program behind a jpeg", "something else beside the picture" },
        { "script behind a png", "something else beside the picture" },
        { "archive behind a webp", "something else beside the picture" },
        { "linux program behind a jpeg", "something else beside the picture" },
        { "page in a text behind the pixels of a png", "something else beside the picture" },
        { "page in the XMP of a webp", "something else beside the picture" },
        { "page between the scans of a jpeg", "something else beside the picture" },
        { "zip before a jpeg", "no JPEG, PNG or WebP" },
        { "jpeg of many scans", "scans" },
        { "tiny", "on each side is the least" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void File_that_is_no_whole_photograph_is_refused_without_room_for_its_pixels(string what, string words)
    {
        var file = Make(what);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = ReadAs(file);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (2 * file.Length) + (256 * 1024)); // how long it takes: bin/bench photo
        Assert.Contains(words, reading.Problem, StringComparison.Ordinal);
        Assert.StartsWith("BEFORE: ", reading.Problem, StringComparison.Ordinal);
        Assert.Null(reading.Header);
    }

    [Fact]
    public void File_that_is_not_there_is_refused() => Assert.Contains("no file", PhotoFile.Read("/nowhere.jpg", "AFTER").Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("/tmp")]
    public void Name_that_no_file_has_is_refused(string name) => Assert.StartsWith("BEFORE: ", PhotoFile.Read(name, "BEFORE").Problem, StringComparison.Ordinal);

    [Fact]
    public async Task Pipe_is_read_as_a_file_is()
    {
        await using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        var write = Task.Run(() =>
        {
            pipe.Write(Jpeg);
            pipe.Dispose();
        });

        var reading = PhotoFile.Read($"/proc/self/fd/{pipe.GetClientHandleAsString()}", "BEFORE");

        await write;
        Assert.Null(reading.Problem);
        Assert.Equal(Jpeg, reading.Bytes);
    }

    [Fact]
    public void Picture_broken_inside_is_not_opened()
    {
        byte[] png = [.. Good.Value[".png"]];
        png.AsSpan(60, 400).Clear();

        using var photo = ReadAs(png) is { Header: { } header, Bytes: var bytes } ? Fibril.Vision.Photo.Open(bytes, header) : null;

        Assert.Null(photo);
    }

    private static byte[] Make(string what)
    {
        byte[] png = [.. Good.Value[".png"]], webp = [.. Good.Value[".webp"]];
        return what switch
        {
            "empty" => [],
            "text" => Encoding.ASCII.GetBytes("no picture"),
            "svg" => Encoding.ASCII.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"),
            "gif" => [.. "GIF89a"u8, .. new byte[100]],
            "png of 900 megapixels" => Sized(png, 16, 30_000, 30_000),
            "jpeg of 900 megapixels" => SizedJpeg([.. Jpeg], 30_000, 30_000),
            "webp of 200 megapixels" => [.. "RIFF"u8, 100, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0x3F, 0, 0xFF, 0x2F, 0, .. new byte[80]],
            "truncated jpeg" => Jpeg[..(Jpeg.Length / 2)],
            "truncated png" => png[..(png.Length - 9)],
            "truncated webp" => webp[..(webp.Length - 40)],
            "zip behind a jpeg" => [.. Jpeg, .. "PK\u0003\u0004"u8, .. new byte[40]],
            "page behind a jpeg" => [.. Jpeg, .. "<html><script>"u8],
            "document behind a png" => [.. png, .. "%PDF-1.7"u8],
            "page in a comment" => [.. Jpeg[..2], 0xFF, 0xFE, 0, 10, .. "<script>"u8, .. Jpeg[2..]],
            "program behind a jpeg" => [.. Jpeg, .. "MZ"u8, 0x90, 0, .. new byte[40]],
            "script behind a png" => [.. png, .. "\n#!/bin/sh\n"u8],
            "archive behind a webp" => [.. webp, 1, .. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C],
            "linux program behind a jpeg" => [.. Jpeg, 1, .. "\u007FELF\u0002\u0001\u0001"u8],
            "page in a text behind the pixels of a png" => [.. png[..^12], 0, 0, 0, 8, .. "tEXtc\0<body>"u8, 0, 0, 0, 0, .. png[^12..]],
            "page in the XMP of a webp" => WithChunk(webp, [.. "XMP "u8, 6, 0, 0, 0, .. "<body>"u8]),
            "page between the scans of a jpeg" => [.. Jpeg[..^2], 0xFF, 0xFE, 0, 8, .. "<body>"u8, .. Jpeg[^2..]],
            "zip before a jpeg" => [.. "PK\u0003\u0004"u8, .. Jpeg],
            "jpeg of many scans" => ManyScans(),
            _ => Tiny(),
        };
    }

    /// <summary>What telephones write around and behind a picture: camera, place, a second picture, a film.</summary>
    [Fact]
    public void Photograph_of_a_telephone_is_taken()
    {
        byte[] camera = [.. Jpeg[..2], 0xFF, 0xE1, 0, 22, .. "Exif\0\0MZ #! ELF 7z <"u8, .. Jpeg[2..]];
        byte[] xmp = WithChunk([.. Good.Value[".webp"]], [.. "XMP "u8, 24, 0, 0, 0, .. "<x:xmpmeta><rdf:RDF>MZ#!"u8]);

        Assert.All(
            new byte[][]
            {
                camera,
                xmp,
                [.. camera, .. Jpeg],
                [.. camera, 0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[12], .. "mdat"u8, .. "MZ #! 7z ELF <bod"u8],
                [.. camera, 0, 0, 1, 0x0A, 14, 0, 0, 0, .. "Image_UTC_Data1700000000000SEFH"u8, .. new byte[20], .. "SEFT"u8],
            },
            file => Assert.Null(PhotoFile.Problem(file)));
    }

    private static byte[] WithChunk(byte[] webp, byte[] chunk)
    {
        byte[] longer = [.. webp, .. chunk];
        BinaryPrimitives.WriteInt32LittleEndian(longer.AsSpan(4), longer.Length - 8);
        return longer;
    }

    private static byte[] Sized(byte[] png, int at, int width, int height)
    {
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(at), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(at + 4), height);
        return png;
    }

    private static byte[] SizedJpeg(byte[] jpeg, ushort width, ushort height)
    {
        var frame = jpeg.AsSpan().IndexOf((byte[])[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), width);
        return jpeg;
    }

    private static byte[] ManyScans()
    {
        var scan = Jpeg.AsSpan().IndexOf((byte[])[0xFF, 0xDA]);
        var one = Jpeg[scan..^2];
        return [.. Jpeg[..scan], .. Enumerable.Repeat(one, 200).SelectMany(b => b), 0xFF, 0xD9];
    }

    private static byte[] Tiny()
    {
        using var dot = new Mat(8, 8, MatType.CV_8UC3, Scalar.White);
        return dot.ImEncode(".png");
    }

    private static PhotoReading ReadAs(byte[] bytes)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, bytes);
            return PhotoFile.Read(file, "BEFORE");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
