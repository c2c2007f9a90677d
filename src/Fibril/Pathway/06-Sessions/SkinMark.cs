namespace Fibril.Pathway.Sessions;

/// <summary>What is left out: a lesion that the needle goes around, or an area where it must not go.</summary>
public enum MarkKind
{
    Mole,
    ActiveAcne,
    ColdSore,
    Wound,
    Keloid,
    OtherLesion,
    Filler,
    Tattoo,
    Implant,
    OtherArea,
}

/// <summary>A skipped lesion or a no-go area on a map. It keeps its id from session to session, as it is one thing on one skin.</summary>
/// <param name="View">Id of the map.</param>
/// <param name="Zones">The zones that it touches, as they were then; the one it covers most first, none beside all zones.</param>
/// <param name="Points">One: a spot. Three or more: an outline. In the units of the map.</param>
/// <param name="At">When somebody last looked at it.</param>
/// <param name="IsGone">It was looked for and is no longer there.</param>
public sealed record SkinMark(
    Guid Id, string View, List<string> Zones, BodySide Side, MarkKind Kind, List<MapPoint> Points, string Note, string ByName, DateTime At, bool IsGone = false)
{
    public bool IsNoGo => Kind is MarkKind.Filler or MarkKind.Tattoo or MarkKind.Implant or MarkKind.OtherArea;

    public bool IsSpot => Points.Count == 1;
}
