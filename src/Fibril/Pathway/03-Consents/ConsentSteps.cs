using Fibril.Protocol;

namespace Fibril.Pathway.Consents;

/// <summary>One page of the way to a signature.</summary>
/// <param name="Path">End of its address under <c>/my/consent/{courseId}</c>.</param>
public sealed record ConsentStep(string Path, string Title, bool Done);

/// <summary>The way to a signature, derived from the text and from what was done.</summary>
public static class ConsentSteps
{
    public static IReadOnlyList<ConsentStep> Of(ComposedConsent text, Consent? consent) =>
    [
        .. ConsentReading.PagesOf(text).Select(p => new ConsentStep($"/read/{p.Id}", p.Title, p.IsReadIn(consent))),
        .. text.Questions.Select((q, i) => new ConsentStep($"/check/{q.Id}", $"Question {i + 1} of {text.Questions.Count}", IsRight(consent, q.Id))),
        new("/choices", "Your questions and your photos", consent?.ChoicesMadeAt is not null),
        new("/sign", "Sign", consent?.SignedAt is not null),
    ];

    /// <summary>The first page that is not done; the last one when all are.</summary>
    public static ConsentStep Next(ComposedConsent text, Consent? consent)
    {
        var steps = Of(text, consent);
        return steps.FirstOrDefault(s => !s.Done) ?? steps[^1];
    }

    private static bool IsRight(Consent? consent, string question) => consent?.Checks.Any(c => c.Question == question && c.Right) ?? false;
}
