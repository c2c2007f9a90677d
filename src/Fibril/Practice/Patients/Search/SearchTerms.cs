using System.Globalization;
using System.Text.RegularExpressions;

namespace Fibril.Practice.Patients.Search;

/// <summary>A birth date as far as it was typed.</summary>
public readonly record struct BirthPart(int? Year, int? Month, int? Day)
{
    public bool Fits(DateOnly born) => (Year ?? born.Year) == born.Year && (Month ?? born.Month) == born.Month && (Day ?? born.Day) == born.Day;

    public bool IsFull => Year is not null && Month is not null && Day is not null;
}

/// <summary>One thing that was typed, in every way it can be meant: a word, digits of a phone, (part of) a birth date.</summary>
public sealed record SearchTerm(string Word, string Digits, IReadOnlyList<BirthPart> Births);

/// <summary>Takes what was typed into the one box apart.</summary>
public static partial class SearchTerms
{
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(m => m.ToLowerInvariant())];

    public static IReadOnlyList<SearchTerm> Parse(string text)
    {
        var terms = new List<SearchTerm>();
        var rest = WithMonthName().Replace(text, m => Taken(terms, OfMonthName(m)));
        rest = Numeric().Replace(rest, m => Taken(terms, OfNumbers(m.Value)));
        rest = Phone().Replace(rest, m => Taken(terms, OfDigits(Folded.Digits(m.Value))));
        terms.AddRange(Folded.Words(rest).Select(w => new SearchTerm(w, "", [])));
        return terms;
    }

    private static string Taken(List<SearchTerm> terms, SearchTerm term)
    {
        terms.Add(term);
        return " ";
    }

    private static SearchTerm OfMonthName(Match match)
    {
        var month = Array.FindIndex(Months, m => m.StartsWith(match.Groups["month"].Value.ToLowerInvariant(), StringComparison.Ordinal)) + 1;
        int? day = match.Groups["day"].Success ? Number(match.Groups["day"].Value) : null;
        int? year = match.Groups["year"].Success ? Century(match.Groups["year"].Value).First() : null;
        return new("", "", [new(year, month, day)]);
    }

    /// <summary>1990-03-14, 14.3.1990, 3/14/90, 03/1990, 14.3.: every reading that is a date.</summary>
    private static SearchTerm OfNumbers(string text)
    {
        var parts = text.Split(['.', '/', '-', ' '], StringSplitOptions.RemoveEmptyEntries);
        var births = new List<BirthPart>();
        if (parts.Length == 3)
        {
            births.AddRange(Dates(parts[0], parts[1], parts[2]).Concat(Dates(parts[2], parts[1], parts[0])).Concat(Dates(parts[2], parts[0], parts[1])));
        }
        else
        {
            births.AddRange(Century(parts[0]).Where(_ => parts[0].Length == 4).Select(y => new BirthPart(y, Number(parts[1]), null)));
            births.AddRange(Century(parts[1]).Where(_ => parts[1].Length == 4).Select(y => new BirthPart(y, Number(parts[0]), null)));
            births.AddRange([new(null, Number(parts[1]), Number(parts[0])), new(null, Number(parts[0]), Number(parts[1]))]);
        }

        return new("", Folded.Digits(text), [.. births.Where(b => b.Month is >= 1 and <= 12 && b.Day is null or (>= 1 and <= 31)).Distinct()]);
    }

    private static SearchTerm OfDigits(string digits) => new("", digits, digits.Length switch
    {
        4 when digits[..2] is "19" or "20" => [new(Number(digits), null, null)],
        6 => [.. Dates(digits[4..], digits[2..4], digits[..2]), .. Dates(digits[..2], digits[2..4], digits[4..])],
        8 => [.. Dates(digits[..4], digits[4..6], digits[6..]), .. Dates(digits[4..], digits[2..4], digits[..2]), .. Dates(digits[4..], digits[..2], digits[2..4])],
        _ => [],
    });

    private static IEnumerable<BirthPart> Dates(string year, string month, string day) =>
        month.Length > 2 || day.Length > 2 ? [] : Century(year)
            .Where(y => Number(month) is >= 1 and <= 12 && Number(day) is >= 1 && Number(day) <= DateTime.DaysInMonth(y, Number(month)))
            .Select(y => new BirthPart(y, Number(month), Number(day)));

    private static IEnumerable<int> Century(string year) => year.Length switch
    {
        4 when Number(year) is >= 1900 and <= 2100 => [Number(year)],
        2 => [1900 + Number(year), 2000 + Number(year)],
        _ => [],
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b((?<day>\d{1,2})(st|nd|rd|th)?\.?\s+)?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b\.?(\s+(?<day>\d{1,2})(st|nd|rd|th)?,?(?=\s|$))?\s*,?\s*(?<year>\d{4})\b|\b(?<day>\d{1,2})(st|nd|rd|th)?\.?\s+(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WithMonthName();

    [GeneratedRegex(@"(?<![\d+(-])(\d{4}[-./]\d{1,2}([-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./](\d{4}|\d{2})|\d{1,2}[./-]\d{4}|\d{1,2}[./]\d{1,2}\.?)(?![\d-])")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<![\p{L}\d])\+?\(?\d(?:[\d\s().\-/]*\d)?(?![\p{L}])")]
    private static partial Regex Phone();
}
