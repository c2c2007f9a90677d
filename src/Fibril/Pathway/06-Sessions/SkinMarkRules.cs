using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>What may be marked on a map, and what is known of it in the next session. Pure.</summary>
public static class SkinMarkRules
{
    /// <summary>Points of one outline at most.</summary>
    public const int MostPoints = 60;

    /// <summary>Marks of one session at most: more would hide the map.</summary>
    public const int MostMarks = 40;

    private const int LeastCorners = 3;

    /// <summary>May this be marked: before signing, on a known map, a spot or an outline that lies on it. Source: screens 3.6.</summary>
    /// <param name="view">Null for a map that there is not.</param>
    public static Decision MayMark(Session session, ZoneView? view, IReadOnlyList<MapPoint> points) => SessionRules.MayChange(session).And((view, points.Count) switch
    {
        (null, _) => Refuse("map-unknown", "There is no such map."),
        (_, 0) => Refuse("mark-empty", "Draw it on the map, or choose its place in the list."),
        (_, 2) => Refuse("outline-few", $"An outline has at least {LeastCorners} points; tap once for a spot."),
        (_, > MostPoints) => Refuse("outline-many", $"An outline has at most {MostPoints} points. Draw it again, more simply."),
        _ when !points.All(p => IsOn(view, p)) => Refuse("mark-outside", "A part of it lies outside the map. Draw it again."),
        _ when session.Marks.Count >= MostMarks => Refuse("marks-many", $"{MostMarks} marks are on this session already. Draw one outline around several spots, or write it into the notes."),
        _ => Decision.Allow(),
    });

    /// <summary>What was left out in earlier sessions and nobody has looked at in this one: it stays known until somebody says that it is gone.</summary>
    /// <param name="earlier">Marks of the person's earlier sessions, the oldest session first.</param>
    public static IReadOnlyList<SkinMark> Unanswered(IEnumerable<SkinMark> here, IEnumerable<IEnumerable<SkinMark>> earlier)
    {
        var answered = here.Select(m => m.Id).ToHashSet();
        return [.. earlier.SelectMany(m => m).GroupBy(m => m.Id).Select(g => g.Last()).Where(m => !m.IsGone && !answered.Contains(m.Id))];
    }

    /// <summary>What lies in a zone or a part of it, such as the cheeks for the whole face.</summary>
    public static IEnumerable<SkinMark> In(string zone, IEnumerable<SkinMark> marks) =>
        marks.Where(m => !m.IsGone && m.Zones.Any(z => z == zone || ProtocolPack.Current.Zone(zone).Contains.Contains(z)));

    private static bool IsOn(ZoneView view, MapPoint p) => p.X >= 0 && p.X <= view.Width && p.Y >= 0 && p.Y <= view.Height;

    private static Decision Refuse(string code, string sentence) => Decision.Refuse(new Reason(code, sentence, "clinic"));
}
