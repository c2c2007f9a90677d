namespace Fibril.Protocol;

/// <summary>How soon somebody must act on a check-in. Pure; nothing lowers a level, and free text is never read.</summary>
public static class Triage
{
    /// <summary>Ids of the red flags this library can judge; a pack with another flag is refused.</summary>
    public static IReadOnlyList<string> FlagIds { get; } = [.. RedFlags.Ids];

    /// <summary>Level, flags, findings, actions and the aftercare in force.</summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="checkIn">Signs with ids of that pack; what <see cref="CheckInReader"/> returned is always valid.</param>
    /// <exception cref="ProtocolException">A sign has an id that the pack does not know.</exception>
    public static TriageDecision Decide(ProtocolPack pack, CheckIn checkIn)
    {
        var expected = ExpectedOn(pack, checkIn);
        var raised = RedFlags.Raised(pack, checkIn);
        List<TriageFinding> findings =
        [
            .. raised.Select(Finding),
            .. DayByDay.Findings(pack, checkIn, expected, raised.SelectMany(r => r.Signs).ToHashSet(StringComparer.Ordinal)),
        ];
        var level = findings.Count == 0 ? TriageLevel.Normal : findings.Max(f => f.Level);
        return new()
        {
            Day = checkIn.Day,
            Protocol = ProtocolStamp.Of(pack),
            Level = level,
            Flags = [.. raised.Select(r => r.Flag.Id)],
            Findings = findings,
            Expected = expected,
            Unexpected = [.. findings.SelectMany(f => f.Signs).Distinct(StringComparer.Ordinal)],
            Actions = level == TriageLevel.Normal
                ? ["reassure", "next-check"]
                : [.. raised.SelectMany(r => r.Flag.Actions).Distinct(StringComparer.Ordinal)],
            Advice = level == TriageLevel.Emergency ? [] : Advice(pack, checkIn),
            ReadText = !string.IsNullOrWhiteSpace(checkIn.Text),
        };
    }

    private static ExpectedSigns ExpectedOn(ProtocolPack pack, CheckIn checkIn)
    {
        var row = Healing.NormalOn(pack, checkIn.Day, DeepestMm(checkIn) ?? 0);
        return new(row.Days, row.Redness, row.Swelling, row.Pain, row.Itch, row.Text);
    }

    private static TriageFinding Finding(RaisedFlag raised)
    {
        var says = raised.Flag.CaseOf(raised.Case);
        return new()
        {
            Rule = raised.Flag.Id,
            Level = says.Level,
            Signs = raised.Signs,
            Reason = raised.Flag.Numbers.Aggregate(says.Reason, (text, number) => text.Replace($"{{{number.Key}}}", $"{number.Value}", StringComparison.Ordinal)),
            PatientText = says.Patient,
            Sources = raised.Flag.Sources,
            Grade = raised.Flag.Grade,
        };
    }

    /// <summary>Rows in force; without a recorded depth the longer time for make-up, without a phototype no longer ends.</summary>
    private static IReadOnlyList<string> Advice(ProtocolPack pack, CheckIn checkIn)
    {
        var facts = new AftercareFacts
        {
            SessionEnd = DateTime.UnixEpoch,
            DeepestMm = DeepestMm(checkIn) ?? pack.AftercareRules.DeeperThanMm,
            Phototype = checkIn.Phototype ?? 1,
            Zones = [.. (checkIn.Zones ?? []).Select(z => z.Zone)],
            Antiviral = checkIn.Antiviral switch
            {
                AntiviralStatus.Taking => AntiviralUse.Taking,
                AntiviralStatus.NotTaken => AntiviralUse.NotTaken,
                _ => AntiviralUse.None,
            },
        };
        return Aftercare.InForce(pack, facts, checkIn.Day, red: checkIn.Signs.Any(s => s.Id == "redness"));
    }

    private static decimal? DeepestMm(CheckIn checkIn) => (checkIn.Zones ?? []).Max(z => (decimal?)z.DepthMm);
}
