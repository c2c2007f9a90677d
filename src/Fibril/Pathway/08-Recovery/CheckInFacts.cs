using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Pathway.Sessions;
using Fibril.Practice.Patients;
using P = Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary>What the triage knows about a session besides the signs: zones, cream, phototype, history.</summary>
public static class CheckInFacts
{
    private static readonly string[] Eczema = ["eczema", "atopic-dermatitis", "eczema-herpeticum"];

    /// <param name="conditions">What the person has or had.</param>
    /// <param name="antiviral">As the aftercare of the session sees it.</param>
    public static P.CheckIn Of(Session session, int day, Patient patient, IReadOnlySet<string> conditions, P.AntiviralUse antiviral) => new()
    {
        Day = day,
        Reporter = P.Reporter.Patient,
        Phototype = patient.Phototype,
        Zones = [.. session.Zones.Where(z => z.DepthMm > 0).Select(z => new P.NeedledZone(z.Zone, z.DepthMm))],
        Anaesthetic = new() { Product = session.Cream?.Product ?? "none" },
        History = new() { ColdSores = conditions.Contains("herpes-orofacial"), Eczema = conditions.Overlaps(Eczema) },
        Antiviral = StatusOf(antiviral),
        Signs = [],
    };

    /// <summary>
    /// Conditions from all that tells of them: the answers, the lines of the chart and the case that was judged. A line without the day on which it healed
    /// makes no fact for the screening, but it is history all the same.
    /// </summary>
    public static IReadOnlySet<string> Conditions(Consultation? consultation, IEnumerable<ChartEntry> chart, P.CaseFile? judged) => new HashSet<string>(
    [
        .. (consultation?.Answers ?? []).SelectMany(a => a.Items).Where(i => i.Kind == AnswerItemKind.Condition).Select(i => i.Id),
        .. chart.Where(l => l.Kind == ChartKind.Condition && !ChartReading.IsVoid(l)).Select(l => l.VocabularyId).OfType<string>(),
        .. (judged?.Conditions ?? []).Where(c => c.Status != P.ConditionStatus.Family).Select(c => c.Id),
    ], StringComparer.Ordinal);

    private static P.AntiviralStatus StatusOf(P.AntiviralUse antiviral) => antiviral switch
    {
        P.AntiviralUse.Taking => P.AntiviralStatus.Taking,
        P.AntiviralUse.NotTaken => P.AntiviralStatus.NotTaken,
        _ => P.AntiviralStatus.NotPrescribed,
    };
}
