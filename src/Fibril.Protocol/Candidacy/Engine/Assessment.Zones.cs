namespace Fibril.Protocol;

/// <content>The zones that are asked, and which of them a fact touches.</content>
internal sealed partial class Assessment
{
    private readonly ZoneEntry[] asked = new ZoneEntry[PackIndex.MostZones];

    /// <summary>How many zones are asked.</summary>
    public int AskedCount { get; private set; }

    /// <summary>One bit for each asked zone.</summary>
    public ulong AskedMask { get; private set; }

    /// <summary>True when a part of the face is asked.</summary>
    public bool AsksFace { get; private set; }

    /// <summary>True when a zone is asked where keloids form easily.</summary>
    public bool AsksKeloidProne { get; private set; }

    /// <summary>Deepest depth asked in any zone, in millimetres.</summary>
    public decimal Deepest
    {
        get
        {
            var deepest = 0m;
            for (var i = 0; i < AskedCount; i++)
            {
                deepest = Math.Max(deepest, Plan.Zones[i].DepthMm);
            }

            return deepest;
        }
    }

    /// <summary>The asked zone that is judged now.</summary>
    public int ZoneAt { get; private set; }

    /// <summary>What the pack knows of it.</summary>
    public Zone Zone => asked[ZoneAt].Zone;

    /// <summary>True where nobody may needle.</summary>
    public bool IsProhibited => asked[ZoneAt].IsProhibited;

    /// <summary>What the plan asks of it.</summary>
    public PlannedZone PlannedZone => Plan.Zones[ZoneAt];

    /// <summary>True when no needling of the zone is recorded.</summary>
    public bool IsFirstSession
    {
        get
        {
            for (var i = 0; i < ProcedureCount; i++)
            {
                if (File.Procedures![i] is { Id: "needling" } needling && (Touched(needling.Zones) >> ZoneAt & 1) != 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>True when a fact at these sites touches the zone that is judged now.</summary>
    public bool IsTouched(IReadOnlyList<string>? sites) => (Touched(sites) >> ZoneAt & 1) != 0;

    /// <summary>Deepest depth without an override, in millimetres, and least days to the next needling.</summary>
    public (decimal MaxDepthMm, int MinIntervalDays) Limits(int zone)
    {
        var at = ZoneAt;
        var most = asked[zone].Zone.CapMm;
        var published = most;
        ZoneAt = zone;
        foreach (var rule in Index.Limiting)
        {
            if (FiresIn(rule, zone) && rule.LimitMm is { } limit && (limit < most || rule.PublishedLimitMm < published) && rule.LimitIf?.Invoke(this) != false)
            {
                most = Math.Min(most, limit);
                published = Math.Min(published, rule.PublishedLimitMm ?? limit);
            }
        }

        ZoneAt = at;
        return (most, GapDays(zone, Math.Min(Plan.Zones[zone].DepthMm, published)));
    }

    private int GapDays(int zone, decimal depthMm) => Index.Intervals.GapDays(depthMm, asked[zone].Zone.Id, File.Patient.Phototype, Pih);

    /// <summary>Asked zones that a fact at these sites touches; sites not known = all.</summary>
    private ulong Touched(IReadOnlyList<string>? sites)
    {
        if (sites is null)
        {
            return AskedMask;
        }

        var places = 0UL;
        for (var i = 0; i < sites.Count; i++)
        {
            places |= Index.PlacesTouchedBy(sites[i]);
        }

        return Touched(places);
    }

    private ulong Touched(ulong places)
    {
        var touched = 0UL;
        for (var zone = 0; zone < AskedCount; zone++)
        {
            touched |= (asked[zone].Bit & places) != 0 ? 1UL << zone : 0;
        }

        return touched;
    }

    private void ReadZones()
    {
        var zones = Plan.Zones;
        if (zones.Count > PackIndex.MostZones)
        {
            throw new ProtocolException($"the plan asks {zones.Count} zones; {PackIndex.MostZones} at most.");
        }

        (AskedCount, AsksFace, AsksKeloidProne) = (zones.Count, false, false);
        for (var i = 0; i < AskedCount; i++)
        {
            var planned = zones[i];
            var entry = asked[i] = Index.Zone(planned.Zone);
            AsksFace |= entry.Zone.IsFace;
            AsksKeloidProne |= entry.Zone.KeloidProne;
            var indication = Index.Indications[planned.Indication];
            candidates.Add(indication.Rules);
            answered |= indication.Answers[0];
        }

        AskedMask = AskedCount == 64 ? ulong.MaxValue : (1UL << AskedCount) - 1;
    }
}
