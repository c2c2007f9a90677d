using Fibril.Practice.Devices;
using Fibril.Protocol;

namespace Fibril.Pathway.Plans;

/// <summary>The first draft of a plan: the usual course of what was asked, within the caps of each zone.</summary>
public static class PlanDraft
{
    // Pens are led over an area in 2 to 4 directions (knowledge base 4.2); a start, to be changed.
    private const int UsualPasses = 3;

    public static PlanInput From(PlanSubject subject)
    {
        var pack = ProtocolPack.Current;
        var zones = Areas(subject).Select(a => Row(pack, subject, a.Zone, a.Indication)).ToList();
        var usual = zones.Select(z => pack.CourseTemplate(z.Indication!)).OfType<CourseTemplate>().ToList();
        var deepest = zones.Max(z => z.DepthMm) ?? 0;
        var sessions = usual.Count == 0 ? (int?)null : usual.Max(t => t.SessionsFrom);
        var interval = usual.Count == 0 ? (int?)null : Interval(pack, subject, zones, usual);
        return new()
        {
            Zones = zones,
            Sessions = sessions,
            IntervalDays = interval,
            DeviceId = subject.Devices.FirstOrDefault(d => d.Energy == DeviceEnergy.None)?.Id.ToString(),
            Anaesthetic = deepest >= pack.PlanKnowledge.AnaestheticFromMm ? "lidocaine-4" : "none",
            Topical = "sterile-ha-gel",
            ReviewAfterSession = ReviewAfter(pack.CourseStopRule, sessions ?? 1, interval),
            PriceId = subject.Prices.Count == 1 ? subject.Prices[0].Id.ToString() : null,
        };
    }

    /// <summary>By the stop rule; amid sessions of one or two weeks the look would hold the course up for longer than two of them, so that it is taken at their end.</summary>
    public static int ReviewAfter(CourseStopRule rule, int sessions, int? intervalDays) =>
        intervalDays * 2 < rule.JudgedAfterDays ? sessions : Math.Min(rule.Sessions, sessions);

    /// <summary>A plan that stands, opened for a change.</summary>
    public static PlanInput From(Plan plan, PlanSubject subject) => new()
    {
        Zones = [.. plan.Zones.Select(z => new PlanInput.ZoneRow { Zone = z.Zone, Indication = z.Indication, DepthMm = z.DepthMm, Passes = z.Passes, Reason = z.OverCapReason })],
        Sessions = plan.Sessions,
        IntervalDays = plan.IntervalDays,
        DeviceId = plan.DeviceId?.ToString(),
        Anaesthetic = plan.Anaesthetic,
        Topical = plan.Topicals.FirstOrDefault(t => t != "prp"),
        Combinations = [.. plan.Combinations.Select(c => new PlanInput.CombinationRow { Id = c.Id, DaysFromSession = c.DaysFromSession, Note = c.Note })],
        ReviewAfterSession = plan.ReviewAfterSession,
        PriceId = subject.Prices.FirstOrDefault(p => p.Amount == plan.PricePerSession)?.Id.ToString(),
        Alternatives = [.. plan.AlternativesDiscussed],
        Notes = plan.Notes,
    };

    private static IEnumerable<(string Zone, string Indication)> Areas(PlanSubject subject) =>
        subject.Consultation is { Areas.Count: > 0 } consultation ? consultation.Areas.Select(a => (a.Zone, a.Indication)).DistinctBy(a => a.Zone)
        : subject.Case is { } judged ? judged.Plan.Zones.Select(z => (z.Zone, z.Indication))
        : [];

    private static PlanInput.ZoneRow Row(ProtocolPack pack, PlanSubject subject, string zone, string indication)
    {
        decimal? depth = pack.CourseTemplate(indication) is { } usual
            ? Math.Min(Math.Min(usual.DepthFromMm, pack.Zone(zone).CapMm), subject.DepthLimits.GetValueOrDefault(zone, decimal.MaxValue))
            : null;
        return new() { Zone = zone, Indication = indication, DepthMm = depth is { } mm ? Math.Floor(mm * 10) / 10 : null, Passes = UsualPasses };
    }

    private static int Interval(ProtocolPack pack, PlanSubject subject, List<PlanInput.ZoneRow> zones, List<CourseTemplate> usual)
    {
        var gaps = zones.Where(z => z.DepthMm > 0).Select(z => pack.Intervals.GapDays(z.DepthMm!.Value, z.Zone!, subject.Phototype, PlanFactsOf.Pih(subject)));
        return gaps.Append(usual.Max(t => t.IntervalDays)).Max();
    }
}
