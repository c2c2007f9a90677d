using System.Text.RegularExpressions;
using Fibril.Platform.Messages;

namespace Fibril.Tests.Platform.Messages;

public partial class LettersTests
{
    public static TheoryData<MessageKind> Kinds => [.. Enum.GetValues<MessageKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_letter_with_greeting_clinic_and_link(MessageKind kind)
    {
        var text = Letters.Text(Letters.Of(kind), "Ada", "Harbour Skin", "https://x.example/my", "123456");

        Assert.StartsWith("Dear Ada,", text, StringComparison.Ordinal);
        Assert.Contains("https://x.example/my", text, StringComparison.Ordinal);
        Assert.EndsWith("Harbour Skin\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text + Letters.Subject(Letters.Of(kind), "Harbour Skin"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_letter_tells_a_stranger_about_somebodys_care(MessageKind kind)
    {
        var letter = Letters.Of(kind);

        Assert.DoesNotMatch(Clinical(), letter.Subject + " " + letter.Body);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_letter_speaks_of_medicines_or_promises(MessageKind kind)
    {
        var letter = Letters.Of(kind);

        Assert.DoesNotMatch(Medicine(), letter.Subject + " " + letter.Body);
    }

    [Theory]
    [InlineData("Your needling is on Monday")]
    [InlineData("Your acne scars")]
    public void The_scan_finds_clinical_words(string text) => Assert.Matches(Clinical(), text);

    [GeneratedRegex(@"needl|skin|scar|acne|derma|treat|therap|numb|anaesth|cream|photo|wound|red(ness)?\b|heal|infect|pregnan|consent|symptom|diagnos|session|zone|depth", RegexOptions.IgnoreCase)]
    private static partial Regex Clinical();

    [GeneratedRegex(@"medic|prescri|tablet|drug|dose|stop taking|isotretinoin|guarantee|painless|scar-free|permanent|no risk", RegexOptions.IgnoreCase)]
    private static partial Regex Medicine();
}
