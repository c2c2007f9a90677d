using System.Globalization;

namespace Fibril.Protocol;

/// <summary>Earlier procedures in the same zone.</summary>
internal static class ProcedureRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C21a"] = C21a,
        ["C21b"] = C21b,
        ["C22"] = OwnHold,
        ["C23a"] = OwnHold,
        ["C23b"] = OwnHold,
        ["C24a"] = OwnHold,
        ["C24b"] = OwnHold,
        ["C24c"] = C24c,
        ["C24d"] = C24d,
        ["C24e"] = (a, rule) => Procedures(a, rule, (p, _) => HealedHold(a, rule, p.HealedOn)).Concat(ProductRules.HealedHold(a, rule)),
    };

    /// <summary>The time that the vocabulary gives for this procedure.</summary>
    private static IEnumerable<Firing> OwnHold(Assessment a, Rule rule) => Procedures(a, rule, (p, _) => EndOfHold(a, p));

    private static IEnumerable<Firing> C21a(Assessment a, Rule rule) => Procedures(a, rule, (p, zone) =>
    {
        var deep = a.Plan.Energy == Energy.Rf || a.DepthIn(zone) > rule.Number("deeperThanMm");
        return a.DayOf(p.On) is { } on && deep ? Later.Days(on, rule.Whole("deepDays")) : EndOfHold(a, p);
    });

    private static IEnumerable<Firing> C21b(Assessment a, Rule rule) =>
        Procedures(a, rule, (p, _) => EndOfHold(a, p)).Select(firing => firing.As(firing.NotBefore is null ? "permanent" : "passing"));

    private static IEnumerable<Firing> C24c(Assessment a, Rule rule) =>
        Procedures(a, rule, (p, _) => p.SurgeonLetter == true ? DateOnly.MinValue : EndOfHold(a, p));

    private static IEnumerable<Firing> C24d(Assessment a, Rule rule) => Procedures(a, rule, (p, zone) =>
        a.DayOf(p.On) is { } on
            ? Later.Days(on, a.Pack.Intervals.GapDays(p.DepthMm ?? decimal.MaxValue, zone, a.File.Patient.Phototype, a.Pih))
            : null);

    private static DateOnly? HealedHold(Assessment a, Rule rule, PartialDate? healedOn) =>
        a.DayOf(healedOn) is { } healed ? Later.Days(healed, rule.Whole("days")) : null;

    private static DateOnly? EndOfHold(Assessment a, ProcedureFact procedure) =>
        (a.DayOf(procedure.On), a.Pack.Procedure(procedure.Id)) switch
        {
            ({ } on, { HoldDays: { } days }) => Later.Days(on, days),
            ({ } on, { HoldMonths: { } months }) => Later.Months(on, months),
            _ => null,
        };

    /// <summary>One firing for each procedure and end of hold; a null end fires without a date.</summary>
    private static IEnumerable<Firing> Procedures(Assessment a, Rule rule, Func<ProcedureFact, string, DateOnly?> end) =>
        from hit in a.Touching(a.ProceduresFor(rule), p => SitesOf(a, p))
        from hold in hit.Zones.GroupBy(zone => end(hit.Recorded.Fact, zone))
        where hold.Key is null || hold.Key > a.Day
        select a.On(hit.Recorded) with { NotBefore = hold.Key, Zones = [.. hold], Words = Days(a, hit.Recorded.Fact, hold.Key) };

    private static IReadOnlyList<string>? SitesOf(Assessment a, ProcedureFact procedure) =>
        procedure.Zones ?? (a.Pack.Procedure(procedure.Id).SitesWhenUnknown is { Count: > 0 } sites ? sites : null);

    private static Dictionary<string, string> Days(Assessment a, ProcedureFact procedure, DateOnly? end) =>
        a.DayOf(procedure.On) is { } on && end is { } day
            ? new() { ["wait"] = (day.DayNumber - on.DayNumber).ToString(CultureInfo.InvariantCulture) }
            : [];
}
