using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Practice.Staff;

/// <summary>How long a credential still holds.</summary>
public enum CredentialState
{
    /// <summary>None on file, or valid for a good while.</summary>
    Fine,
    EndsSoon,
    Expired,
}

/// <summary>What a person's own limits allow. Pure; no limits recorded, nothing refused.</summary>
public static class StaffLimitRules
{
    /// <summary>The end of a credential is announced so many days ahead.</summary>
    public const int SoonDays = 60;

    /// <summary>The last day itself is still valid.</summary>
    public static CredentialState Credential(DateOnly? expiresOn, DateOnly today) =>
        expiresOn < today ? CredentialState.Expired
        : expiresOn <= today.AddDays(SoonDays) ? CredentialState.EndsSoon
        : CredentialState.Fine;

    /// <summary>Every zone that is not among the person's own, by name.</summary>
    public static Decision MayTreat(StaffLimits? limits, IEnumerable<string> zones) => Decision.From(
        limits is not { Zones.Count: > 0 }
            ? []
            : zones.Distinct().Where(z => !limits.Zones.Contains(z)).Select(z => new Reason(
                "own-zones", $"{Site(z)} is not among the zones that you may needle: {string.Join(", ", limits.Zones.Select(Site))}. Ask a colleague; the owner sets the limits.", "R069")));

    /// <param name="deviceId">Null when none is chosen, which is another rule's matter.</param>
    public static Decision MayTake(StaffLimits? limits, Guid? deviceId, string? deviceName) =>
        limits is { DeviceIds.Count: > 0 } && deviceId is { } id && !limits.DeviceIds.Contains(id)
            ? Decision.Refuse(new Reason("own-devices", $"{deviceName ?? "This device"} is not among the devices that you may use. Take another one; the owner sets the limits.", "R069"))
            : Decision.Allow();

    /// <summary>Who needs supervision has a supervisor who works here, treats, and whose credential holds on the day.</summary>
    public static Decision IsSupervised(StaffLimits? limits, StaffMember? supervisor, DateOnly on) => limits switch
    {
        not { NeedsSupervision: true } => Decision.Allow(),
        { SupervisorId: null } => Refuse("supervisor-missing", "You needle under supervision, and no supervisor is named. The owner names one under Staff."),
        _ when supervisor is not { LeftAt: null } => Refuse("supervisor-left", "Your supervisor no longer works here. The owner names another one under Staff."),
        _ when Credential(supervisor.CredentialExpiresOn, on) == CredentialState.Expired =>
            Refuse("supervisor-expired", $"The credential of your supervisor {supervisor.Name} was valid until {Day(supervisor.CredentialExpiresOn!.Value)}."),
        _ => Decision.Allow(),
    };

    /// <summary>May this supervisor be named: a colleague who treats and needs no supervision.</summary>
    /// <param name="needs">Does the person need supervision at all?</param>
    /// <param name="theirs">The supervisor's own limits.</param>
    public static Decision MaySupervise(StaffMember person, bool needs, StaffMember? supervisor, StaffLimits? theirs)
    {
        if (!needs)
        {
            return Decision.Allow();
        }

        return supervisor switch
        {
            null => Refuse("supervisor-missing", "Name the supervisor: without one the person may not needle."),
            _ when supervisor.Id == person.Id => Refuse("supervisor-self", "Nobody supervises themselves. Choose a colleague."),
            { LeftAt: not null } => Refuse("supervisor-left", $"{supervisor.Name} no longer works here."),
            { Profession: Profession.None } => Refuse("supervisor-profession", $"{supervisor.Name} does not needle and cannot supervise it."),
            _ when theirs is { NeedsSupervision: true } => Refuse("supervisor-supervised", $"{supervisor.Name} needs supervision too. Choose somebody who does not."),
            _ => Decision.Allow(),
        };
    }

    /// <summary>Limits in a few words: "4 zones, 1 device, supervised"; empty when there are none.</summary>
    public static string Words(StaffLimits? limits) => limits is null ? "" : string.Join(", ", new[]
    {
        limits.Zones.Count > 0 ? Platform.Ui.Words.Count(limits.Zones.Count, "zone") : "",
        limits.DeviceIds.Count > 0 ? Platform.Ui.Words.Count(limits.DeviceIds.Count, "device") : "",
        limits.NeedsSupervision ? "supervised" : "",
    }.Where(w => w.Length > 0));

    private static string Site(string zone) => ProtocolPack.Current.SiteName(zone);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static Decision Refuse(string code, string sentence) => Decision.Refuse(new Reason(code, sentence, "clinic"));
}
