using System.Globalization;
using System.Text.RegularExpressions;
using Fibril.Protocol;

namespace Fibril.Pathway.Consultations;

/// <summary>Reads a day as people write it: a day, a month and year, or a year.</summary>
public static partial class PartialDateText
{
    public const string Hint = "A day, a month or a year: 10.6.2026, June 2026 or 2026. Leave it empty if you do not know.";

    private static readonly string[] Days = ["d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d MMM yyyy", "d MMMM yyyy"];
    private static readonly string[] Months = ["M.yyyy", "M/yyyy", "MMM yyyy", "MMMM yyyy"];

    /// <summary>True for blank (<paramref name="iso"/> null) and for everything that is a date; false for anything else.</summary>
    public static bool TryRead(string? text, out string? iso)
    {
        iso = null;
        var written = Spaces().Replace(text ?? "", " ").Trim();
        if (written.Length == 0)
        {
            return true;
        }

        iso = PartialDate.TryParse(written, out var date) ? date.Text
            : Exact(written, Days) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Exact(written, Months) is { } month ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : null;
        return iso is not null;
    }

    /// <summary>The date as a sentence says it: "10 June 2026", "June 2026", "2026".</summary>
    public static string Say(string? iso)
    {
        if (!PartialDate.TryParse(iso, out var date))
        {
            return iso ?? "";
        }

        return date.Text.Length switch
        {
            10 => date.FirstDay.ToString("d MMMM yyyy", CultureInfo.CurrentCulture),
            7 => date.FirstDay.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
            _ => date.Text,
        };
    }

    private static DateOnly? Exact(string text, string[] formats) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
