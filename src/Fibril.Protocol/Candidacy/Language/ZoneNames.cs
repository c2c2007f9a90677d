namespace Fibril.Protocol;

/// <summary>Names of a zone that is asked; a clause that uses one is judged zone by zone.</summary>
internal static class ZoneNames
{
    public static readonly RuleName[] All =
    [
        Word("zone", a => a.PlannedZone.Zone, pack => [.. pack.Zones.Select(z => z.Id)]),
        Word("indication", a => a.PlannedZone.Indication, pack => [.. pack.Indications.Select(i => i.Id)]),
        Number("depth", a => a.PlannedZone.DepthMm),
        Number("ice-pick", a => a.PlannedZone.ScarTypes?.IcePick),
        Number("cap", a => a.Zone.CapMm),
        Number("least-interval", a => a.Limits(a.ZoneAt).MinIntervalDays),
        Flag("prohibited", a => a.IsProhibited),
        Flag("of-face", a => a.Zone.IsFace),
        Flag("first-session", a => a.IsFirstSession),
        Flag("on-label", a => DeviceLabels.Covers(a.Plan.DeviceLabel, a.Zone, a.PlannedZone.Indication, a.File.Patient.Phototype)),
        Flag("in-sunburn", a => a.IsTouched(a.File.Exposures?.Sunburn?.Zones)),
        Flag("in-sun", a => a.IsTouched(a.File.Exposures?.UvZones)),
        Flag("in-self-tan", a => a.IsTouched(a.File.Exposures?.SelfTanZones)),
    ];

    private static RuleName Flag(string id, Func<Assessment, bool> of) => new(FactKind.Case, id, new Bound.Flag(of), ofZone: true);

    private static RuleName Number(string id, Func<Assessment, decimal?> of) => new(FactKind.Case, id, new Bound.Number(of), ofZone: true);

    private static RuleName Word(string id, Func<Assessment, string?> of, Func<ProtocolPack, IReadOnlyList<string>> words) =>
        new(FactKind.Case, id, new Bound.Word(of, words), ofZone: true);
}
