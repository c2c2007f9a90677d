using Fibril.Pathway.Consultations;
using Fibril.Pathway.Sessions;
using Fibril.Practice.Patients;
using P = Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary>What the triage knows about a session besides the signs: zones, cream, phototype, history.</summary>
public static class CheckInFacts
{
    private static readonly string[] Eczema = ["eczema", "atopic-dermatitis"];

    /// <param name="antiviral">As the aftercare of the session sees it.</param>
    public static P.CheckIn Of(Session session, int day, Patient patient, Consultation? consultation, P.AntiviralUse antiviral)
    {
        var conditions = (consultation?.Answers ?? []).SelectMany(a => a.Items).Where(i => i.Kind == AnswerItemKind.Condition).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        return new()
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
    }

    private static P.AntiviralStatus StatusOf(P.AntiviralUse antiviral) => antiviral switch
    {
        P.AntiviralUse.Taking => P.AntiviralStatus.Taking,
        P.AntiviralUse.NotTaken => P.AntiviralStatus.NotTaken,
        _ => P.AntiviralStatus.NotPrescribed,
    };
}
