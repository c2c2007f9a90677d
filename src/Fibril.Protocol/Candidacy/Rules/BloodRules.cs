namespace Fibril.Protocol;

/// <summary>Bleeding, immune system, diabetes, blood-borne infection: what is read from measurements.</summary>
internal static class BloodRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C12"] = C12,
        ["C14a"] = C14a,
        ["C14b"] = C14b,
        ["C15a"] = (a, rule) => Diabetes(a, rule, DiabetesControl.Good),
        ["C15b"] = (a, rule) => Diabetes(a, rule, DiabetesControl.Fair),
        ["C15c"] = (a, rule) => Diabetes(a, rule, DiabetesControl.Poor),
        ["C43"] = C43,
    };

    private enum DiabetesControl
    {
        Good,
        Fair,
        Poor,
    }

    private static IEnumerable<Firing> C12(Assessment a, Rule rule)
    {
        var diseases = a.OwnFor(rule).ToList();
        var low = a.Latest("platelets").Where(m => m.Fact.Value < rule.Number("reviewBelow")).ToList();
        var refuse = diseases.Count > 0 || low.Any(m => m.Fact.Value < rule.Number("refuseBelow"));
        return diseases.Select(a.On).Concat(low.Select(a.On)).Select(firing => firing.As(refuse ? "refuse" : "review"));
    }

    private static IEnumerable<Firing> C14a(Assessment a, Rule rule) =>
    [
        .. a.Own("organ-transplant", "primary-immunodeficiency", "immunosuppressed-other").Where(c => c.Fact.Status == ConditionStatus.Active).Select(a.On),
        .. a.Judge("M21"),
        .. a.Judge("M22"),
        .. a.Own("hiv").Where(_ => !HivIsControlled(a)).Select(a.On),
        .. a.Own("hepatitis-b", "hepatitis-c").Where(c => c.Fact.Controlled == false).Select(a.On),
    ];

    private static IEnumerable<Firing> C14b(Assessment a, Rule rule) =>
        [.. a.Latest("neutrophils").Where(m => m.Fact.Value < rule.Number("neutrophilsBelow")).Select(a.On), .. Waiting.Now(a, rule)];

    private static IEnumerable<Firing> C43(Assessment a, Rule rule) =>
    [
        .. a.Own("hiv").Where(_ => HivIsControlled(a)).Select(a.On),
        .. a.Own("hepatitis-b", "hepatitis-c").Where(c => c.Fact.Controlled != false).Select(a.On),
    ];

    private static bool HivIsControlled(Assessment a)
    {
        var rule = a.Pack.Rule("C43");
        var cells = a.Latest("cd4");
        var load = a.Latest("viral-load-hiv");
        return cells.Count > 0 && cells.All(m => m.Fact.Value >= rule.Number("cd4AtLeast"))
            && load.Count > 0 && load.All(m => m.Fact.Value < rule.Number("viralLoadBelow"));
    }

    /// <summary>Of the three rules on diabetes exactly one fires.</summary>
    private static IEnumerable<Firing> Diabetes(Assessment a, Rule rule, DiabetesControl control)
    {
        var records = a.OwnFor(rule).ToList();
        if (records.Count == 0 || ControlOf(a, records) != control)
        {
            return [];
        }

        var values = a.Latest("hba1c", "hba1c-ifcc").Select(m => a.On(m).Fact);
        return [a.On(records[0]) with { Fact = string.Join("; ", values.Prepend(a.On(records[0]).Fact)) }];
    }

    private static DiabetesControl ControlOf(Assessment a, List<Recorded<ConditionFact>> records)
    {
        var complications = records.SelectMany(r => r.Fact.Complications ?? []).ToHashSet();
        var poor = a.Pack.Rule("C15c");
        var latest = a.Latest("hba1c", "hba1c-ifcc");
        if (latest.Count == 0
            || Later.Months(latest[0].Fact.On, poor.Whole("months")) < a.Day
            || IsAbove(latest, poor)
            || complications.Overlaps([DiabetesComplication.Ketosis, DiabetesComplication.FootUlcer]))
        {
            return DiabetesControl.Poor;
        }

        return IsAbove(latest, a.Pack.Rule("C15b")) || complications.Overlaps([DiabetesComplication.Neuropathy, DiabetesComplication.Vasculopathy])
            ? DiabetesControl.Fair
            : DiabetesControl.Good;
    }

    private static bool IsAbove(IReadOnlyList<Recorded<MeasurementFact>> latest, Rule rule) =>
        latest.Any(m => m.Fact.Value > rule.Number(m.Fact.Id == "hba1c" ? "abovePercent" : "aboveMmolPerMol"));
}
