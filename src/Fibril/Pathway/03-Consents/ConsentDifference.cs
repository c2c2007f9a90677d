using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Consents;

/// <summary>What has changed since a text was shown, in words that a person can read.</summary>
public static class ConsentDifference
{
    private const int SentencesNamed = 6;

    /// <summary>New medicines, conditions and allergies, a pregnancy, and lines that came or went, a line each; null when nothing did. Source: consent document, "withdrawal".</summary>
    public static string? Between(Consent shown, ComposedConsent current, ConsentBasis basis)
    {
        List<string> changes =
        [
            .. New("medicine", shown.Basis.Medicines, basis.Medicines),
            .. New("condition", shown.Basis.Conditions, basis.Conditions),
            .. New("allergy", shown.Basis.Allergies, basis.Allergies),
        ];
        if (basis.PregnantOrPossibly && !shown.Basis.PregnantOrPossibly)
        {
            changes.Add("A pregnancy, or one that cannot be ruled out.");
        }

        if (shown.TextHash != current.Hash)
        {
            changes.AddRange(Lines(shown.TextShown, current.FullText));
        }

        return changes.Count == 0 ? null : string.Join('\n', changes);
    }

    private static IEnumerable<string> New(string kind, List<string> before, List<string> now) =>
        now.Except(before).Select(id => $"New {kind}: {Words.Of(id).ToLowerInvariant()}.");

    private static List<string> Lines(string before, string now)
    {
        string[] old = before.Split('\n'), fresh = now.Split('\n');
        List<string> changed =
        [
            .. fresh.Except(old).Select(l => $"New in the text: “{l}”"),
            .. old.Except(fresh).Select(l => $"No longer in it: “{l}”"),
        ];
        if (changed.Count == 0)
        {
            return ["The text stands in another order."];
        }

        var rest = changed.Count - SentencesNamed;
        return rest > 0 ? [.. changed.Take(SentencesNamed), $"And {Words.Count(rest, "more change")}."] : changed;
    }
}
