using Fibril.Pathway.Sessions;
using Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary>What goes into the record of an adverse event before anybody types, and whom it may have to be told to.</summary>
public static class HarmRules
{
    /// <summary>The type that the flags of a report point to; null when none does.</summary>
    public static AdverseEventType? TypeFor(ProtocolPack pack, IReadOnlyCollection<string> flags, int? day) =>
        pack.AdverseEventTypes.Where(t => t.Flags.Any(flags.Contains))
            .OrderBy(t => day is null || (t.FromDay <= day && day <= t.ToDay) ? 0 : 1).FirstOrDefault();

    /// <summary>What makes an event serious, by the protocol's list.</summary>
    public static IReadOnlyList<string> SeriousKinds(ProtocolPack pack) => [.. pack.AdverseEventSeriousness.Where(s => s != "not-serious")];

    /// <summary>The lot it most likely has to do with: the needles first.</summary>
    public static Guid? LotFor(Session? session) =>
        session?.InUse.OrderBy(u => u.Kind.Contains("cartridge", StringComparison.OrdinalIgnoreCase) ? 0 : 1).FirstOrDefault()?.LotId;

    /// <summary>Reporting duties of a clinic's country; the protocol's list is a pointer, not legal advice.</summary>
    /// <param name="jurisdiction">ISO 3166 code such as GB-ENG.</param>
    public static IReadOnlyList<ReportingDuty> DutiesFor(ProtocolPack pack, string jurisdiction)
    {
        var country = jurisdiction.Split('-')[0].ToLowerInvariant() switch { "gb" => "uk", var other => other };
        var known = pack.ReportingDuties.Any(d => d.Jurisdiction == country);
        return [.. pack.ReportingDuties.Where(d => d.Jurisdiction == (known ? country : "eu") || d.Jurisdiction == "any")];
    }

    /// <summary>What is noted must belong to the session, and harm cannot begin tomorrow.</summary>
    public static Decision MayRecord(Session? session, Guid? lotId, Guid? deviceId, DateOnly onsetOn, DateOnly today)
    {
        List<Reason> reasons = [];
        if (onsetOn > today)
        {
            reasons.Add(new("onset-in-future", "The first day of the harm lies in the future. Write the day on which it was first noticed.", "clinic"));
        }

        if (lotId is { } lot && session?.InUse.Any(u => u.LotId == lot) is not true)
        {
            reasons.Add(new("lot-not-used", "This lot was not used in the session. Choose one of the list.", "clinic"));
        }

        if (deviceId is { } device && session?.DeviceId != device)
        {
            reasons.Add(new("device-not-used", "This device was not used in the session.", "clinic"));
        }

        return Decision.From(reasons);
    }
}
