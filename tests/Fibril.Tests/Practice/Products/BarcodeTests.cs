using Fibril.Practice.Products;

namespace Fibril.Tests.Practice.Products;

public class BarcodeTests
{
    [Theory]
    [InlineData("4006381333931", "04006381333931")]
    [InlineData(" 4 006381 333931 ", "04006381333931")]
    [InlineData("96385074", "00000096385074")]
    [InlineData("036000291452", "00036000291452")]
    public void Number_with_a_right_check_digit_is_kept_as_14_figures(string typed, string gtin) => Assert.Equal((gtin, null), Barcode.Read(typed));

    [Theory]
    [InlineData("4006381333932", "does not fit")]
    [InlineData("400638133393", "does not fit")]
    [InlineData("40063813", "does not fit")]
    [InlineData("12345", "8, 12, 13 or 14")]
    [InlineData("serum", "8, 12, 13 or 14")]
    [InlineData("  ", "no number")]
    public void Anything_else_is_said_in_words(string typed, string word)
    {
        var read = Barcode.Read(typed);

        Assert.Null(read.Gtin);
        Assert.Contains(word, read.Problem!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("04006381333931", "4006381333931")]
    [InlineData("00000096385074", "96385074")]
    public void Shown_as_it_stands_under_the_bars(string gtin, string shown) => Assert.Equal(shown, Barcode.Shown(gtin));
}
