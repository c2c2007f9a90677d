using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Fibril.Practice.Stock;

/// <summary>What a pack's barcode says. The text is a scanned element string, or typed with brackets as it is printed under the symbol.</summary>
/// <param name="Gtin">GTIN-14, check digit right; null when the code has none.</param>
/// <param name="ExpiresOn">Last day of use; a day 00 is the last day of its month.</param>
public sealed partial record Gs1Code(string? Gtin, string? Lot, DateOnly? ExpiresOn, DateOnly? MadeOn, string? Serial)
{
    private const char Separator = '\u001D';

    /// <param name="today">Places the two-digit years: 49 back, 50 ahead.</param>
    /// <exception cref="Gs1Exception">What is wrong, in words for the person who scanned.</exception>
    public static Gs1Code Parse(string text, DateOnly today)
    {
        var plain = Plain(text);
        var fields = plain.StartsWith('(') ? Bracketed(plain) : Elements(plain);
        var gtin = fields.GetValueOrDefault("01");
        if (gtin is not null && !HasCheckDigit(gtin))
        {
            throw new Gs1Exception($"The product number {gtin} is not right: its check digit does not fit. Scan again, or compare it with the pack.");
        }

        return new(gtin, fields.GetValueOrDefault("10"), Day(fields, "17", "expiry", today), Day(fields, "11", "production", today), fields.GetValueOrDefault("21"));
    }

    /// <summary>The same, for a field that may hold something else: null when it is no code, with what is wrong.</summary>
    public static Gs1Code? Read(string text, DateOnly today, out string? wrong)
    {
        wrong = null;
        try
        {
            return Parse(text, today);
        }
        catch (Gs1Exception e)
        {
            wrong = e.Message;
            return null;
        }
    }

    /// <summary>Begins like a code, or has its separator in it: no lot and no serial looks like this.</summary>
    public static bool IsCode(string text) => text.TrimStart() is ['(' or ']', ..] || text.Contains("{GS}", StringComparison.Ordinal);

    /// <summary>Modulo 10 with weights 3 and 1 from the right.</summary>
    public static bool HasCheckDigit(string gtin) =>
        gtin.Length is 8 or 12 or 13 or 14 && gtin.All(char.IsAsciiDigit)
        && gtin.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10 == 0;

    /// <summary>Without the symbology prefix and leading separator; the ways in which scanners write the separator become one.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Trim(' ', '\t', '\r', '\n'));
        foreach (var spelling in new[] { "<GS>", "{GS}", "[GS]", "<FNC1>", "\\x1D", "\\u001d", "\u241D", "\u00E8" })
        {
            plain.Replace(spelling, Separator.ToString());
        }

        return Prefix().Replace(plain.ToString(), "").Trim(Separator);
    }

    private static Dictionary<string, string> Elements(string text)
    {
        if (text.Length == 0)
        {
            throw new Gs1Exception("The code is empty. Scan the square symbol on the pack.");
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == Separator)
            {
                at++;
                continue;
            }

            var field = Gs1Table.At(text, at) ?? throw NoField(text, at);
            at += field.Id.Length;
            var end = field.EndsByLength ? at + field.Longest : text.IndexOf(Separator, at) is >= 0 and var mark ? mark : text.Length;
            Add(fields, field, text[at..Math.Min(end, text.Length)]);
            at = end;
        }

        return fields;
    }

    /// <summary>Every number in brackets begins a field: one that GS1 does not know is never part of the value before it, where it would hide a recalled lot.</summary>
    private static Dictionary<string, string> Bracketed(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var marks = Gs1Table.InBrackets().Matches(text);
        if (marks is not [{ Index: 0 }, ..])
        {
            throw new Gs1Exception("No known number stands in brackets at the start. Type it as it is printed: (01)… (17)… (10)…");
        }

        for (var i = 0; i < marks.Count; i++)
        {
            var field = Gs1Table.Find(marks[i].Groups[1].Value)
                ?? throw new Gs1Exception($"{marks[i].Value} is no identifier that GS1 knows. Compare it with the pack, or type lot and expiry by hand.");
            var from = marks[i].Index + marks[i].Length;
            Add(fields, field, text[from..(i + 1 < marks.Count ? marks[i + 1].Index : text.Length)].Trim(' ', '\t', Separator));
        }

        return fields;
    }

    private static void Add(Dictionary<string, string> fields, Gs1Field field, string value)
    {
        if (!field.Takes(value))
        {
            throw new Gs1Exception(field.Refuse(value));
        }

        if (!fields.TryAdd(field.Id, value) && fields[field.Id] != value)
        {
            throw new Gs1Exception($"({field.Id}) stands twice with different values: {fields[field.Id]} and {value}.");
        }
    }

    private static Gs1Exception NoField(string text, int at)
    {
        var begins = $"“{text[at..Math.Min(at + 4, text.Length)]}” at place {at + 1} begins no field that GS1 knows.";
        return new(at == 0
            ? $"{begins} This may be another kind of barcode; type lot and expiry by hand."
            : $"{begins} The separator before it may be missing: type the code with brackets, as it is printed.");
    }

    private static DateOnly? Day(Dictionary<string, string> fields, string id, string what, DateOnly today)
    {
        if (!fields.TryGetValue(id, out var text))
        {
            return null;
        }

        var (year, month, day) = (Number(text[..2]), Number(text[2..4]), Number(text[4..]));
        var distance = year - (today.Year % 100);
        var full = today.Year + distance + (distance >= 51 ? -100 : distance <= -50 ? 100 : 0);
        if (month is < 1 or > 12 || day > DateTime.DaysInMonth(full, month))
        {
            throw new Gs1Exception($"({id}) {text} is no {what} day: it reads year {text[..2]}, month {text[2..4]}, day {text[4..]}.");
        }

        return new DateOnly(full, month, day == 0 ? DateTime.DaysInMonth(full, month) : day);
    }

    internal static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\](d2|C1|Q3|e0|J1)")]
    private static partial Regex Prefix();
}

/// <summary>The barcode text cannot be read; the message says why and what to do.</summary>
public sealed class Gs1Exception(string message) : Exception(message);
