using Fibril.Pathway.Sessions;
using Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary>Reports and sessions in words for staff.</summary>
public static class SignWords
{
    private static readonly string[] Grades = ["none", "mild", "moderate", "severe"];

    /// <summary>"redness 2 of 3, fever".</summary>
    public static string Of(IEnumerable<ReportedSign> signs) =>
        string.Join(", ", signs.Select(Of)) is { Length: > 0 } words ? words : "No signs";

    public static string Of(ReportedSign sign)
    {
        var known = ProtocolPack.Current.Signs.FirstOrDefault(s => s.Id == sign.Id);
        var name = known?.Name ?? sign.Id;
        return known?.ByTable == true && sign.Severity is { } grade ? $"{name} {grade} of 3 ({Grades[grade]})"
            : sign.Minutes is { } minutes ? $"{name}, {minutes} minutes"
            : sign is { Id: "spreading-redness", Severity: 3 } ? $"{name}, within hours"
            : name;
    }

    /// <summary>"redness 1 to 3, new: pus, gone: itch".</summary>
    public static string Change(CheckIn before, CheckIn now) =>
        string.Join(", ", RecoveryRules.Changes(before.Signs, now.Signs).Select(Of)) is { Length: > 0 } words ? words : "nothing changed";

    private static string Of(SignChange change)
    {
        var known = ProtocolPack.Current.Signs.FirstOrDefault(s => s.Id == change.Id);
        var name = known?.Name ?? change.Id;
        return (known?.ByTable == true, change.Before, change.Now) switch
        {
            (true, _, _) => $"{name} {change.Before} to {change.Now}",
            (_, 0, _) => $"new: {name}",
            (_, _, 0) => $"gone: {name}",
            _ => $"{name} {(change.Now > change.Before ? "stronger" : "weaker")}",
        };
    }

    /// <summary>"cheek 1.5 mm, chin 1 mm".</summary>
    public static string Areas(Session session) =>
        string.Join(", ", session.Zones.Select(z => $"{ProtocolPack.Current.SiteName(z.Zone)} {z.DepthMm:0.##} mm")) is { Length: > 0 } words ? words : "no zone recorded";

    /// <summary>"F6 bacterial infection".</summary>
    public static IEnumerable<string> Flags(IEnumerable<string> flags) =>
        flags.Select(f => $"{f} {ProtocolPack.Current.RedFlags.FirstOrDefault(r => r.Id == f)?.Likely}".Trim());

    /// <summary>Title and year of sources: "S47, Kim, Dermatol Surg 2018".</summary>
    public static string Sources(IEnumerable<string> ids) => string.Join("; ", ids.Select(id =>
        ProtocolPack.Current.Sources.FirstOrDefault(s => s.Id == id) is { } source ? $"{id} {source.Title}{(source.Year is { } year ? $" ({year})" : "")}" : id));

    /// <summary>Names of actions, first things first.</summary>
    public static IEnumerable<string> Actions(IEnumerable<string> ids) =>
        ids.Select(id => ProtocolPack.Current.TriageActions.FirstOrDefault(a => a.Id == id)?.Name ?? id);
}
