using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Practice.Patients;
using Fibril.Protocol;

namespace Fibril.Pathway.Consents;

/// <summary>The facts that choose the words: the case file as it was judged last, or the bare answers while nothing was judged.</summary>
internal static class ConsentSource
{
    public static (Protocol.ConsentFacts Facts, ConsentBasis Basis) Of(Patient patient, Consultation? consultation, CandidacyScreening? screening) =>
        screening is null ? Of(patient, consultation) : Of(CaseFile.FromJson(screening.CaseJson));

    private static (Protocol.ConsentFacts Facts, ConsentBasis Basis) Of(CaseFile judged)
    {
        var basis = new ConsentBasis
        {
            Conditions = Ids(judged.Conditions?.Select(c => c.Id)),
            Medicines = Ids(judged.Medicines?.Where(m => m.Taking).Select(m => m.Id)),
            Allergies = Ids(judged.Allergies?.Select(a => a.Id)),
            PregnantOrPossibly = judged.Pregnancy?.Status is PregnancyStatus.Pregnant or PregnancyStatus.Possible,
        };
        return (Facts(basis) with
        {
            Phototype = judged.Patient.Phototype,
            Indications = [.. judged.Plan.Zones.Select(z => z.Indication).Distinct()],
            Zones = [.. judged.Plan.Zones.Select(z => z.Zone)],
            DeepestMm = judged.Plan.Zones.Max(z => z.DepthMm),
            Anaesthetic = judged.Plan.Anaesthetic,
            Topicals = judged.Plan.Topicals ?? [],
            OffLabel = judged.Plan.Zones.Any(z => !DeviceLabels.Covers(ProtocolPack.Current, judged.Plan.DeviceLabel, z.Zone, z.Indication, judged.Patient.Phototype)),
        }, basis);
    }

    private static (Protocol.ConsentFacts Facts, ConsentBasis Basis) Of(Patient patient, Consultation? consultation)
    {
        List<AnswerItem> items = [.. consultation?.Answers.SelectMany(a => a.Items) ?? []];
        var basis = new ConsentBasis
        {
            Conditions = Ids(items, AnswerItemKind.Condition),
            Medicines = Ids(items.Where(i => i.Now != false), AnswerItemKind.Medicine),
            Allergies = Ids(items, AnswerItemKind.Allergy),
            PregnantOrPossibly = items.Any(i => i is { Kind: AnswerItemKind.Pregnancy, Now: not false }),
        };
        return (Facts(basis) with
        {
            Phototype = consultation?.Examination?.Phototype ?? patient.Phototype,
            Indications = [.. consultation?.Areas.Select(a => a.Indication).Distinct() ?? []],
            Zones = [.. consultation?.Areas.Select(a => a.Zone).Distinct() ?? []],
        }, basis);
    }

    private static Protocol.ConsentFacts Facts(ConsentBasis basis) =>
        new() { Conditions = basis.Conditions, Medicines = basis.Medicines, Allergies = basis.Allergies };

    private static List<string> Ids(IEnumerable<AnswerItem> items, AnswerItemKind kind) => Ids(items.Where(i => i.Kind == kind).Select(i => i.Id));

    private static List<string> Ids(IEnumerable<string>? ids) => [.. (ids ?? []).Distinct().Order(StringComparer.Ordinal)];
}
