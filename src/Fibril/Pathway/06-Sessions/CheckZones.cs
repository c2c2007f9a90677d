using System.Globalization;
using Fibril.Practice.Devices;
using Fibril.Protocol;
using PlannedZone = Fibril.Pathway.Plans.PlannedZone;

namespace Fibril.Pathway.Sessions;

/// <summary>What was done in each zone, row by row, before it is signed; a planned zone without a record is one row that says so. Pure.</summary>
public static class CheckZones
{
    public static IEnumerable<CheckSection> Of(SessionWhole whole) =>
    [
        .. whole.Session.Zones.Select(z => Done(whole.Session.Id, z, whole.Plan.Zones.FirstOrDefault(p => p.Zone == z.Zone), whole.Device, whole.Needles)),
        .. whole.Plan.Zones.Where(p => whole.Session.Zones.All(z => z.Zone != p.Zone)).Select(p => Open(whole.Session.Id, p)),
    ];

    /// <param name="plan">What was planned there; null when nothing was.</param>
    public static CheckSection Done(Guid sessionId, SessionZone z, PlannedZone? plan, Device? device, int? needles)
    {
        return new(Name(z.Zone),
        [
            Row("depth", "Depth", DepthWords.Mm(z.DepthMm), nameof(RecordZone.Input.DepthMm), z.DepthMm > 0 ? null : "No depth is noted.", DepthOdd(z, plan)),
            Row("passes", "Passes", $"{z.Passes}", nameof(RecordZone.Input.Passes), z.Passes > 0 ? null : "No pass is noted.", plan is { } p && p.Passes != z.Passes ? $"Planned were {p.Passes}." : null),
            Row("directions", "Directions", z.Directions.Count > 0 ? string.Join(", ", z.Directions.Select(Platform.Ui.Words.Of)) : None, nameof(RecordZone.Input.Horizontal), odd: z.Directions.Count > 0 ? null : "No direction is noted."),
            Row("rate", "Rate", z.RateHz is { } rate ? $"{Number(rate)} strokes/s" : device?.RateHz is { } own ? $"{Number(own)} strokes/s, of the device" : None, nameof(RecordZone.Input.RateHz)),
            Row("speed", "Glide speed", z.SpeedCmPerS is { } speed ? $"{Number(speed)} cm/s" : None, nameof(RecordZone.Input.SpeedCmPerS)),
            Row("end-point", "End point", ProtocolPack.Current.EndPoints.FirstOrDefault(e => e.Id == z.EndPoint)?.Name ?? None, $"{nameof(RecordZone.Input.EndPoint)}-{Math.Max(0, ProtocolPack.Current.EndPoints.ToList().FindIndex(e => e.Id == z.EndPoint))}", z.EndPoint.Length > 0 ? null : "No end point is noted."),
            Row("pain", "Pain", z.Pain is { } pain ? $"{pain} of 10" : None, nameof(RecordZone.Input.Pain), z.Pain is null ? "Ask for the pain at its worst moment." : null),
            Row("skipped", "Skipped lesions", z.Skipped.Length > 0 ? z.Skipped : "None", nameof(RecordZone.Input.Skipped)),
            Row("reason", "Reason", z.DepthReason.Length > 0 ? z.DepthReason : "None", nameof(RecordZone.Input.DepthReason)),
            new($"{z.Zone}-holes", "Holes", Holes(z, device, needles), Odd: DenseOdd(z, device, needles)),
            new($"{z.Zone}-by", "Recorded by", z.By?.Name ?? None),
        ], Name(z.Zone));

        CheckRow Row(string id, string label, string value, string property, string? missing = null, string? odd = null) =>
            new($"{z.Zone}-{id}", label, value, CheckLinks.Zone(sessionId, z.Zone, $"{z.Zone}-{id}", property), missing, odd);
    }

    private const string None = "Not noted";

    private static CheckSection Open(Guid sessionId, PlannedZone plan) => new(Name(plan.Zone),
    [
        new($"{plan.Zone}-record", "Record", "None", CheckLinks.Zone(sessionId, plan.Zone, $"{plan.Zone}-depth", nameof(RecordZone.Input.DepthMm)),
            Odd: $"Planned were {DepthWords.Mm(plan.DepthMm)}, {Platform.Ui.Words.Count(plan.Passes, "pass", "passes")}, and nothing is recorded here."),
    ], Name(plan.Zone));

    private static string? DepthOdd(SessionZone z, PlannedZone? plan) =>
        DepthWords.Of(ProtocolPack.Current.Zone(z.Zone), plan?.Indication, z.DepthMm)
        ?? (plan is null ? "This zone was not planned." : z.DepthMm == plan.DepthMm ? null : $"Planned were {DepthWords.Mm(plan.DepthMm)}.");

    private static string Holes(SessionZone z, Device? device, int? needles) => ZoneCoverage.Of(z, device, needles) is { } holes
        ? string.Create(CultureInfo.InvariantCulture, $"About {holes.LowPerCm2:0} to {holes.HighPerCm2:0} on a square centimetre: for comparing sessions, not a target")
        : $"No estimate: {ZoneCoverage.WhyNone(z, device, needles)}";

    private static string? DenseOdd(SessionZone z, Device? device, int? needles) =>
        ZoneCoverage.PerCm2(z, device, needles) is { } dense && Coverage.Check(ProtocolPack.Current, dense) is { IsAllowed: false } refused ? refused.Reasons[0].Sentence : null;

    private static string Name(string zone) => ProtocolPack.Current.SiteName(zone);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
