using Fibril.Practice.Devices;
using Fibril.Protocol;

namespace Fibril.Pathway.Plans;

/// <summary>A plan in the protocol's words: for the plan check, the screening and the expected course.</summary>
public static class PlanFactsOf
{
    private const string Needling = "needling";

    public static PlanFacts Facts(Plan plan, Device? device, PlanSubject subject) => new()
    {
        Device = Enum.Parse<Protocol.DeviceKind>((device?.Kind ?? Practice.Devices.DeviceKind.Pen).ToString()),
        Energy = device?.Energy == DeviceEnergy.Rf ? Energy.Rf : Energy.None,
        DeviceLabel = Enum.Parse<Protocol.DeviceLabel>((device?.Label ?? Practice.Devices.DeviceLabel.None).ToString()),
        Zones = [.. plan.Zones.Select(z => new Protocol.PlannedZone { Zone = z.Zone, DepthMm = z.DepthMm, Indication = z.Indication, ScarTypes = Scars(subject, z.Indication) })],
        Anaesthetic = plan.Anaesthetic,
        Topicals = plan.Topicals,
        Sessions = plan.Sessions,
        IntervalDays = plan.IntervalDays,
    };

    public static PlanReview Review(Plan plan, PlanSubject subject) => PlanCheck.Check(subject.Protocol, new()
    {
        Plan = Facts(plan, subject.Device(plan.DeviceId), subject),
        Phototype = subject.Phototype,
        Pih = Pih(subject),
        FirstSession = IsFirst(subject.Case),
        DepthLimits = subject.DepthLimits,
        Combinations = [.. plan.Combinations.Select(c => new PlannedCombination(c.Id, c.DaysFromSession))],
    });

    /// <summary>The plan of a case file, with what its screening leaves of each depth.</summary>
    public static PlanToCheck OfCase(ProtocolPack pack, CaseFile file, IReadOnlyList<PlannedCombination> combinations) => new()
    {
        Plan = file.Plan,
        Phototype = file.Patient.Phototype,
        Pih = Pih(file),
        FirstSession = IsFirst(file),
        DepthLimits = Candidacy.Decide(pack, file).Zones.ToDictionary(z => z.Zone, z => z.MaxDepthMm),
        Combinations = combinations,
    };

    /// <summary>What may be expected of the plan, for its first indication.</summary>
    public static ExpectedCourse Expected(Plan plan, PlanSubject subject)
    {
        var pack = ProtocolPack.Current;
        var lead = plan.Zones[0];
        return Expectation.For(pack, lead.Indication, new()
        {
            Sessions = Expectation.Evenly(plan.Sessions, plan.IntervalDays, lead.DepthMm),
            Device = (subject.Device(plan.DeviceId)?.Kind ?? Practice.Devices.DeviceKind.Pen).ToString().ToLowerInvariant(),
            SkinMm = pack.Zone(lead.Zone).DermisMm is { } dermis ? dermis + pack.PlanKnowledge.EpidermisMm : null,
            IcePickShare = (subject.Consultation?.Examination?.IcePick ?? 0) / 100.0,
        });
    }

    /// <summary>Brown marks after an injury or treatment, now or ever.</summary>
    public static bool Pih(PlanSubject subject) => Pih(subject.Case);

    private static bool Pih(CaseFile? file) => file?.Conditions?.Any(c => c.Id == "pih") ?? false;

    private static bool IsFirst(CaseFile? file) => !(file?.Procedures ?? []).Any(p => p.Id == Needling);

    private static ScarTypes? Scars(PlanSubject subject, string indication) =>
        indication == "acne-scar" && subject.Consultation?.Examination is { IcePick: not null } seen
            ? new() { IcePick = seen.IcePick, Boxcar = seen.Boxcar, Rolling = seen.Rolling }
            : null;
}
