using System.Security.Cryptography;
using System.Text;

namespace Fibril.Protocol;

/// <summary>The consent document and one patient's facts in; exactly what is shown and signed out.</summary>
public static class ConsentText
{
    /// <summary>Composes the text for one patient: same facts, same words, same hash.</summary>
    /// <exception cref="ProtocolException">There is no document in that language.</exception>
    public static ComposedConsent Compose(ProtocolPack pack, string language, ConsentFacts facts)
    {
        var document = pack.ConsentIn(language);
        List<ComposedSection> sections = [.. document.Sections.Where(s => Holds(s.When, facts)).Select(s => Shown(s, facts))];
        if (facts.ClinicLines.Count > 0)
        {
            sections.Add(new("clinic", document.ClinicTitle, facts.ClinicLines));
        }

        List<ComposedRisk> risks = [.. document.Risks.Where(r => Holds(r.When, facts)).Select(r => Shown(r, facts)).OrderBy(r => r.Because.Count == 0)];
        var text = FullText(document, sections, risks);
        return new(
            document.Id, document.Version, document.Language, document.Title, document.Intro, sections,
            document.RisksIntro, risks, document.Questions, document.PhotoChoices, text, HashOf(text));
    }

    /// <summary><c>sha256:</c> and 64 hex digits of a text in Unicode form C with line feeds as line ends, so that the same words give the same hash everywhere.</summary>
    public static string HashOf(string text) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC))));

    private static ComposedSection Shown(ConsentSection section, ConsentFacts facts) =>
        new(section.Id, section.Title, [.. section.Paragraphs.Where(p => Holds(p.When, facts)).Select(p => p.Text)]);

    private static ComposedRisk Shown(ConsentRisk risk, ConsentFacts facts) =>
        new(risk.Id, risk.Title, risk.Text, risk.HowOften, [.. risk.Because.Where(b => Holds(b.When, facts, b.All)).Select(b => b.Text)], risk.Sources);

    private static bool Holds(ConsentWhen? when, ConsentFacts facts, bool all = false)
    {
        if (when is null)
        {
            return true;
        }

        var parts = Parts(when, facts).ToList();
        return all ? parts.TrueForAll(p => p) : parts.Contains(true);
    }

    private static IEnumerable<bool> Parts(ConsentWhen when, ConsentFacts facts)
    {
        (IReadOnlyList<string> Wanted, IReadOnlyCollection<string> Known)[] lists =
        [
            (when.Conditions, facts.Conditions),
            (when.Allergies, facts.Allergies),
            (when.Medicines, facts.Medicines),
            (when.Indications, facts.Indications),
            (when.Zones, facts.Zones),
            (when.Topicals, facts.Topicals),
        ];
        foreach (var (wanted, known) in lists.Where(l => l.Wanted.Count > 0))
        {
            yield return wanted.Any(known.Contains);
        }

        if (when.Phototypes.Count > 0)
        {
            yield return facts.Phototype is null || when.Phototypes.Contains(facts.Phototype.Value);
        }

        if (when.DeeperThanMm is { } mm)
        {
            yield return facts.DeepestMm > mm;
        }

        if (when.OffLabel is { } offLabel)
        {
            yield return facts.OffLabel == offLabel;
        }

        if (when.Anaesthetic is { } cream)
        {
            yield return (facts.Anaesthetic != "none") == cream;
        }
    }

    private static string FullText(ConsentDocument document, List<ComposedSection> sections, List<ComposedRisk> risks)
    {
        IEnumerable<string> lines =
        [
            document.Title,
            $"{document.Id} {document.Version} {document.Language}",
            document.Intro,
            .. sections.SelectMany(s => (IEnumerable<string>)[s.Title, .. s.Paragraphs]),
            document.RisksIntro,
            .. risks.SelectMany(r => (IEnumerable<string>)[r.Title, r.Text, r.HowOften, .. r.Because]),
            .. document.PhotoChoices.SelectMany(c => (IEnumerable<string>)[c.Title, c.Text]),
        ];
        return string.Join('\n', lines);
    }
}
