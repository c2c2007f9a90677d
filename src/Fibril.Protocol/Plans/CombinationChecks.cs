namespace Fibril.Protocol;

/// <summary>Another treatment in one plan: days between, and what more it needs. Source: knowledge base 2.3 and 4.7.</summary>
internal static class CombinationChecks
{
    // A filler before a deeper session waits longer (C21a).
    private const decimal DeepForFillerMm = 1.0m;

    public static IEnumerable<PlanFinding> Of(ProtocolPack pack, PlanToCheck plan, PlannedCombination combination)
    {
        if (pack.PlanKnowledge.Combinations.FirstOrDefault(c => c.Id == combination.Id) is { } rule)
        {
            return Named(plan, combination, rule);
        }

        return pack.HoldRules.Holds.FirstOrDefault(h => h.Covers.Contains(combination.Id)) is { } hold
            ? Spaced(plan, combination, hold)
            : [new("combination-unknown", PlanSeverity.NeedsPhysician, null, $"No rule for {combination.Id.Replace('-', ' ')} together with needling; a physician decides.", ["default"], "D", Overrider.Physician)];
    }

    private static IEnumerable<PlanFinding> Named(PlanToCheck plan, PlannedCombination combination, CombinationRule rule)
    {
        var sameDay = combination.DaysFromSession == 0;
        var days = combination.DaysFromSession < 0 ? rule.DaysBefore : rule.DaysAfter;
        if ((sameDay && !rule.SameDay) || Math.Abs(combination.DaysFromSession) < days)
        {
            yield return Finding(rule, PlanSeverity.Blocked, $"{rule.Name}: not on this day. {rule.Text}");
        }
        else if (rule.OnlyWithIndication is { } only && plan.Plan.Zones.All(z => z.Indication != only))
        {
            yield return Finding(rule, PlanSeverity.Blocked, $"{rule.Name}: {rule.Text}");
        }
        else
        {
            yield return Finding(rule, rule.Severity, $"{rule.Name}: {rule.Text}");
        }
    }

    private static PlanFinding Finding(CombinationRule rule, PlanSeverity severity, string sentence) =>
        new(rule.Id, severity, null, sentence, rule.Sources, rule.Grade, severity == PlanSeverity.Blocked ? Overrider.Nobody : Overrider.Physician);

    private static IEnumerable<PlanFinding> Spaced(PlanToCheck plan, PlannedCombination combination, HoldRule hold)
    {
        var deep = plan.Plan.Zones.Any(z => z.DepthMm > DeepForFillerMm);
        var before = (deep ? hold.BeforeDaysDeep : null) ?? hold.BeforeDays ?? (hold.BeforeMonths * 365 / 12);
        var (days, least) = combination.DaysFromSession <= 0
            ? (-combination.DaysFromSession, before ?? hold.AfterDays)
            : (combination.DaysFromSession, hold.AfterDays ?? before);
        if (days == 0)
        {
            yield return new(hold.Id, PlanSeverity.Blocked, null, $"{hold.Subject}: never on the day of needling.", hold.Sources, hold.Grade, Overrider.Nobody);
        }
        else if (days < least)
        {
            var side = combination.DaysFromSession < 0 ? "before" : "after";
            yield return new(hold.Id, PlanSeverity.NeedsPhysician, null, $"{hold.Subject}: leave {least} days {side} needling; {days} are planned.", hold.Sources, hold.Grade, Overrider.Physician);
        }
    }
}
