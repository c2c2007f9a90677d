namespace Fibril.Protocol;

public sealed partial class ProtocolPack
{
    /// <summary>The consent document in English.</summary>
    public ConsentDocument Consent => ConsentIn("en");

    /// <summary>Languages that have a consent document, English first.</summary>
    public IReadOnlyList<string> ConsentLanguages =>
        [.. FileNames.Where(f => f.StartsWith("consent.", StringComparison.Ordinal)).Select(f => f.Split('.')[1]).OrderBy(l => l != "en").ThenBy(l => l, StringComparer.Ordinal)];

    /// <summary>The consent document in one language.</summary>
    /// <exception cref="ProtocolException">There is none in that language: a clinical text is never half translated.</exception>
    public ConsentDocument ConsentIn(string language) => Section<ConsentDocument>($"consent.{language}.yaml");
}
