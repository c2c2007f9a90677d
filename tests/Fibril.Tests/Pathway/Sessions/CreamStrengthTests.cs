using System.Globalization;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Access;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Sessions;

/// <summary>What a jar holds and who ordered it are said, never assumed.</summary>
public class CreamStrengthTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);

    [Theory]
    [InlineData("compounded", "23", StrengthUnit.Percent, "230")]
    [InlineData("compounded", "230", StrengthUnit.MgPerGram, "230")]
    [InlineData("compounded", "2.5", StrengthUnit.Percent, "25")]
    [InlineData("compounded", "400", StrengthUnit.MgPerGram, "400")]
    [InlineData("lidocaine-prilocaine", null, null, "50")]
    [InlineData("lidocaine-4", null, StrengthUnit.Percent, "40")]
    public void Strength_is_of_the_jar_or_of_the_label(string product, string? strength, StrengthUnit? unit, string mgPerGram)
    {
        var (cream, given) = (ProtocolPack.Current.Anaesthetic(product), Number(strength));

        Assert.Null(CreamStrength.Problem(cream, given, unit));
        Assert.Equal(Number(mgPerGram), CreamStrength.MgPerGram(cream, given, unit));
    }

    [Theory]
    [InlineData("compounded", null, StrengthUnit.Percent, "Strength", "Write the strength on the jar")]
    [InlineData("compounded", "23", null, "Unit", "Choose the unit")]
    [InlineData("compounded", "23", StrengthUnit.MgPerGram, "Strength", "2.3 % (23 mg/g) cannot be right: a compounded cream holds between 2.5 % (25 mg/g) and 40 % (400 mg/g)")]
    [InlineData("compounded", "230", StrengthUnit.Percent, "Strength", "230 % (2300 mg/g) cannot be right")]
    [InlineData("compounded", "-1", StrengthUnit.Percent, "Strength", "cannot be right")]
    [InlineData("lidocaine-4", "4", StrengthUnit.Percent, "Strength", "on its label: 40 mg of amide in each gram")]
    public void Impossible_or_missing_strength_is_refused_in_words(string product, string? strength, StrengthUnit? unit, string field, string words)
    {
        var problem = CreamStrength.Problem(ProtocolPack.Current.Anaesthetic(product), Number(strength), unit);

        Assert.Equal(field, problem?.Field);
        Assert.Contains(words, problem!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Profession.Physician, 0, null)]
    [InlineData(Profession.Dermatologist, 1, null)]
    [InlineData(Profession.Physician, -1, "order-credential-expired")]
    [InlineData(Profession.Practitioner, 0, "order-no-physician")]
    [InlineData(Profession.None, 0, "order-no-physician")]
    public void Only_a_physician_with_a_valid_credential_orders(Profession profession, int daysLeft, string? code)
    {
        var person = TestData.Staff("Pat Example", Role.Practitioner, profession, DateTime.UnixEpoch);
        person.CredentialExpiresOn = Today.AddDays(daysLeft);

        Assert.Equal(code is null ? [] : [code], CreamOrderRules.MayOrder(person, Today).Reasons.Select(r => r.Code));
    }

    [Fact]
    public void Who_has_left_orders_nothing()
    {
        var person = TestData.Staff("Pat Example", Role.Practitioner, Profession.Physician, DateTime.UnixEpoch);
        person.Leave(DateTime.UnixEpoch);

        Assert.False(CreamOrderRules.MayOrder(person, Today).IsAllowed);
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
