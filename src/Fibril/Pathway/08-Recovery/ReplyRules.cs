using Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary>What may be written back to a person who reported.</summary>
public static class ReplyRules
{
    /// <summary>What a clinic starts with. None of them judges a skin that nobody has looked at.</summary>
    public static readonly IReadOnlyList<string> Defaults =
    [
        "Thank you. What you describe is expected on this day. Go on with your aftercare, and tell us at once if it gets worse.",
        "Thank you. Please send us a picture in daylight, without make-up, from an arm's length. Open your report to add it.",
        "Thank you. We call you today to talk about it. Please keep your telephone near you.",
        "We would like to look at your skin. Please choose a time for a visit, or call us and we find one together.",
        "Please keep the skin cool and clean, use only what stands on your aftercare sheet, and tell us tomorrow how it is.",
    ];

    /// <summary>The clinic's replies in their order; the ones it starts with while it has written none.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<ReplyTemplate> own) =>
        own.Count == 0 ? Defaults : [.. own.OrderBy(t => t.Number).Select(t => t.Text).Where(t => t.Length > 0)];

    /// <summary>The rules of conduct hold for what staff write to patients as for the program's own texts.</summary>
    public static Decision MayWrite(ProtocolPack pack, string text) => Decision.From(
        ConductLinter.Conduct(pack, text).Concat(PatientText.Problems(text)).DistinctBy(p => (p.Word, p.Sentence))
            .Select(p => new Reason("words", $"“{p.Word}” does not belong into a reply: {p.Sentence}", "clinic")));
}
