using System.Globalization;

namespace Fibril.Practice.Stock;

/// <summary>When two spellings are one lot, or one serial. What is kept and shown is the first spelling; what is compared is its fold. Pure.</summary>
public static class PackNumberRules
{
    private const char Hyphen = '-';

    /// <summary>Dashes that keyboards, labels and programs put where the maker printed a hyphen.</summary>
    private const string Hyphens = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63";

    /// <summary>
    /// In capitals, with one kind of hyphen and none at the ends, without blanks and signs that nobody sees; wide letters are letters.
    /// GS1 tells capitals from small letters and knows no blank: two lots that differ in nothing else are taken for one, so that a recall reaches too many rather than too few.
    /// A hyphen within and a zero in front stay what they are. Never longer than what was typed; empty when nothing is left.
    /// </summary>
    public static string Fold(string number) => string.Concat(number.Where(IsSeen).Select(Plain)).Trim(Hyphen);

    public static bool AreSame(string one, string other) => Fold(one) == Fold(other);

    private static bool IsSeen(char sign) =>
        !char.IsWhiteSpace(sign) && char.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    private static char Plain(char sign)
    {
        var narrow = sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - '\uFF01' + '!') : sign;
        return Hyphens.Contains(narrow, StringComparison.Ordinal) ? Hyphen : char.ToUpperInvariant(narrow);
    }
}
