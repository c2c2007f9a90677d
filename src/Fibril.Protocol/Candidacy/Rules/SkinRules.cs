namespace Fibril.Protocol;

/// <summary>Skin that is not whole or not well: wounds, acne, infection, cold sores, psoriasis, eczema.</summary>
internal static class SkinRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C01"] = Waiting.UntilHealed,
        ["C02a"] = C02a,
        ["C02b"] = C02b,
        ["C02c"] = C02c,
        ["C03a"] = C03a,
        ["C03b"] = Waiting.UntilHealed,
        ["C04"] = C04,
        ["C05"] = C05,
        ["C06a"] = Waiting.WhileActive,
        ["C06b"] = C06b,
        ["C07a"] = Waiting.UntilHealed,
        ["C07b"] = C07b,
    };

    private enum AcneGrade
    {
        Comedones,
        FewPapules,
        Inflamed,
        Nodular,
    }

    private static IEnumerable<Firing> C02a(Assessment a, Rule rule) =>
        a.Touching(rule).Select(hit => hit.Condition.Fact.Status switch
        {
            ConditionStatus.Active => ActiveAcne(a, rule, hit.Condition),
            _ => Waiting.Healing(a, hit.Condition, rule.Whole("days"))?.As("inflamed"),
        } is { } firing ? firing.Named(hit.Zones) : null).Fired();

    private static Firing? ActiveAcne(Assessment a, Rule rule, Recorded<ConditionFact> acne) => GradeOf(a, acne.Fact) switch
    {
        AcneGrade.Nodular => a.On(acne).As("nodular"),
        AcneGrade.Inflamed => a.On(acne).As("inflamed"),
        _ => null,
    };

    private static IEnumerable<Firing> C02b(Assessment a, Rule rule) => Acne(a, rule, AcneGrade.FewPapules);

    private static IEnumerable<Firing> C02c(Assessment a, Rule rule) => Acne(a, rule, AcneGrade.Comedones);

    private static IEnumerable<Firing> Acne(Assessment a, Rule rule, AcneGrade grade) =>
        from hit in a.Touching(rule)
        where hit.Condition.Fact.Status == ConditionStatus.Active && GradeOf(a, hit.Condition.Fact) == grade
        select a.On(hit.Condition).Named(hit.Zones);

    private static AcneGrade GradeOf(Assessment a, ConditionFact acne) => acne.Lesions switch
    {
        null => AcneGrade.Inflamed,
        { Nodules: > 0 } or { Cysts: > 0 } => AcneGrade.Nodular,
        { Pustules: > 0 } => AcneGrade.Inflamed,
        { Papules: { } papules } when papules >= a.Pack.Rule("C02a").Number("papules") => AcneGrade.Inflamed,
        { Papules: > 0 } => AcneGrade.FewPapules,
        _ => AcneGrade.Comedones,
    };

    private static IEnumerable<Firing> C03a(Assessment a, Rule rule) =>
        a.OwnFor(rule).Select(infection =>
        {
            var over = infection.Fact with { HealedOn = Later(infection.Fact.HealedOn, infection.Fact.TreatmentEndedOn) };
            return Waiting.Healing(a, infection with { Fact = over }, rule.Whole("days")) is { } firing
                ? firing with { Fact = a.On(infection).Fact }
                : null;
        }).Fired();

    private static PartialDate? Later(PartialDate? one, PartialDate? other) =>
        one is { } first && other is { } second ? (first > second ? first : second) : one;

    private static IEnumerable<Firing> C04(Assessment a, Rule rule) =>
        a.AsksFace ? a.OwnFor(rule).Select(sore => Waiting.Healing(a, sore, rule.Whole("days"))).Fired() : [];

    private static IEnumerable<Firing> C05(Assessment a, Rule rule)
    {
        var sores = a.AsksFace ? a.Own("herpes-orofacial").ToList() : [];
        if (sores.Count == 0)
        {
            return [];
        }

        var often = sores.Where(s => s.Fact.AttacksPerYear >= rule.Number("attacksPerYear")).ToList();
        var highRisk = often.Count > 0 || a.Own("eczema-herpeticum").Any() || a.Fires("C14a");
        return [a.On(often.Count > 0 ? often[0] : sores[0]).As(highRisk ? "high-risk" : "history")];
    }

    private static IEnumerable<Firing> C06b(Assessment a, Rule rule) => a.CoversPlan("C06a") ? [] : Waiting.NowOrEver(a, rule);

    private static IEnumerable<Firing> C07b(Assessment a, Rule rule) => a.CoversPlan("C07a") ? [] : Waiting.NowOrEver(a, rule);
}
