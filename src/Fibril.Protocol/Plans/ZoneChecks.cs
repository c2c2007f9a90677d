namespace Fibril.Protocol;

/// <summary>One zone of a plan: place, depth, gap, label, course. Source: knowledge base 4.1 to 4.3.</summary>
internal static class ZoneChecks
{
    public static IEnumerable<PlanFinding> Of(ProtocolPack pack, PlanToCheck plan, PlannedZone zone)
    {
        if (pack.Zone(zone.Zone).IsProhibited)
        {
            return [PlanCheck.OfRule(pack, "R025", PlanSeverity.Blocked, zone.Zone, Overrider.Nobody)];
        }

        return [.. Depth(pack, plan, zone), .. Phototype(pack, plan, zone), .. Gap(pack, plan, zone), .. Label(pack, plan, zone), .. Course(pack, plan, zone)];
    }

    private static IEnumerable<PlanFinding> Depth(ProtocolPack pack, PlanToCheck plan, PlannedZone zone)
    {
        var place = pack.Zone(zone.Zone);
        var limit = Limit(pack, plan, zone.Zone);
        if (zone.DepthMm > place.CapMm)
        {
            yield return PlanCheck.OfRule(pack, "Z-CAP", PlanSeverity.NeedsPhysician, zone.Zone, Overrider.Physician, $"{PlanCheck.Mm(zone.DepthMm)} is deeper than the cap of {PlanCheck.Mm(place.CapMm)} here. Set it to the cap, or ask a physician.");
        }
        else if (zone.DepthMm > limit)
        {
            yield return new("depth-limit", PlanSeverity.NeedsPhysician, zone.Zone, $"The screening leaves {PlanCheck.Mm(limit)} here; {PlanCheck.Mm(zone.DepthMm)} needs a physician. The finding behind it names its source.", ["default"], "D", Overrider.Physician);
        }

        var knowledge = pack.PlanKnowledge;
        if (place.DermisMm is { } dermis && zone.DepthMm > dermis + knowledge.EpidermisMm)
        {
            yield return new("depth-through", PlanSeverity.Warning, zone.Zone, $"The skin here is about {PlanCheck.Mm(dermis + knowledge.EpidermisMm)} thick in the thinner sex; {PlanCheck.Mm(zone.DepthMm)} can pass right through it. Methods of measuring disagree.", knowledge.ThicknessSources, "T", Overrider.Practitioner);
        }
    }

    private static IEnumerable<PlanFinding> Phototype(ProtocolPack pack, PlanToCheck plan, PlannedZone zone)
    {
        if (plan.Phototype is not >= 4)
        {
            yield break;
        }

        var first = pack.Rule("C32").Number("maxDepthMm");
        if (plan.FirstSession && pack.Zone(zone.Zone).IsFace && zone.DepthMm > first)
        {
            yield return PlanCheck.OfRule(pack, "C32", PlanSeverity.NeedsPhysician, zone.Zone, Overrider.Physician, $"Phototype IV to VI: the first session on the face goes to {PlanCheck.Mm(first)} at most.");
        }

        var knowledge = pack.PlanKnowledge;
        if (plan.Plan.Device == DeviceKind.Roller && knowledge.BonyZones.Contains(zone.Zone) && zone.DepthMm > knowledge.RollerOverBoneMm)
        {
            yield return PlanCheck.OfRule(pack, "C32", PlanSeverity.NeedsPhysician, zone.Zone, Overrider.Physician, $"Phototype IV to VI: no roller deeper than {PlanCheck.Mm(knowledge.RollerOverBoneMm)} over bone; tram-track scars were seen.");
        }
    }

    private static IEnumerable<PlanFinding> Gap(ProtocolPack pack, PlanToCheck plan, PlannedZone zone)
    {
        if (plan.Plan.Sessions is 1)
        {
            yield break;
        }

        var depth = Math.Min(zone.DepthMm, Limit(pack, plan, zone.Zone));
        var least = pack.Intervals.GapDays(depth, zone.Zone, plan.Phototype, plan.Pih);
        if (plan.Plan.IntervalDays < least)
        {
            yield return PlanCheck.OfRule(pack, "Z-INT", PlanSeverity.NeedsPhysician, zone.Zone, Overrider.Physician, $"Leave at least {least} days between two sessions here; {plan.Plan.IntervalDays} are planned.");
        }
    }

    private static IEnumerable<PlanFinding> Label(ProtocolPack pack, PlanToCheck plan, PlannedZone zone)
    {
        if (!DeviceLabels.Covers(pack, plan.Plan.DeviceLabel, zone.Zone, zone.Indication, plan.Phototype))
        {
            yield return PlanCheck.OfRule(pack, "R002", PlanSeverity.Note, zone.Zone, Overrider.Practitioner);
        }
    }

    private static IEnumerable<PlanFinding> Course(ProtocolPack pack, PlanToCheck plan, PlannedZone zone)
    {
        var icePick = pack.Rule("R013").Number("icePickAbovePercent");
        if (zone.Indication == "acne-scar" && zone.ScarTypes?.IcePick > icePick)
        {
            yield return PlanCheck.OfRule(pack, "R013", PlanSeverity.Warning, zone.Zone, Overrider.Practitioner, $"More than {icePick:0} % narrow deep scars, which hardly respond; think of TCA-CROSS or punch treatment.");
        }

        if (pack.CourseTemplate(zone.Indication) is not { } usual)
        {
            yield return new("course-none", PlanSeverity.Warning, zone.Zone, "There is no usual course for this indication; a physician plans it.", ["default"], "U", Overrider.Practitioner);
            yield break;
        }

        if (plan.Plan.Sessions > usual.SessionsTo)
        {
            yield return new("course-long", PlanSeverity.Note, zone.Zone, $"{plan.Plan.Sessions} sessions are more than the usual {usual.SessionsTo}. {pack.CourseStopRule.Text}", usual.Sources, usual.Grade, Overrider.Practitioner);
        }

        if (zone.DepthMm > usual.DepthToMm)
        {
            yield return new("course-deep", PlanSeverity.Note, zone.Zone, $"Deeper than usual for this indication: {usual.DepthText}.", usual.Sources, usual.Grade, Overrider.Practitioner);
        }
    }

    private static decimal Limit(ProtocolPack pack, PlanToCheck plan, string zone) =>
        Math.Min(pack.Zone(zone).CapMm, plan.DepthLimits.GetValueOrDefault(zone, decimal.MaxValue));
}
