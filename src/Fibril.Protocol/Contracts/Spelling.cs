namespace Fibril.Protocol;

/// <summary>Finds the word that was probably meant.</summary>
public static class Spelling
{
    /// <summary>The words nearest to one that is not known, nearest first, whatever its length; empty when none is alike.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="words">What is known.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<string> Near(string written, IEnumerable<string> words, int most = 3)
    {
        var limit = Math.Max(1, Math.Min(3, written.Length / 2));
        return written.Length > 60 ? [] : [.. words
            .Select(word => (word, distance: Distance(written.ToUpperInvariant(), word.ToUpperInvariant())))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.word, StringComparer.Ordinal)
            .Select(pair => pair.word)
            .Take(most)];
    }

    /// <summary>The nearest word within two changed letters (one for short words); null when none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> words)
    {
        if (written.Length is < 3 or > 40)
        {
            return null;
        }

        var limit = written.Length < 6 ? 1 : 2;
        return words
            .Where(word => Math.Abs(word.Length - written.Length) <= limit)
            .Select(word => (word, distance: Distance(written, word)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.word)
            .FirstOrDefault();
    }

    /// <summary>The end of a sentence about a word that is not known: the nearest one, or nothing.</summary>
    internal static string Hint(string written, IEnumerable<string> words) => Nearest(written, words) is { } near ? $"; did you mean '{near}'" : "";

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost));
            }
        }

        return row[b.Length];
    }
}
