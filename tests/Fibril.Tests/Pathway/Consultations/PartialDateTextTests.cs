using Fibril.Pathway.Consultations;

namespace Fibril.Tests.Pathway.Consultations;

public class PartialDateTextTests
{
    [Theory]
    [InlineData("2026-06-10", "2026-06-10")]
    [InlineData("10.6.2026", "2026-06-10")]
    [InlineData(" 10 June 2026 ", "2026-06-10")]
    [InlineData("10/06/2026", "2026-06-10")]
    [InlineData("June 2026", "2026-06")]
    [InlineData("6/2026", "2026-06")]
    [InlineData("2019", "2019")]
    public void What_people_write_becomes_the_contract_form(string text, string expected)
    {
        Assert.True(PartialDateText.TryRead(text, out var iso));

        Assert.Equal(expected, iso);
    }

    [Theory]
    [InlineData("long ago")]
    [InlineData("31.2.2026")]
    [InlineData("20260")]
    public void What_is_no_date_is_refused(string text) => Assert.False(PartialDateText.TryRead(text, out _));

    [Fact]
    public void Blank_is_no_date_and_no_mistake()
    {
        Assert.True(PartialDateText.TryRead("  ", out var iso));

        Assert.Null(iso);
    }
}
