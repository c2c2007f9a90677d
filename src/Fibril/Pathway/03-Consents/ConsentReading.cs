using Fibril.Protocol;

namespace Fibril.Pathway.Consents;

/// <summary>A few sections that stand on one page of a phone.</summary>
/// <param name="Id">Id of its first part; the last piece of its address.</param>
public sealed record ReadingPage(string Id, string Title, IReadOnlyList<ReadingPart> Parts)
{
    public bool IsReadIn(Consent? consent) => consent is not null && Parts.All(p => consent.HasRead(p.Id, p.Hash));
}

/// <summary>One part of the text, known by its words: a changed word is unread.</summary>
public sealed record ReadingPart(string Id, string Hash);

/// <summary>The composed text cut into pages, in its own order, the risks last.</summary>
public static class ConsentReading
{
    public const string Risks = "risks";

    private const int ParagraphsPerPage = 7;

    public static IReadOnlyList<ReadingPage> PagesOf(ComposedConsent text)
    {
        List<List<ComposedSection>> pages = [];
        foreach (var section in text.Sections)
        {
            if (pages.Count == 0 || pages[^1].Sum(s => s.Paragraphs.Count) + section.Paragraphs.Count > ParagraphsPerPage)
            {
                pages.Add([]);
            }

            pages[^1].Add(section);
        }

        return [.. pages.Select(PageOf), RisksOf(text)];
    }

    private static ReadingPage PageOf(List<ComposedSection> sections) =>
        new(sections[0].Id, string.Join(" · ", sections.Select(s => s.Title)), [.. sections.Select(s => new ReadingPart(s.Id, HashOf([s.Title, .. s.Paragraphs])))]);

    private static ReadingPage RisksOf(ComposedConsent text) =>
        new(Risks, "What can go wrong", [new(Risks, HashOf([text.RisksIntro, .. text.Risks.SelectMany(r => (IEnumerable<string>)[r.Title, r.Text, r.HowOften, .. r.Because])]))]);

    private static string HashOf(IEnumerable<string> lines) => ConsentText.HashOf(string.Join('\n', lines))[7..23];
}
