using Fibril.Protocol;

namespace Fibril.Pathway.Consultations;

/// <summary>An asked area in words.</summary>
public static class AreaWords
{
    public static string Concern(AskedArea area) =>
        ProtocolPack.Current.Indications.FirstOrDefault(i => i.Id == area.Indication)?.Name ?? area.Indication;

    public static string Of(AskedArea area) => $"{ProtocolPack.Current.SiteName(area.Zone)} ({Concern(area)})";

    public static string Of(IEnumerable<AskedArea> areas) => string.Join(", ", areas.Select(Of));

    /// <summary>Places in words: "cheek, chin".</summary>
    public static string Sites(IEnumerable<string> sites) => string.Join(", ", sites.Select(ProtocolPack.Current.SiteName));
}
