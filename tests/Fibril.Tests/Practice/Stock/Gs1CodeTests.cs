using CsCheck;
using Fibril.Practice.Stock;

namespace Fibril.Tests.Practice.Stock;

public class Gs1CodeTests
{
    /// <summary>Identifiers of release 26.0, decimal places counted.</summary>
    private const int TableSize = 541;

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
    [InlineData("(A)x", "No known number")]
    [InlineData("(x)(10)A", "No known number")]
    [InlineData("(98765)x", "No known number")]
    [InlineData("(10)LOT1(79)XYZ", "(79) is no identifier")]
    [InlineData("(10)LOT1(14)271231", "(14) is no identifier")]
    [InlineData("(10)LOT1(7018)XYZ", "(7018) is no identifier")]
    [InlineData("(10)LOT1(3106)000100", "(3106) is no identifier")]
    [InlineData("(10)LOT1\u001d79XYZ", "letters and digits")]
    [InlineData("10LOT1\u001d79XYZ", "“79XY” at place 8")]
    [InlineData("(10)LOT1(91)", "1 to 90")]
    [InlineData("(10)LOT1(7003)2712", "needs 10 digits")]
    [InlineData("(10)LOT1(30)12A", "1 to 8 digits")]
    [InlineData("(253)950600013435X", "13 to 30")]
    [InlineData("(10)A(10)B", "twice")]
    public void Wrong_code_is_refused_in_words(string text, string words) =>
        Assert.Contains(words, Assert.Throws<Gs1Exception>(() => Gs1Code.Parse(text, Today)).Message, StringComparison.Ordinal);

    /// <summary>Issued by national authorities, agreed between partners, for food, transport and coupons: nothing of it is asked for, and none of it is mistaken for the lot.</summary>
    [Theory]
    [InlineData("235", "THIRD-PARTY")]
    [InlineData("253", "9506000134352DOC-1")]
    [InlineData("255", "9506000134352001")]
    [InlineData("3103", "000250")]
    [InlineData("3925", "1299")]
    [InlineData("421", "826NW1")]
    [InlineData("4309", "02790858483015297971")]
    [InlineData("4330", "002500-")]
    [InlineData("7003", "2712311200")]
    [InlineData("7007", "260101260131")]
    [InlineData("7030", "826FSSC22000")]
    [InlineData("7040", "1ABC")]
    [InlineData("710", "00123456")]
    [InlineData("716", "A012345676")]
    [InlineData("717", "052-2022")]
    [InlineData("7239", "EMCERT-1")]
    [InlineData("7258", "1/2")]
    [InlineData("8003", "09506000134352A7")]
    [InlineData("8008", "26010112")]
    [InlineData("8010", "9506000134352#A/7")]
    [InlineData("8030", "abcDEF_-=")]
    [InlineData("90", "INTERNAL")]
    [InlineData("91", "XYZ")]
    [InlineData("99", "01(x)10")]
    public void Field_that_is_not_needed_is_passed_over(string id, string value)
    {
        var expected = new Gs1Code("09506000134352", "LOT1", new DateOnly(2028, 12, 31), null, "S9");

        Assert.Equal(expected, Gs1Code.Parse($"(01)09506000134352(17)281231(10)LOT1({id}){value}(21)S9", Today));
        Assert.Equal(expected, Gs1Code.Parse($"{id}{value}\u001d01095060001343521728123110LOT1\u001d21S9", Today));
        Assert.Equal(expected, Gs1Code.Parse($"010950600013435217281231" + $"10LOT1<GS>{id}{value}<GS>21S9", Today));
    }

    [Theory]
    [InlineData("(01)09506000134352(10)LOT1<GS>(91)XYZ", "LOT1")]
    [InlineData("]d2(01)09506000134352(10)LOT1", "LOT1")]
    [InlineData("(10)LOT(A)", "LOT(A)")]
    [InlineData("(10)LOT(2)", "LOT(2)")]
    [InlineData("(10)L(12345)", "L(12345)")]
    public void Brackets_that_are_no_identifier_stay_with_the_lot(string text, string lot) => Assert.Equal(lot, Gs1Code.Parse(text, Today).Lot);

    [Fact]
    public void Table_has_every_identifier_once_and_none_begins_another()
    {
        var ids = Gs1Table.Ids.Order(StringComparer.Ordinal).ToList();

        Assert.Equal(TableSize, ids.Count);
        Assert.DoesNotContain(ids.Zip(ids.Skip(1)), pair => pair.Second.StartsWith(pair.First, StringComparison.Ordinal));
        Assert.All(ids, id => Assert.InRange(Gs1Table.Find(id)!.Longest, 1, 90));
        Assert.Equal("00 01 02 03 11 12 13 15 16 17 20 310 311 312", string.Join(' ', ids.Where(id => Gs1Table.Find(id)!.EndsByLength).Select(id => id.Length == 4 ? id[..3] : id).Distinct().Take(14)));
        Assert.All(ids.Where(id => Gs1Table.Find(id)!.EndsByLength), id => Assert.Equal(Gs1Table.Find(id)!.Shortest, Gs1Table.Find(id)!.Longest));
        Assert.All(new[] { "402", "422", "7003", "8005", "8018" }, id => Assert.False(Gs1Table.Find(id)!.EndsByLength));
    }

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
