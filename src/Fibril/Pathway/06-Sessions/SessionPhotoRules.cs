using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;

namespace Fibril.Pathway.Sessions;

/// <summary>Whether a photograph was taken before a session or after it follows from its time; nobody is asked. Pure.</summary>
public static class SessionPhotoRules
{
    /// <summary>Each view and area of the course with its latest photograph before the needle and its latest after it; the front where there is none at all.</summary>
    /// <param name="lastHeldOn">Day of the session before this one: what was taken up to then belongs to that one.</param>
    public static IReadOnlyList<PhotoPair> Pairs(Session session, DateOnly? lastHeldOn, IEnumerable<Photo> photos, TimeZoneInfo zone)
    {
        var series = photos.Where(p => p.Counts && p.View != PhotoView.Sent).GroupBy(p => (p.View, p.Zone)).OrderBy(g => g.Key.View).ThenBy(g => g.Key.Zone, StringComparer.Ordinal);
        List<PhotoPair> pairs = [.. series.Select(s => new PhotoPair(s.Key.View, s.Key.Zone, Latest(s.Where(p => IsBefore(session, lastHeldOn, p, zone))), Latest(s.Where(p => IsAfter(session, p, zone)))))];
        return pairs.Count > 0 ? pairs : [new(PhotoView.Front, null, null, null)];
    }

    /// <summary>After the day of the last session and before the first needle of this one.</summary>
    public static bool IsBefore(Session session, DateOnly? lastHeldOn, Photo photo, TimeZoneInfo zone) =>
        (session.NeedlingStartedAt is not { } start || photo.TakenAt < start) && (lastHeldOn is not { } last || photo.TakenAt.DayIn(zone) > last) && photo.TakenAt.DayIn(zone) <= session.HeldOn;

    /// <summary>On the day of the session, from its last needle on.</summary>
    public static bool IsAfter(Session session, Photo photo, TimeZoneInfo zone) => photo.TakenAt >= session.NeedlingFinishedAt && photo.TakenAt.DayIn(zone) == session.HeldOn;

    private static Photo? Latest(IEnumerable<Photo> photos) => photos.MaxBy(p => p.TakenAt);
}
