using System.Text.RegularExpressions;

namespace Fibril.Protocol;

/// <summary>One word that must not stand in a text for patients.</summary>
/// <param name="Word">The word as found.</param>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="Instead">What to write instead.</param>
public sealed record WordProblem(string Word, string Sentence, string Instead);

/// <summary>
/// Reads text for patients and finds promises and dangerous advice. Source: knowledge base R003, R041, rule M-RX; contract decision 7.
/// </summary>
public static partial class PatientText
{
    /// <summary>Promises, and advice to stop a medicine that only a prescriber may stop, in an English text.</summary>
    /// <param name="text">Text for patients.</param>
    /// <param name="prescribed">Names of prescribed medicines; a stop word in one sentence with them is a problem unless negated.</param>
    public static IReadOnlyList<WordProblem> Problems(string text, params IReadOnlyCollection<string> prescribed) => Problems(ConductWords.English, text, prescribed);

    /// <summary>The same in another language.</summary>
    internal static IReadOnlyList<WordProblem> Problems(ConductWords words, string text, IReadOnlyCollection<string> prescribed) =>
        [.. SentenceEnd().Split(text).SelectMany(s => InSentence(words, s.Trim().Normalize(), prescribed))];

    private static IEnumerable<WordProblem> InSentence(ConductWords words, string sentence, IReadOnlyCollection<string> prescribed)
    {
        foreach (var (word, instead) in words.Promises)
        {
            if (word.Match(sentence) is { Success: true } match)
            {
                yield return new(match.Value, sentence, instead);
            }
        }

        if (!prescribed.Any(name => sentence.Contains(name, StringComparison.OrdinalIgnoreCase)))
        {
            yield break;
        }

        foreach (Match stop in words.Stop.Matches(sentence))
        {
            if (!words.Negation.IsMatch(sentence[..stop.Index]))
            {
                yield return new(stop.Value, sentence, "Say \"do not change or stop this medicine; we will contact your prescriber\".");
            }
        }
    }

    [GeneratedRegex(@"(?<=[.!?;।])\s+|\n+")]
    private static partial Regex SentenceEnd();
}
