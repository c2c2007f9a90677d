using System.Globalization;
using System.Text;
using Fibril.Pathway.Screening;
using Fibril.Protocol;

namespace Fibril.Pathway.Consents;

/// <summary>When a consent may be signed and when it holds.</summary>
public static class ConsentRules
{
    private static readonly Reason NotReviewed = new("screening-not-reviewed", "A clinician has not looked at your answers yet. We will tell you when you can sign.", "R057");
    private static readonly Reason Referred = new("screening-referred", "A colleague looks at the answers first. There is nothing to sign until the answer is here.", "R057");
    private static readonly Reason NotTreated = new("screening-refused", "This treatment is not offered for the asked area, so there is nothing to sign. Ask us what else there is.", "R057");
    private static readonly Reason Changed = new("consent-changed", "The text has changed since you read it. Open it again and read what is new.", "clinic");
    private static readonly Reason NotOpen = new("consent-not-open", "There is no consent open to sign. Open it and read it first.", "clinic");

    /// <summary>May the person sign on a device: screened, this exact text read, every question right at last, own name. Source: R049, R057, screens 3.5.</summary>
    /// <param name="current">The text as it is composed for today's facts.</param>
    /// <param name="screening">Latest decision on the course; null when there is none.</param>
    public static Decision MaySign(Consent? consent, ComposedConsent current, CandidacyScreening? screening, string typedName, string fullName)
    {
        if (consent is not { IsDraft: true })
        {
            return Decision.Refuse([.. Screened(screening), NotOpen]);
        }

        List<Reason> reasons = [.. Screened(screening), .. IsCurrent(consent, current)];
        var unread = ConsentReading.PagesOf(current).Where(p => !p.IsReadIn(consent)).ToList();
        if (unread.Count > 0)
        {
            reasons.Add(new("consent-unread", $"Not read yet: {string.Join(", ", unread.Select(p => p.Title))}.", "R049"));
        }

        reasons.AddRange(Understood(consent, current));
        if (!NameMatches(typedName, fullName))
        {
            reasons.Add(new("name-differs", $"Type your own name, {fullName}, as your signature. If the name we have is wrong, tell us.", "clinic"));
        }

        return Decision.From(reasons);
    }

    /// <summary>May staff record a signature on paper: screened, the printed text still the current one, a witness other than the person. Source: clinic.</summary>
    public static Decision MayRecordPaper(ComposedConsent current, string printedHash, CandidacyScreening? screening, string signedName, string fullName, string witness)
    {
        List<Reason> reasons = [.. Screened(screening)];
        if (printedHash != current.Hash)
        {
            reasons.Add(Changed with { Sentence = "The text has changed since it was printed. Print it again and have the new one signed." });
        }

        if (!NameMatches(signedName, fullName))
        {
            reasons.Add(new("name-differs", $"The name on the paper is not {fullName}.", "clinic"));
        }

        if (NameMatches(witness, fullName))
        {
            reasons.Add(new("witness-is-patient", "The witness is somebody else than the person who signs.", "clinic"));
        }

        return Decision.From(reasons);
    }

    /// <summary>May a practitioner countersign: valid, not yet done, and what needs talking was talked through. Source: screens 3.5.</summary>
    public static Decision MayCountersign(Consent consent, string talkedThrough)
    {
        List<Reason> reasons = [];
        if (!consent.IsValid)
        {
            reasons.Add(new("consent-not-valid", "Only a signed consent that is neither withdrawn nor out of date can be countersigned.", "clinic"));
        }

        if (consent.CountersignedAt is not null)
        {
            reasons.Add(new("already-countersigned", "It is countersigned already.", "clinic"));
        }

        if ((consent.ToDiscuss.Count > 0 || consent.Questions.Length > 0) && string.IsNullOrWhiteSpace(talkedThrough))
        {
            reasons.Add(new("not-talked-through", "There are wrong answers or open questions. Talk them through and write down what was said.", "clinic"));
        }

        return Decision.From(reasons);
    }

    /// <summary>Does a consent hold on a day for the text as it is composed now; null = nothing was ever signed. Source: consent document, "withdrawal".</summary>
    public static Decision IsValidFor(Consent? consent, DateOnly day, string currentHash) => consent switch
    {
        null or { SignedAt: null, WithdrawnAt: null } => Decision.Refuse(new Reason("consent-missing", "No consent is signed.", "R049")),
        { WithdrawnAt: not null } => Decision.Refuse(new Reason("consent-withdrawn", "The consent was withdrawn.", "R049")),
        { StaleAt: not null } => Decision.Refuse(new Reason("consent-stale", $"The consent is out of date: {consent.StaleWhy}", "clinic")),
        _ when consent.TextHash != currentHash => Decision.Refuse(new Reason("consent-stale", "The consent is out of date: the text for today's facts is another one.", "clinic")),
        _ when DateOnly.FromDateTime(consent.SignedAt!.Value) > day.AddDays(1) => Decision.Refuse(new Reason("consent-later", "The consent was signed after that day.", "clinic")),
        _ => Decision.Allow(),
    };

    /// <summary>Is the typed name the person's: accents, case, order and middle names do not matter, first and last name do. Source: clinic.</summary>
    public static bool NameMatches(string typed, string fullName)
    {
        var (given, wanted) = (Fold(typed), Fold(fullName));
        return given.Count > 0 && wanted.Count > 0
            && given.Contains(wanted[^1])
            && given.Any(t => t == wanted[0] || (t.Length == 1 && wanted[0].StartsWith(t, StringComparison.Ordinal)));
    }

    private static IEnumerable<Reason> Screened(CandidacyScreening? screening) => screening switch
    {
        null or { ReviewedAt: null } => [NotReviewed],
        { IsAccepted: true } => [],
        { Verdict: Verdict.Referred } => [Referred],
        _ => [NotTreated],
    };

    private static IEnumerable<Reason> IsCurrent(Consent consent, ComposedConsent current) =>
        consent.TextHash == current.Hash ? [] : [Changed];

    private static IEnumerable<Reason> Understood(Consent consent, ComposedConsent current) =>
        current.Questions.Where(q => !consent.Checks.Any(c => c.Question == q.Id && c.Right))
            .Select(q => new Reason("check-open", $"Not answered right yet: {q.Question}", "R049"));

    private static List<string> Fold(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return [.. string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
