using System.Text;
using CsCheck;
using Fibril.Platform.Files;

namespace Fibril.Tests.Platform.Files;

public class ImageCheckTests
{
    [Fact]
    public void Photographs_of_all_three_kinds_pass()
    {
        Assert.True(ImageCheck.Look(Pictures.Jpeg()).IsAllowed);
        Assert.True(ImageCheck.Look(Pictures.Png()).IsAllowed);
        Assert.True(ImageCheck.Look(Pictures.Webp()).IsAllowed);
        Assert.True(ImageCheck.Look(Pictures.Webp(lossless: true)).IsAllowed);
    }

    [Theory]
    [InlineData("GIF89a........", "image-type", "GIF")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "image-type", "drawing")]
    [InlineData("\uFEFF  <?xml version='1.0'?><svg/>", "image-type", "drawing")]
    [InlineData("....ftypheic....", "image-type", "HEIC")]
    [InlineData("%PDF-1.7", "image-type", "not a photograph")]
    [InlineData("", "image-type", "empty")]
    public void Anything_else_is_refused_in_clear_words(string content, string code, string word)
    {
        var reason = Assert.Single(ImageCheck.Look(Encoding.UTF8.GetBytes(content)).Reasons);

        Assert.Equal(code, reason.Code);
        Assert.Contains(word, reason.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_with_an_archive_or_a_page_behind_it_is_refused()
    {
        foreach (var picture in new[] { Pictures.Jpeg(), Pictures.Png(), Pictures.Webp() })
        {
            foreach (var tail in new[] { "PK\u0003\u0004zip", "<script>alert(1)</script>", "%PDF-1.4", "x<body>", "x<!doctype html>", "MZ\u0090", "\r\n#!/bin/sh", "x\u007FELF\u0002\u0001\u0001", "x7z\u00BC\u00AF'\u001C" })
            {
                Assert.Equal("image-foreign", CodeOf([.. picture, .. Encoding.Latin1.GetBytes(tail)]));
            }
        }
    }

    [Fact]
    public void Second_picture_or_film_behind_the_first_as_phones_append_is_taken()
    {
        Assert.True(ImageCheck.Look([.. Pictures.Jpeg(), .. Pictures.Jpeg(200, 100)]).IsAllowed);
        Assert.True(ImageCheck.Look([.. Pictures.Jpeg(), 0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[12], .. "mdat"u8, .. "MZ #! 7z ELF <bod"u8]).IsAllowed);
        Assert.True(ImageCheck.Look([.. Pictures.Jpeg(), 0, 0, 1, 0x0A, 14, 0, 0, 0, .. "Image_UTC_Data1700000000000SEFH"u8, .. new byte[20], .. "SEFT"u8]).IsAllowed);
    }

    [Fact]
    public void Cut_off_pictures_are_refused_wherever_they_end()
    {
        foreach (var picture in new[] { Pictures.Jpeg(), Pictures.Png(), Pictures.Webp() })
        {
            for (var keep = 12; keep < picture.Length; keep += picture.Length / 40)
            {
                Assert.Equal("image-cut-off", CodeOf(picture[..keep]));
            }
        }
    }

    /// <summary>How long that takes is measured by <c>bin/bench photo</c>.</summary>
    [Fact]
    public void Too_many_points_are_refused_from_the_header_without_room_for_one_of_them()
    {
        var bomb = Pictures.HugePng(30_000, 30_000);
        ImageCheck.Look(bomb);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var code = CodeOf(bomb);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
        Assert.Equal("image-pixels", code);
        Assert.Equal("image-pixels", CodeOf(Pictures.HugePng(int.MaxValue, int.MaxValue)));
    }

    [Fact]
    public void Too_many_bytes_are_refused() => Assert.Equal("image-too-big", CodeOf(new byte[ImageCheck.MaxBytes + 1]));

    [Fact]
    public void No_bytes_whatsoever_make_the_check_fall_over()
    {
        var seeds = new[] { Pictures.Jpeg(64, 64), Pictures.Png(64, 64), Pictures.Webp(64, 64) };
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4000], Gen.Byte, Gen.Int[1, 4000]).Sample((seed, at, value, length) =>
        {
            var bytes = seeds[seed][..Math.Min(length, seeds[seed].Length)];
            bytes[at % bytes.Length] = value;
            ImageCheck.Look(bytes);
        }, iter: 5000);
    }

    private static string CodeOf(byte[] file) => Assert.Single(ImageCheck.Look(file).Reasons).Code;
}
