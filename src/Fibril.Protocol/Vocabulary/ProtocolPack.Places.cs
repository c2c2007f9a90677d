namespace Fibril.Protocol;

/// <content>Which places lie in which.</content>
public sealed partial class ProtocolPack
{
    /// <summary>True when a fact at these sites touches the zone: the same place, or one contains the other.</summary>
    /// <param name="sites">Zone or site ids; null = not known, which touches every zone.</param>
    /// <param name="zone">Zone id.</param>
    public bool Touches(IReadOnlyList<string>? sites, string zone) =>
        sites is null || sites.Any(site => site == zone || Contains(site, zone) || Contains(zone, site));

    private bool Contains(string outer, string inner)
    {
        var zone = Zones.FirstOrDefault(z => z.Id == outer);
        if (zone is not null)
        {
            return zone.Contains.Contains(inner);
        }

        var site = Find(Sites, s => s.Id, outer, "vocabulary/sites.yaml");
        return site.Everywhere || site.Contains.Contains(inner);
    }
}
