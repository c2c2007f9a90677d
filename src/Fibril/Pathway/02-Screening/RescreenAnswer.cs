using Fibril.Platform.Cli;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>What <c>fibril rescreen</c> answers.</summary>
/// <param name="On">Day of the session that all were judged for; null: each for its own.</param>
/// <param name="Moves">How many went from one headline to another.</param>
internal sealed record RescreenAnswer(
    ProtocolStamp Protocol, DateOnly? On, int Judged, int Changed, IReadOnlyList<RescreenMove> Moves, IReadOnlyList<RescreenChange> Changes, IReadOnlyList<RescreenFault> NotJudged)
{
    public static RescreenAnswer Of(ProtocolPack pack, DateOnly? on, RescreenResult result) => new(
        ProtocolStamp.Of(pack),
        on,
        result.Judged,
        result.Changes.Count,
        [.. result.Changes.GroupBy(c => (c.From, c.To)).Select(g => new RescreenMove(g.Key.From, g.Key.To, g.Count())).OrderByDescending(m => m.To).ThenByDescending(m => m.From)],
        result.Changes,
        result.Faults);

    public IEnumerable<string> Lines() =>
    [
        $"{Words.Count(Judged, "screening")} of open courses judged again, {Changed} {(Changed == 1 ? "comes" : "come")} out otherwise{(NotJudged.Count > 0 ? $", {NotJudged.Count} could not be judged" : "")}",
        $"Protocol {Protocol.Id} {Protocol.Version}{(On is { } day ? $", for sessions on {CliValues.Text(day)}" : ", each for its own day")}, by the facts stored with each. Nothing was written.",
        .. Moves.Count > 0 ? ["", "From, to"] : Array.Empty<string>(),
        .. Moves.Select(m => $"  {m.Count} {OutcomeWords.Id(m.From)} -> {OutcomeWords.Id(m.To)}"),
        .. Changes.Count > 0 ? ["", "Who, and why"] : Array.Empty<string>(),
        .. Changes.SelectMany(Change),
        .. NotJudged.Count > 0 ? ["", "Not judged; screen these again by hand"] : Array.Empty<string>(),
        .. NotJudged.Select(f => $"  patient {f.PatientId}, course {f.CourseId}: {f.Reason}"),
    ];

    private static IEnumerable<string> Change(RescreenChange change) =>
    [
        $"  {change.Name ?? $"patient {change.PatientId}"}, course {change.CourseId}: {Answer(change.From, change.FromNotBefore)} -> {Answer(change.To, change.ToNotBefore)}",
        .. Rules("came", change.Came),
        .. Rules("went", change.Went),
        .. change.Zones.Count > 0 ? [$"      zones: {string.Join(", ", change.Zones)}"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Rules(string word, IReadOnlyList<FindingBrief> rules) =>
        rules.Count == 0 ? [] : [$"      {word}: {string.Join(", ", rules.Select(r => $"{r.Rule} ({OutcomeWords.Effect(r.Effect).ToLowerInvariant()})"))}"];

    private static string Answer(CandidacyOutcome outcome, DateOnly? notBefore) =>
        OutcomeWords.Id(outcome) + (notBefore is { } day ? $" from {CliValues.Text(day)}" : "");
}

/// <summary>How many went from one headline to another.</summary>
internal sealed record RescreenMove(CandidacyOutcome From, CandidacyOutcome To, int Count);
