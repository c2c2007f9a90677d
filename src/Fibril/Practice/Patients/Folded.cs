using System.Globalization;
using System.Text;

namespace Fibril.Practice.Patients;

/// <summary>Text as search and comparison see it: lower case, without accents, letters and digits only.</summary>
public static class Folded
{
    /// <summary>Letters that no decomposition takes apart.</summary>
    private static readonly Dictionary<char, string> Spelled = new()
    {
        ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ı'] = "i",
    };

    /// <summary>"O’Connell-Núñez" → "oconnell nunez": apostrophes vanish, everything else that is no letter or digit parts words.</summary>
    public static string Of(string? text)
    {
        var folded = new StringBuilder();
        foreach (var c in (text ?? "").ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’' or 'ʼ' or '`')
            {
                continue;
            }

            folded.Append(Spelled.TryGetValue(c, out var spelled) ? spelled : char.IsLetterOrDigit(c) ? c.ToString() : " ");
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string[] Words(string? text) => Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string Digits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));

    /// <summary>How many letters must change to make one word of the other; at most <paramref name="limit"/> + 1.</summary>
    public static int Distance(string a, string b, int limit = 3)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        var before = new int[b.Length + 1];
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var next = new int[b.Length + 1];
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                next[j] = Math.Min(Math.Min(row[j] + 1, next[j - 1] + 1), row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1); // two neighbours swapped are one slip
                }
            }

            (before, row) = (row, next);
        }

        return row[b.Length];
    }
}
