using Fibril.Pathway.Consultations;
using Fibril.Pathway.Outcomes.Photos;
using Fibril.Pathway.Recovery;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Fibril.Protocol;
using Fibril.Vision.Measures;

namespace Fibril.Pathway.Outcomes;

/// <summary>What all charts of a course share: photographs, adverse events, and every day that must lie on the axis.</summary>
/// <param name="Days">Days after the first session; negative before it.</param>
/// <param name="Skin">What photographs were kept to differ from their baselines, in the order of days.</param>
public sealed record CourseMarks(IReadOnlyList<ChartMark> Marks, IReadOnlyList<int> Days, IReadOnlyList<SkinPoint> Skin)
{
    public static readonly CourseMarks None = new([], [], []);

    public static CourseMarks Of(IReadOnlyList<ScaleCourse> scales, IReadOnlyList<Session> sessions, IReadOnlyList<Photo> photos, IReadOnlyList<SkinChange> measured, IEnumerable<AdverseEvent> harm, Clinic clinic)
    {
        if (scales.Count == 0 && photos.Count == 0)
        {
            return None;
        }

        var zero = ZeroOf(sessions, clinic.DayOf(scales.Count > 0 ? scales.Min(s => s.Baseline.RatedAt) : photos.Min(p => p.TakenAt)));
        int DayOf(DateOnly on) => on.DayNumber - zero.DayNumber;
        List<ChartMark> marks =
        [
            .. photos.Select(p => (p, On: clinic.DayOf(p.TakenAt))).Select(p => new ChartMark(MarkKind.Photograph, DayOf(p.On), p.On, $"Photograph, {ViewOf(p.p)}{Measured(measured.LastOrDefault(c => c.AfterId == p.p.Id))}", p.p.TakenByName)),
            .. harm.Select(h => new ChartMark(MarkKind.AdverseEvent, DayOf(h.OnsetOn), h.OnsetOn, $"Adverse event: {NameOf(h)}, {h.Severity}", h.RecordedByName)),
        ];
        var skin = from p in photos
                   let day = clinic.DayOf(p.TakenAt)
                   from m in measured.LastOrDefault(c => c.AfterId == p.Id) is { } kept ? kept.Measures.Select(m => new SkinPoint(DayOf(day), day, m, kept.KeptByName)) : []
                   orderby day
                   select m;
        return new(marks, [.. marks.Select(m => m.Day), .. scales.SelectMany(s => s.Later.Prepend(s.Baseline)).Select(r => DayOf(clinic.DayOf(r.RatedAt)))], [.. skin]);
    }

    /// <summary>Day 0 of the axis: the first session, or the day of the baseline while there is none.</summary>
    public static DateOnly ZeroOf(IReadOnlyList<Session> sessions, DateOnly baseline) => sessions.Count > 0 ? sessions.Min(s => s.HeldOn) : baseline;

    public static string ViewOf(Photo photo) =>
        PhotoWords.Of(photo.View).ToLowerInvariant() + (photo.Zone is { } zone ? ", " + ProtocolPack.Current.SiteName(zone) : "");

    /// <summary>What was kept of its comparison with the baseline, beyond the error; changes within the error stand on the page of the pair.</summary>
    private static string Measured(SkinChange? change) => change is null
        ? ""
        : ": " + (change.Measures.Where(m => m.Conclusion != nameof(ChangeConclusion.NoConclusion)).Select(SkinWords.Of).ToList() is { Count: > 0 } beyond ? string.Join(", ", beyond) : "no change beyond the error");

    private static string NameOf(AdverseEvent harm) =>
        (ProtocolPack.Current.AdverseEventTypes.FirstOrDefault(t => t.Id == harm.Type)?.Name ?? Words.Of(harm.Type)).ToLowerInvariant();
}
