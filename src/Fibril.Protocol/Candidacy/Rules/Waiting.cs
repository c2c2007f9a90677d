namespace Fibril.Protocol;

/// <summary>How holds end: a rule fires until the day before its date, and no longer on it.</summary>
internal static class Waiting
{
    /// <summary>Fires until that date; null when it has come.</summary>
    public static Firing? Until(this Firing firing, Assessment a, DateOnly end) => end > a.Day ? firing with { NotBefore = end } : null;

    /// <summary>No date while it is there or while the day it healed is not known; afterwards that many days.</summary>
    public static Firing? Healing(Assessment a, Recorded<ConditionFact> condition, int days) =>
        condition.Fact.Status == ConditionStatus.Active || a.DayOf(condition.Fact.HealedOn) is not { } healed
            ? a.On(condition)
            : a.On(condition).Until(a, Later.Days(healed, days));

    /// <summary>Conditions that feed the rule and touch an asked zone, with the zones they touch.</summary>
    public static IEnumerable<(Recorded<ConditionFact> Condition, IReadOnlyList<string> Zones)> Touching(this Assessment a, Rule rule) =>
        a.Touching(a.OwnFor(rule), c => c.Zones);

    /// <summary>Facts that touch an asked zone, with the zones they touch.</summary>
    public static IEnumerable<(Recorded<T> Recorded, IReadOnlyList<string> Zones)> Touching<T>(
        this Assessment a, IEnumerable<Recorded<T>> facts, Func<T, IReadOnlyList<string>?> sites) =>
        from recorded in facts
        let zones = a.Touched(sites(recorded.Fact))
        where zones.Count > 0
        select (recorded, zones);

    /// <summary>Only those that fired.</summary>
    public static IEnumerable<Firing> Fired(this IEnumerable<Firing?> firings) => firings.OfType<Firing>();

    /// <summary>Zone rule: while it is there, and <c>days</c> of the rule after it healed.</summary>
    public static IEnumerable<Firing> UntilHealed(Assessment a, Rule rule) =>
        a.Touching(rule).Select(hit => Healing(a, hit.Condition, rule.Whole("days"))?.Named(hit.Zones)).Fired();

    /// <summary>Zone rule: while it is there.</summary>
    public static IEnumerable<Firing> WhileActive(Assessment a, Rule rule) =>
        from hit in a.Touching(rule)
        where hit.Condition.Fact.Status == ConditionStatus.Active
        select a.On(hit.Condition).Named(hit.Zones);

    /// <summary>Person rule: now or ever.</summary>
    public static IEnumerable<Firing> NowOrEver(Assessment a, Rule rule) => a.OwnFor(rule).Select(a.On);

    /// <summary>Person rule: now.</summary>
    public static IEnumerable<Firing> Now(Assessment a, Rule rule) =>
        a.OwnFor(rule).Where(c => c.Fact.Status == ConditionStatus.Active).Select(a.On);

    /// <summary>The firing, for these zones only.</summary>
    public static Firing Named(this Firing firing, IReadOnlyList<string> zones) => firing with { Zones = zones };

    /// <summary>The firing, as this case of the rule.</summary>
    public static Firing As(this Firing firing, string ruleCase) => firing with { Case = ruleCase };
}
