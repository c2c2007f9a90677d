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
    private static readonly (Regex Word, string Instead)[] Promises =
    [
        (Flawless(), "Say what improves and by how much."),
        (ScarFree(), "Say \"less visible\"; scars do not go away."),
        (Painless(), "Say \"less pain\"."),
        (Guarantee(), "Give a range with its study."),
        (Permanent(), "Say how long it was followed."),
        (NoRisk(), "Name the risks."),
        (NonInvasive(), "Say \"minimally invasive\": it injures the skin."),
    ];

    /// <summary>Promises, and advice to stop a medicine that only a prescriber may stop.</summary>
    /// <param name="text">Text for patients.</param>
    /// <param name="prescribed">Names of prescribed medicines; a stop word in one sentence with them is a problem unless negated.</param>
    public static IReadOnlyList<WordProblem> Problems(string text, params IReadOnlyCollection<string> prescribed) =>
        [.. SentenceEnd().Split(text).SelectMany(s => InSentence(s.Trim(), prescribed))];

    private static IEnumerable<WordProblem> InSentence(string sentence, IReadOnlyCollection<string> prescribed)
    {
        foreach (var (word, instead) in Promises)
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

        foreach (Match stop in Stop().Matches(sentence))
        {
            if (!Negation().IsMatch(sentence[..stop.Index]))
            {
                yield return new(stop.Value, sentence, "Say \"do not change or stop this medicine; we will contact your prescriber\".");
            }
        }
    }

    [GeneratedRegex(@"(?<=[.!?;])\s+|\n+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\bflawless\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Flawless();

    [GeneratedRegex(@"\bscar[-\s]?(free|less)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ScarFree();

    [GeneratedRegex(@"\b(painless\w*|pain[-\s]free)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Painless();

    [GeneratedRegex(@"\bguarantee\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Guarantee();

    [GeneratedRegex(@"\bpermanent\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Permanent();

    [GeneratedRegex(@"\b(no[-\s]risks?|risk[-\s]free|without risks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoRisk();

    [GeneratedRegex(@"\bnon[-\s]?invasive\w*", RegexOptions.IgnoreCase)]
    private static partial Regex NonInvasive();

    [GeneratedRegex(@"\b(stop|stops|stopping|stopped|pause|pauses|pausing|paused|skip\w*|withhold\w*|interrupt\w*|discontinu\w*|leave\s+(it|them)?\s*(off|out))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stop();

    [GeneratedRegex(@"\b(not|never|don't|nor|no)\b[^.;]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();
}
