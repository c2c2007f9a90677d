namespace Fibril.Protocol;

/// <summary>Signs that no flag took, compared with what is expected on the day.</summary>
internal static class DayByDay
{
    public static IEnumerable<TriageFinding> Findings(ProtocolPack pack, CheckIn checkIn, ExpectedSigns expected, IReadOnlySet<string> taken) =>
        from report in checkIn.Signs
        where !taken.Contains(report.Id)
        let level = LevelOf(pack, checkIn.Day, report, expected)
        where level > TriageLevel.Normal
        select Finding(pack, checkIn.Day, report, expected, level);

    private static TriageLevel LevelOf(ProtocolPack pack, int day, SignReport report, ExpectedSigns expected)
    {
        var sign = pack.Sign(report.Id);
        if (sign.ByTable)
        {
            return ByTable(pack, day, report, expected);
        }

        return report.Id == "bleeding"
            ? Bleeding(pack.SignTable.Bleeding, day, report)
            : sign.WhenNoFlag.FirstOrDefault(window => window.Holds(day))?.Level ?? TriageLevel.Normal;
    }

    private static TriageLevel ByTable(ProtocolPack pack, int day, SignReport report, ExpectedSigns expected)
    {
        var steps = report.Severity - expected.Of(report.Id);
        var newSwelling = report.Id == "swelling" && day >= pack.SignTable.NewSwellingFromDay;
        return steps switch
        {
            <= 0 => TriageLevel.Normal,
            1 when !newSwelling => TriageLevel.Routine,
            _ => TriageLevel.Within72Hours,
        };
    }

    private static TriageLevel Bleeding(BleedingLimit limit, int day, SignReport report) =>
        day == 0 && (report.Minutes ?? 0) <= limit.Minutes ? TriageLevel.Normal : limit.Level;

    private static TriageFinding Finding(ProtocolPack pack, int day, SignReport report, ExpectedSigns expected, TriageLevel level)
    {
        var sign = pack.Sign(report.Id);
        var bleeding = report.Id == "bleeding";
        var limit = pack.SignTable.Bleeding;
        return new()
        {
            Rule = bleeding ? "R045" : "N-DAY",
            Level = level,
            Signs = [report.Id],
            Reason = bleeding ? $"Bleeding on day {day}, longer than {limit.Minutes} minutes with pressure or after the day of the session."
                : sign.ByTable ? $"Day {day}: {sign.Name} {report.Severity} of 3, expected is at most {expected.Of(report.Id)}."
                : $"Day {day}: {sign.Name} is not expected at this time.",
            PatientText = pack.TriageLevels.First(l => l.Level == level).Patient,
            Sources = bleeding ? limit.Sources : pack.SignTable.NDay.Sources,
            Grade = bleeding ? limit.Grade : pack.SignTable.NDay.Grade,
        };
    }
}
