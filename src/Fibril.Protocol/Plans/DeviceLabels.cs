namespace Fibril.Protocol;

/// <summary>What a device's label covers. Source: knowledge base R002; S62, S65.</summary>
public static class DeviceLabels
{
    /// <summary>
    /// True when a zone and its indication stand on the label. Only the US label lists uses; for any other label nothing is
    /// known to lie outside it.
    /// </summary>
    /// <exception cref="ProtocolException">The pack has no such zone.</exception>
    public static bool Covers(ProtocolPack pack, DeviceLabel label, string zone, string indication, int? phototype) =>
        Covers(label, pack.Zone(zone), indication, phototype);

    /// <inheritdoc cref="Covers(ProtocolPack, DeviceLabel, string, string, int?)"/>
    internal static bool Covers(DeviceLabel label, Zone zone, string indication, int? phototype) =>
        label != DeviceLabel.FdaMicroneedling || (zone.Id, indication) switch
        {
            ("neck", "fine-wrinkles") => phototype is >= 2 and <= 4,
            ("abdomen", "scar-other") => true,
            (_, "acne-scar" or "fine-wrinkles") => zone.IsFace,
            _ => false,
        };
}
