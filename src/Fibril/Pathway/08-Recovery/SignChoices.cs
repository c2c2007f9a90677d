using Fibril.Platform.Ui;
using P = Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary>The signs that can be ticked, in the person's words: those that alone need help now, those that need a doctor today, the others.</summary>
public sealed record SignChoices(IReadOnlyList<Option> Now, IReadOnlyList<Option> Today, IReadOnlyList<Option> Others)
{
    /// <summary>Asked on their own, with a grade or minutes.</summary>
    public static readonly IReadOnlyList<string> Graded = ["redness", "swelling", "pain", "itch", "bleeding"];

    /// <summary>Which list a sign stands in is asked of the triage itself, as if it were the only one.</summary>
    public static SignChoices On(P.ProtocolPack pack, P.CheckIn bare)
    {
        var byLevel = pack.Signs.Where(s => !Graded.Contains(s.Id)).ToLookup(
            s => P.Triage.Decide(pack, bare with { Signs = [new() { Id = s.Id, Severity = 2 }] }).Level,
            s => new Option(s.Id, s.Patient));
        return new(
            [.. byLevel[P.TriageLevel.Emergency]],
            [.. byLevel[P.TriageLevel.SameDay]],
            [.. byLevel.Where(g => g.Key < P.TriageLevel.SameDay).SelectMany(g => g)]);
    }
}
