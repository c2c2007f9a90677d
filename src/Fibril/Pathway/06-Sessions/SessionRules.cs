using System.Globalization;
using Fibril.Practice.Staff;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>What may be done next in a session. Pure: facts and a time in, every reason at once out.</summary>
public static class SessionRules
{
    /// <summary>May anything still be written into the record. Source: design 3.6 (after signing only amendments).</summary>
    public static Decision MayChange(Session session) => session.SignedAt is null
        ? Decision.Allow()
        : Refuse("session-signed", "This record is signed. Write an amendment beside it.");

    /// <summary>May the cream go on: consent, candidacy and the early checks; a dose under every ceiling. Source: R065, R066, clinical base 4.4.</summary>
    public static Decision MayPutCreamOn(SessionState state, AnaestheticProduct product, AnaestheticCheck check) => Decision.From(
    [
        .. MayChange(state.Session).Reasons,
        .. state.Consent.Reasons,
        .. state.Candidacy.Reasons,
        .. Unticked(state, beforeCream: true),
        .. product.Id == "none" ? [Clinic("no-cream", "Choose a numbing cream, or go on without.")] : Array.Empty<Reason>(),
        .. state.Session.CreamOnAt is not null ? [Clinic("cream-on-already", "A cream is noted already. A second one on the same day is a physician's decision.")] : Array.Empty<Reason>(),
        .. state.Session.NeedlingStartedAt is not null ? [new Reason("cream-on-needled-skin", "Never put numbing cream on skin that has been needled: it would go straight in.", "R066")] : Array.Empty<Reason>(),
        .. check.Decision.Reasons,
    ]);

    /// <summary>May the cream come off: it is on. Always allowed then, however short it was on. Source: R066.</summary>
    public static Decision MayTakeCreamOff(Session session) => MayChange(session).And(session switch
    {
        { CreamOnAt: null } => Refuse("cream-not-on", "No cream is noted as on."),
        { CreamOffAt: not null } => Refuse("cream-off-already", "The cream is off already."),
        _ => Decision.Allow(),
    });

    /// <summary>May the first needle touch the skin. Source: R065, R066, R068, R069, clinical base 4.1, 4.4, 9.3.</summary>
    public static Decision MayStartNeedling(SessionState state) => Decision.From(
    [
        .. MayChange(state.Session).Reasons,
        .. state.Session.NeedlingStartedAt is not null ? [Clinic("started-already", "Needling has started already.")] : Array.Empty<Reason>(),
        .. state.Consent.Reasons,
        .. state.Candidacy.Reasons,
        .. Unticked(state, beforeCream: false),
        .. CreamReasons(state),
        .. ToolReasons(state),
        .. MayNeedle(state.Operator, state.Session.HeldOn, state.PlannedDepthMm).Reasons,
        .. WithinLimits(state, state.PlannedZones).Reasons,
    ]);

    /// <summary>May this person needle on this day at this depth: profession, credential, own limit. The last valid day and the limit itself are allowed. Source: R011, R069, clinical base 9.3.</summary>
    public static Decision MayNeedle(StaffMember? person, DateOnly on, decimal depthMm) => Decision.From(
    [
        .. person is null or { Profession: Profession.None } ? [new Reason("not-a-practitioner", "Only a practitioner may needle.", "R069")] : Array.Empty<Reason>(),
        .. person is { CredentialNumber.Length: 0 } ? [new Reason("credential-missing", "No credential is on file for you. The owner enters it under Practice.", "R069")] : Array.Empty<Reason>(),
        .. person?.CredentialExpiresOn < on ? [new Reason("credential-expired", $"Your credential was valid until {Day(person!.CredentialExpiresOn!.Value)}.", "R069")] : Array.Empty<Reason>(),
        .. depthMm > person?.MaxDepthMm ? [new Reason("own-limit", $"{Mm(depthMm)} is deeper than your own limit of {Mm(person!.MaxDepthMm!.Value)}.", "R069")] : Array.Empty<Reason>(),
    ]);

    /// <summary>Do the operator's own limits allow these zones with the device of the session, supervised where asked for. Source: R069, screens 2 rank 17.</summary>
    public static Decision WithinLimits(SessionState state, IEnumerable<string> zones) => StaffLimitRules.MayTreat(state.Limits, zones)
        .And(StaffLimitRules.MayTake(state.Limits, state.Session.DeviceId, state.Session.DeviceName))
        .And(StaffLimitRules.IsSupervised(state.Limits, state.Supervisor, state.Session.HeldOn));

    /// <summary>May one zone be recorded like this. The cap itself is allowed; above it a physician gives a reason. Source: clinical base 4.1, 5.2.</summary>
    public static Decision MayRecordZone(SessionState state, Zone zone, SessionZone record, double? perCm2) => Decision.From(
    [
        .. MayChange(state.Session).Reasons,
        .. state.Session.NeedlingStartedAt is null ? [Clinic("not-started", "Start needling first; then record what was done.")] : Array.Empty<Reason>(),
        .. zone.IsProhibited ? [new Reason("zone-prohibited", $"{zone.Name}: never needled.", "S61")] : Array.Empty<Reason>(),
        .. !zone.IsProhibited && record.DepthMm > zone.CapMm ? AboveCap(state, zone, record) : [],
        .. MayNeedle(state.Operator, state.Session.HeldOn, record.DepthMm).Reasons,
        .. WithinLimits(state, [zone.Id]).Reasons,
        .. perCm2 is { } density && record.DepthReason.Length == 0 ? Coverage.Check(ProtocolPack.Current, density).Reasons : [],
    ]);

    /// <summary>May this lie on the skin during needling: on the allow-list, and for its indication only. Source: R072.</summary>
    public static Decision MayUseTopical(SessionState state, string? topicalId)
    {
        var topical = ProtocolPack.Current.Topicals.FirstOrDefault(t => t.Id == topicalId);
        if (topical is not { Allowed: true })
        {
            return Decision.Refuse(new Reason("topical-not-allowed", "Only products of the allow-list may lie on the skin during needling: others led to granulomas.", "R072"));
        }

        return topical.OnlyWithIndication is { } only && !state.Indications.Contains(only)
            ? Decision.Refuse(new Reason("topical-indication", $"{topical.Name} is allowed for {only} only.", "R072"))
            : Decision.Allow();
    }

    /// <summary>May something charted by mistake be taken back: until the signature, with a reason; the only cartridge of a needling that has begun only after the right one is charted. Source: screens 3.6, R068.</summary>
    public static Decision MayTakeBack(Session session, Guid lotId, string? unit, string? reason)
    {
        var used = session.InUse.FirstOrDefault(u => u.Is(lotId, unit));
        return Decision.From(
        [
            .. MayChange(session).Reasons,
            .. used is null ? [Clinic("not-charted", "This is not on the list of this session.")] : Array.Empty<Reason>(),
            .. used?.Kind == "anaesthetic" ? [Clinic("cream-has-its-step", "The numbing cream was on the skin and stays on record. If its lot is wrong, write it into the notes.")] : Array.Empty<Reason>(),
            .. used?.Kind == "cartridge" && session.NeedlingStartedAt is not null && session.InUse.Count(u => u.Kind == "cartridge") == 1
                ? [Clinic("only-cartridge", "Needling has begun with a cartridge. Chart the right one first, then take this one back.")] : Array.Empty<Reason>(),
            .. string.IsNullOrWhiteSpace(reason) ? [Clinic("reason-missing", "Write why it is taken back.")] : Array.Empty<Reason>(),
        ]);
    }

    /// <summary>May the needling be called finished: it began and every needled zone is on record. Source: clinical base 9.3.</summary>
    public static Decision MayFinish(Session session) => MayChange(session).And(session switch
    {
        { NeedlingStartedAt: null } => Refuse("not-started", "Needling has not started."),
        { NeedlingFinishedAt: not null } => Refuse("finished-already", "Needling is finished already."),
        { Zones.Count: 0 } => Refuse("no-zone", "Record at least one zone first."),
        _ => Decision.Allow(),
    });

    /// <summary>May the aftercare be noted as given: the needling is finished. Source: clinical base 9.3.</summary>
    public static Decision MayGiveAftercare(Session session) => MayChange(session).And(
        session.NeedlingFinishedAt is null ? Refuse("not-finished", "Finish needling first; the aftercare counts from there.") : Decision.Allow());

    /// <summary>May it be signed: everything a later question would ask is there. Source: clinical base 9.3.</summary>
    public static Decision MaySign(SessionState state) => Decision.From(
    [
        .. MayChange(state.Session).Reasons,
        .. state.Session.NeedlingFinishedAt is null ? [Clinic("not-finished", "Needling is not finished.")] : Array.Empty<Reason>(),
        .. state.Session.Zones.Count == 0 ? [Clinic("no-zone", "No zone is recorded.")] : Array.Empty<Reason>(),
        .. state.Session.Zones.SelectMany(MissingIn),
        .. state.Session.AftercareGivenAt is null ? [Clinic("aftercare-missing", "The aftercare has not been given.")] : Array.Empty<Reason>(),
        .. MayNeedle(state.Operator, state.Session.HeldOn, 0).Reasons,
    ]);

    /// <summary>May an amendment be written: only beside a signed record. Source: screens 3.6.</summary>
    public static Decision MayAmend(Session session) => session.SignedAt is null
        ? Refuse("not-signed", "This record is not signed yet: correct it in place.")
        : Decision.Allow();

    private static IEnumerable<Reason> AboveCap(SessionState state, Zone zone, SessionZone record)
    {
        if (!state.IsPhysician || record.DepthReason.Length == 0)
        {
            yield return new("depth-above-cap", $"{zone.Name}: {Mm(record.DepthMm)} is above the cap of {Mm(zone.CapMm)}. A physician may go deeper with a reason on record.", "S76");
        }
    }

    private static IEnumerable<Reason> Unticked(SessionState state, bool beforeCream) =>
        state.Gate.Where(g => (!beforeCream || g.BeforeCream) && !SessionGate.IsTicked(state.Session, g.Id))
            .Select(g => new Reason($"gate-{g.Id.Replace(':', '-').ToLowerInvariant()}", $"Not ticked: {g.Text}.", "R068"));

    private static IEnumerable<Reason> CreamReasons(SessionState state) => (state.WithCream, state.Cream) switch
    {
        (false, _) => [],
        (true, null) => [Clinic("cream-missing", "The plan asks for a numbing cream and none is on record. Put it on, or choose to go without.")],
        (true, { } check) => check.Decision.Reasons,
    };

    private static IEnumerable<Reason> ToolReasons(SessionState state)
    {
        if (state.Session.DeviceId is null)
        {
            yield return Clinic("device-missing", "No device is chosen.");
        }

        if (state.Session.InUse.All(u => u.Kind != "cartridge"))
        {
            yield return new("cartridge-missing", "No cartridge was opened for this session.", "R068");
        }

        foreach (var reason in state.Lots.SelectMany(l => l.Reasons))
        {
            yield return reason;
        }
    }

    private static IEnumerable<Reason> MissingIn(SessionZone zone)
    {
        string?[] missing =
        [
            zone.DepthMm > 0 ? null : "depth",
            zone.Passes > 0 ? null : "passes",
            zone.EndPoint.Length > 0 ? null : "end point",
            zone.Pain is not null ? null : "pain",
        ];
        var list = missing.OfType<string>().ToList();
        return list.Count == 0 ? [] : [Clinic("zone-incomplete", $"{ProtocolPack.Current.SiteName(zone.Zone)}: missing {string.Join(", ", list)}.")];
    }

    private static Reason Clinic(string code, string sentence) => new(code, sentence, "clinic");

    private static Decision Refuse(string code, string sentence) => Decision.Refuse(Clinic(code, sentence));

    private static string Mm(decimal depth) => depth.ToString("0.0#", CultureInfo.InvariantCulture) + " mm";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
