namespace Fibril.Protocol;

/// <summary>Aftercare rules in, a dated sheet out. Source: knowledge base 8; days: contract triage 5.</summary>
public static class Aftercare
{
    /// <summary>The rows that apply to this session, with their dates, in order.</summary>
    public static IReadOnlyList<AftercareRow> Sheet(ProtocolPack pack, AftercareFacts facts) =>
        [.. pack.AftercareRules.Rows.Where(r => Applies(r.Only, facts)).Select(r => Dated(pack.AftercareRules, r, facts))];

    /// <summary>Ids of the rows in force so many days after the session. A17 needs skin without redness. Source: contract triage 5.</summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="facts">The session.</param>
    /// <param name="day">Whole days since the last needle contact, 0 or more.</param>
    /// <param name="red">The skin is red on that day.</param>
    public static IReadOnlyList<string> InForce(ProtocolPack pack, AftercareFacts facts, int day, bool red = false)
    {
        var on = facts.SessionOn.AddDays(day);
        return [.. Sheet(pack, facts).Where(r => r.InForceOn(on) && !(red && r.OnlyOnQuietSkin)).Select(r => r.Id)];
    }

    /// <summary>What may start again and when, earliest first.</summary>
    public static IReadOnlyList<ResumeItem> ResumeCalendar(ProtocolPack pack, AftercareFacts facts) =>
        [.. pack.AftercareRules.Resume.Where(r => Applies(r.Only, facts)).Select(r => Dated(pack.AftercareRules, r, facts)).OrderBy(i => i.FromOn)];

    /// <summary>To start again takes both: the date, and no redness and no peeling where the item asks for it. Source: knowledge base 8.</summary>
    /// <param name="item">Line of the resume calendar.</param>
    /// <param name="now">Local time of the question.</param>
    /// <param name="quietSkin">The patient's answer "no redness, no peeling"; null when not asked.</param>
    public static Decision MayResume(ResumeItem item, DateTime now, bool? quietSkin)
    {
        var reasons = new List<Reason>();
        if (item.FromAt is { } at ? now < at : DateOnly.FromDateTime(now) < item.FromOn)
        {
            reasons.Add(new(item.Row, $"{item.What}: not before {item.FromOn:yyyy-MM-dd}.", item.Sources[0], item.FromOn));
        }

        if (item.RequiresQuietSkin && quietSkin is not true)
        {
            reasons.Add(new("skin-not-quiet", $"{item.What}: only when the skin is not red and does not peel.", item.Sources[0]));
        }

        return Decision.From(reasons);
    }

    private static bool Applies(string? only, AftercareFacts facts) => only switch
    {
        null or "quiet-skin" => true,
        "antiviral" => facts.Antiviral is not AntiviralUse.None,
        "scalp" => facts.Zones.Contains("scalp"),
        _ => throw new ProtocolException($"protocol/aftercare.yaml: '{only}' is not a condition; there are antiviral, scalp, quiet-skin."),
    };

    private static bool Applies(AftercareAlso also, AftercareFacts facts) => also.When switch
    {
        "darker-skin-or-melasma" => SunSensitive(facts),
        "gel-given" => facts.Products.Contains("sterile-ha-gel") || facts.Products.Contains("sterile-hydrogel"),
        "prp-given" => facts.Products.Contains("prp"),
        "minoxidil" => facts.Products.Contains("minoxidil-topical"),
        _ => throw new ProtocolException($"protocol/aftercare.yaml: '{also.When}' is not a condition; there are darker-skin-or-melasma, gel-given, prp-given, minoxidil."),
    };

    private static AftercareRow Dated(AftercareRules rules, AftercareRule row, AftercareFacts facts)
    {
        var to = Day(row.ToDay, row.ToDayDarkerSkin, row.ToDayByDepth, facts) + Later(rules, row.LaterWhenDeep, facts);
        return new(
            row.Id,
            facts.SessionOn.AddDays(row.FromDay),
            facts.SessionOn.AddDays(to),
            row.FromHour is { } from ? facts.SessionEnd.AddHours(from) : null,
            row.ToHour is { } hours ? facts.SessionEnd.AddHours(hours) : null,
            row.Do,
            row.Why,
            [.. row.Also.Where(a => Applies(a, facts)).Select(a => a.Text)],
            row.Only == "quiet-skin",
            [.. row.CheckDays.Select(facts.SessionOn.AddDays)],
            row.Grade,
            row.Sources);
    }

    private static ResumeItem Dated(AftercareRules rules, ResumeRule item, AftercareFacts facts)
    {
        var from = Day(item.FromDay, item.FromDayDarkerSkin, item.FromDayByDepth, facts) + Later(rules, item.LaterWhenDeep, facts);
        var row = rules.Rows.FirstOrDefault(r => r.Id == item.Row)
            ?? throw new ProtocolException($"protocol/aftercare.yaml: '{item.Id}' names row {item.Row}, which is not there.");
        var at = item.FromHour is { } hours ? facts.SessionEnd.AddHours(hours) : (DateTime?)null;
        return new(item.Id, item.What, at is { } t ? DateOnly.FromDateTime(t) : facts.SessionOn.AddDays(from), at, item.QuietSkin, item.Row, row.Grade, row.Sources);
    }

    private static int Day(int? day, int? darkerSkin, IReadOnlyList<DayByDepth> byDepth, AftercareFacts facts)
    {
        if (darkerSkin is { } longer && SunSensitive(facts))
        {
            return longer;
        }

        return day ?? byDepth.FirstOrDefault(d => d.UpToMm is null || facts.DeepestMm <= d.UpToMm)?.Day
            ?? throw new ProtocolException("protocol/aftercare.yaml: a row has neither a day nor a day for every depth.");
    }

    private static int Later(AftercareRules rules, bool marked, AftercareFacts facts) =>
        marked && (facts.DeepestMm > rules.DeeperThanMm || facts.DarkerSkin) ? rules.LaterDays : 0;

    private static bool SunSensitive(AftercareFacts facts) => facts.DarkerSkin || facts.Melasma;
}
