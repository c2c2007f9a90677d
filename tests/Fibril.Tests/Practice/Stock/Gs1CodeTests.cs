using CsCheck;
using Fibril.Practice.Stock;

namespace Fibril.Tests.Practice.Stock;

public class Gs1CodeTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);

    [Theory]
    [InlineData("(01)09506000134352(17)271231(10)ABC-1(21)S99")]
    [InlineData("010950600013435217271231" + "10ABC-1\u001d21S99")]
    [InlineData("]d2010950600013435217271231" + "10ABC-1\u001d21S99")]
    [InlineData("\u001d010950600013435217271231" + "10ABC-1\u001d21S99")]
    [InlineData("0109506000134352" + "10ABC-1<GS>21S99<GS>17271231")]
    [InlineData(" (10)ABC-1 (01)09506000134352 (21)S99 (17)271231 \r\n")]
    public void Every_way_of_writing_it_reads_the_same(string text)
    {
        var code = Gs1Code.Parse(text, Today);

        Assert.Equal(new Gs1Code("09506000134352", "ABC-1", new DateOnly(2027, 12, 31), null, "S99"), code);
    }

    [Theory]
    [InlineData("(17)270200", "2027-02-28")]
    [InlineData("(17)280200", "2028-02-29")]
    [InlineData("(17)260600", "2026-06-30")]
    [InlineData("(17)760101", "2076-01-01")]
    [InlineData("(17)770101", "1977-01-01")]
    public void Day_zero_is_the_last_of_its_month_and_two_digits_are_near(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Gs1Code.Parse(text, Today).ExpiresOn);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("(01)09506000134353", "check digit")]
    [InlineData("(17)271301", "no expiry day")]
    [InlineData("(17)270230", "no expiry day")]
    [InlineData("(11)271301", "no production day")]
    [InlineData("(17)2712", "needs 6 digits")]
    [InlineData("1727123", "needs 6 digits")]
    [InlineData("(10)", "1 to 20")]
    [InlineData("10ABCDEFGHIJKLMNOPQRSTUVWXYZ", "separator")]
    [InlineData("(10)lot~1", "letters and digits")]
    [InlineData("5901234123457", "another kind of barcode")]
    [InlineData("(99)x", "No known number")]
    [InlineData("(10)A(10)B", "twice")]
    public void Wrong_code_is_refused_in_words(string text, string words) =>
        Assert.Contains(words, Assert.Throws<Gs1Exception>(() => Gs1Code.Parse(text, Today)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_lot_and_serial_come_back_as_they_were_written()
    {
        var sign = Gen.Char["ABCXYZabcxyz0123456789-_./+"];
        var part = Gen.String[sign, 1, 20];
        Gen.Select(part, part, Gen.Int[0, 4000]).Sample((lot, serial, days) =>
        {
            var day = Today.AddDays(days);
            var code = Gs1Code.Parse($"0109506000134352{"17"}{day:yyMMdd}10{lot}\u001d21{serial}", Today);
            return code == new Gs1Code("09506000134352", lot, day, null, serial);
        });
    }

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Gen.String[Gen.Char["01170921(10)ABC\u001d<GS>]d2 ~"], 0, 40].Sample(text =>
        {
            try
            {
                _ = Gs1Code.Parse(text, Today);
            }
            catch (Gs1Exception e)
            {
                Assert.NotEmpty(e.Message);
            }
        });
}
