using CsCheck;
using Fibril.Practice.Stock;

namespace Fibril.Tests.Practice.Stock;

public class PackNumberRulesTests
{
    [Theory]
    [InlineData("c-1990")]
    [InlineData(" C-1990 ")]
    [InlineData("C-1990\r\n")]
    [InlineData("C - 1990")]
    [InlineData("C\u00A0-\u20091990")]
    [InlineData("C\u20111990")]
    [InlineData("C\u20131990")]
    [InlineData("C\u22121990")]
    [InlineData("-C-1990-")]
    [InlineData("C-1990 \u2014")]
    [InlineData("\uFF23\uFF0D\uFF11\uFF19\uFF19\uFF10")]
    [InlineData("\u200BC-19\u00AD90\uFEFF")]
    [InlineData("\u001DC-1990")]
    public void Spelling_of_one_number_is_the_same(string spelling)
    {
        Assert.True(PackNumberRules.AreSame("C-1990", spelling));
        Assert.Equal("C-1990", PackNumberRules.Fold(spelling));
    }

    [Theory]
    [InlineData("C1990")]
    [InlineData("C--1990")]
    [InlineData("C-01990")]
    [InlineData("0C-1990")]
    [InlineData("C/1990")]
    [InlineData("C_1990")]
    [InlineData("C-199O")]
    public void Other_number_is_another(string other) => Assert.False(PackNumberRules.AreSame("C-1990", other));

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("--")]
    [InlineData("\u200B")]
    public void Nothing_is_left_of_nothing(string text) => Assert.Equal("", PackNumberRules.Fold(text));

    [Fact]
    public void Fold_of_any_text_is_its_own_fold_and_never_longer() =>
        Gen.String[0, 30].Sample(text => PackNumberRules.Fold(text) is var fold && fold.Length <= text.Length && PackNumberRules.Fold(fold) == fold && PackNumberRules.AreSame(text, $" {text}-"));
}
