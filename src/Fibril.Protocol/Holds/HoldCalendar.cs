namespace Fibril.Protocol;

/// <summary>A session day in, the dated holds around it out. Moving the session moves the dates. Source: knowledge base 2.3 and 3.</summary>
public static class HoldCalendar
{
    /// <summary>
    /// The standing holds for everybody and the holds of what this patient uses. What is prescribed gives one line that says not to
    /// change it, and no date. A date is allowed: used on <see cref="Hold.LastDayBefore"/>, started again on <see cref="Hold.FirstDayAfter"/>.
    /// </summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="sessionOn">Day of the session.</param>
    /// <param name="depthMm">Deepest planned setting, mm.</param>
    /// <param name="phototype">1 to 6; null when not known, which gives the longer times.</param>
    /// <param name="items">What the patient uses or takes; empty when nothing is known.</param>
    public static IReadOnlyList<Hold> For(ProtocolPack pack, DateOnly sessionOn, decimal depthMm, int? phototype, IReadOnlyCollection<HeldItem> items)
    {
        var rules = pack.HoldRules;
        var session = new Session(pack, sessionOn, depthMm, phototype);
        var standing = rules.Holds.Where(r => r.Standing).Select(r => Dated(r, session, r.Subject));
        var own = items.SelectMany(i => Own(rules, session, i)).DistinctBy(h => (h.Id, h.Who, h.Subject));
        return [.. standing, .. own];
    }

    private static IEnumerable<Hold> Own(HoldRules rules, Session session, HeldItem item)
    {
        var rule = rules.Holds.FirstOrDefault(r => r.Covers.Contains(item.Id));
        if (rule is null ? item.Prescribed is true : IsPrescribed(rule, item))
        {
            yield return PrescriberOnly(rules, rule, item);
        }
        else if (rule is { Standing: false })
        {
            yield return Dated(rule, session, item.Title ?? rule.Subject);
        }
    }

    private static bool IsPrescribed(HoldRule rule, HeldItem item) => rule.Prescribed switch
    {
        PrescribedWhen.Always => true,
        PrescribedWhen.UnlessSaid => item.Prescribed is not false,
        PrescribedWhen.WhenSaid => item.Prescribed is true,
        _ => false,
    };

    private static Hold PrescriberOnly(HoldRules rules, HoldRule? rule, HeldItem item)
    {
        var named = rule ?? rules.Holds.First(r => r.Id == "M-RX");
        return new(named.PrescribedId ?? named.Id, item.Title ?? Readable(item.Id), null, null, false, HoldWho.PrescriberOnly, rules.PrescriberText, false, named.Grade, named.Sources);
    }

    private static string Readable(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');

    private static Hold Dated(HoldRule rule, Session session, string subject) => new(
        rule.Id,
        subject,
        session.LastDayBefore(rule),
        session.FirstDayAfter(rule),
        rule.QuietSkinAfter,
        rule.Who,
        rule.Text ?? throw new ProtocolException($"protocol/holds.yaml: {rule.Id} has no text for the patient."),
        rule.Standing,
        rule.Grade,
        rule.Sources);

    private sealed record Session(ProtocolPack Pack, DateOnly On, decimal DepthMm, int? Phototype)
    {
        private bool DarkerSkin => Phototype is null or >= 4;

        public DateOnly? LastDayBefore(HoldRule rule)
        {
            if (rule.BeforeMonths is { } months)
            {
                return LastDayMonthsBefore(months).AddDays(-rule.DaysLonger);
            }

            var days = (DarkerSkin ? rule.BeforeDaysDarkerSkin : null) ?? (DepthMm > Pack.Rule("C21a").Number("deeperThanMm") ? rule.BeforeDaysDeep : null) ?? rule.BeforeDays;
            return days is { } n ? On.AddDays(-n - rule.DaysLonger) : null;
        }

        public DateOnly? FirstDayAfter(HoldRule rule)
        {
            var days = (DarkerSkin ? rule.AfterDaysDarkerSkin : null) ?? rule.AfterDays;
            var aftercare = Pack.AftercareRules;
            var later = rule.AfterLaterWhenDeep && (DarkerSkin || DepthMm > aftercare.DeeperThanMm) ? aftercare.LaterDays : 0;
            return days is { } n ? On.AddDays(n + later) : null;
        }

        // Month ends clamp, so several days may lead to the same day some months later: the last of them counts.
        private DateOnly LastDayMonthsBefore(int months)
        {
            var day = On.AddMonths(-months);
            while (day.AddDays(1).AddMonths(months) <= On)
            {
                day = day.AddDays(1);
            }

            return day;
        }
    }
}
