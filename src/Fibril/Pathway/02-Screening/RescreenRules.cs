using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>As much of a stored decision as a comparison needs; the rest of its text is passed over.</summary>
internal sealed record DecisionBrief(CandidacyOutcome Decision, DateOnly? NotBefore, IReadOnlyList<ZoneBrief> Zones, IReadOnlyList<FindingBrief> Findings)
{
    public static DecisionBrief Of(CandidacyDecision decision) => new(
        decision.Decision,
        decision.NotBefore,
        [.. decision.Zones.Select(z => new ZoneBrief(z.Zone, z.Decision, z.NotBefore))],
        [.. decision.Findings.Select(f => new FindingBrief(f.Rule, f.Effect))]);
}

internal sealed record ZoneBrief(string Zone, CandidacyOutcome Decision, DateOnly? NotBefore);

internal sealed record FindingBrief(string Rule, FindingEffect Effect);

/// <summary>What a new decision about a person changes.</summary>
/// <param name="Name">Of the person; null unless names were asked for.</param>
/// <param name="Came">Rules that fire now and did not, each with its effect.</param>
/// <param name="Went">Rules that fired and do not now.</param>
/// <param name="Zones">Zones whose own answer changed.</param>
internal sealed record RescreenChange(
    Guid ClinicId,
    Guid PatientId,
    Guid CourseId,
    string? Name,
    CandidacyOutcome From,
    CandidacyOutcome To,
    DateOnly? FromNotBefore,
    DateOnly? ToNotBefore,
    IReadOnlyList<FindingBrief> Came,
    IReadOnlyList<FindingBrief> Went,
    IReadOnlyList<string> Zones);

/// <summary>Whether two decisions about one course say the same.</summary>
internal static class RescreenRules
{
    /// <summary>What changed; null when headline, days, zones and rules are the same.</summary>
    public static RescreenChange? Change(StoredScreening stored, DecisionBrief before, DecisionBrief now)
    {
        List<FindingBrief> came = [.. now.Findings.Except(before.Findings)];
        List<FindingBrief> went = [.. before.Findings.Except(now.Findings)];
        List<string> zones = [.. now.Zones.Except(before.Zones).Select(z => z.Zone)];
        return came.Count == 0 && went.Count == 0 && zones.Count == 0 && before.Decision == now.Decision && before.NotBefore == now.NotBefore
            ? null
            : new(stored.ClinicId, stored.PatientId, stored.CourseId, null, before.Decision, now.Decision, before.NotBefore, now.NotBefore, came, went, zones);
    }

    /// <summary>The stored facts for another day of the session; a day before the assessment leaves them as they are.</summary>
    public static CaseFile For(CaseFile file, DateOnly? on) =>
        on is { } day && day >= file.On ? file with { Plan = file.Plan with { SessionDate = day } } : file;
}
