using Fibril.Pathway.Consultations;
using Fibril.Pathway.Outcomes.Photos;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Recovery;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes;

/// <summary>The results of one course: visits, sessions, scales and how the person and the examiner rate the whole.</summary>
/// <param name="Global">Ratings against the first photo (GAIS), in order of time.</param>
/// <param name="Marks">Photographs and adverse events, on the axis of the charts.</param>
/// <param name="Blind">Signed ratings of pairs whose photographs still stand, each with the view; what a rater draws is not in it.</param>
/// <param name="Late">Ratings on the consultation page after the first needling: kept, shown, and counted nowhere.</param>
public sealed record OutcomeView(
    Clinic Clinic,
    Course Course,
    IReadOnlyList<Session> Sessions,
    IReadOnlyList<OutcomeVisit> Visits,
    IReadOnlyList<ScaleCourse> Scales,
    IReadOnlyList<Score> Global,
    ExpectedCourse? Expected,
    CourseMarks Marks,
    IReadOnlyList<(BlindRating Rating, string View)> Blind,
    IReadOnlyList<Score> Late)
{
    public ScaleCourse? Main => OutcomeRules.MainOf(Scales);

    public OutcomeVisit? Next => Visits.Where(v => v.HeldAt is null).MinBy(v => v.DueOn);

    public DateOnly? LastSignedOn => Sessions.Where(s => s.SignedAt is not null).Select(s => (DateOnly?)s.HeldOn).Max();

    public Decision MayHold(OutcomeVisit visit, DateOnly today) => OutcomeRules.MayHold(visit, LastSignedOn, today, ProtocolPack.Current.OutcomeVisitDays);

    public bool ShouldStop => OutcomeRules.ShouldStop(ProtocolPack.Current.CourseStopRule, Main, Sessions.Count, Sessions.Max(s => (DateOnly?)s.HeldOn), Clinic.DayOf);
}

/// <summary>Reads them for staff, or for the person whose course it is.</summary>
public sealed class ReadOutcomes(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such course of this person in this clinic.</exception>
    public async Task<OutcomeView> Handle(Guid courseId, CancellationToken stop = default)
    {
        var course = await db.Courses.AsNoTracking().OneAsync(c => c.Id == courseId, stop);
        if (!caller.MaySee(course.PatientId))
        {
            throw new NotHereException(nameof(Course));
        }

        var sessions = await db.Sessions.AsNoTracking().Where(s => s.CourseId == courseId && s.NeedlingFinishedAt != null).OrderBy(s => s.NeedlingFinishedAt).ToListAsync(stop);
        var scores = await db.Scores.AsNoTracking().Where(s => s.CourseId == courseId).OrderBy(s => s.RatedAt).ToListAsync(stop);
        var consultation = await db.Consultations.AsNoTracking().FirstOrDefaultAsync(c => c.CourseId == courseId, stop);
        var plan = await PlanQueries.CurrentAsync(db, courseId, stop);
        var indications = RegistryBands.Indications(plan, consultation);
        var photos = (await db.Photos.AsNoTracking().Where(p => p.CourseId == courseId).ToListAsync(stop)).Where(p => p.Counts).ToList();
        var measured = await db.SkinChanges.AsNoTracking().Where(c => c.CourseId == courseId).OrderBy(c => c.KeptAt).ToListAsync(stop);
        measured = [.. measured.Where(c => photos.Exists(p => p.Id == c.BeforeId))];
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var needled = await db.Sessions.AsNoTracking().Where(s => s.CourseId == courseId && s.NeedlingStartedAt != null).Select(s => s.NeedlingStartedAt).ToListAsync(stop);
        var scales = OutcomeRules.Courses(ProtocolPack.Current, scores, needled.Min());
        return new(
            clinic,
            course,
            sessions,
            await db.OutcomeVisits.AsNoTracking().Where(v => v.CourseId == courseId).OrderBy(v => v.DueOn).ToListAsync(stop),
            scales,
            [.. scores.Where(s => s.InvalidatedAt is null && ProtocolPack.Current.Scales.Any(p => p.Id == s.Scale && p.ComparesToBaseline))],
            Expect(indications, sessions, consultation),
            CourseMarks.Of(scales, sessions, photos, measured, await HarmAsync(courseId, stop), clinic),
            await BlindAsync(courseId, photos, stop),
            [.. scores.Where(s => s.InvalidatedAt is null && OutcomeRules.IsLate(s, needled.Min()))]);
    }

    /// <summary>For staff: what happened to the skin is talked over with the person, not read off a chart.</summary>
    private async Task<List<AdverseEvent>> HarmAsync(Guid courseId, CancellationToken stop) =>
        caller.IsStaff ? await db.AdverseEvents.AsNoTracking().Where(h => h.CourseId == courseId).ToListAsync(stop) : [];

    private async Task<IReadOnlyList<(BlindRating Rating, string View)>> BlindAsync(Guid courseId, List<Photo> photos, CancellationToken stop)
    {
        var rated = await db.BlindRatings.AsNoTracking().Where(r => r.CourseId == courseId && r.RatedAt != null).OrderBy(r => r.RatedAt).ToListAsync(stop);
        return [.. rated.Where(r => photos.Exists(p => p.Id == r.BaselinePhotoId)).Select(r => (r, photos.Find(p => p.Id == r.FollowUpPhotoId))).Where(r => r.Item2 is not null).Select(r => (r.r, CourseMarks.ViewOf(r.Item2!)))];
    }

    /// <summary>The model's curve for the sessions as they were held; null where it was not fitted to what is treated.</summary>
    private static ExpectedCourse? Expect(IEnumerable<string> indications, IReadOnlyList<Session> sessions, Consultation? consultation)
    {
        var model = ProtocolPack.Current.ExpectationRules.Model;
        var days = sessions.GroupBy(s => s.HeldOn).Select(g => g.First()).ToList();
        if (days.Count == 0 || indications.FirstOrDefault(model.Indications.Contains) is not { } indication)
        {
            return null;
        }

        return Expectation.For(ProtocolPack.Current, indication, new()
        {
            Sessions = [.. days.Select(s => new CourseSession(s.HeldOn.DayNumber - days[0].HeldOn.DayNumber))],
            IcePickShare = (consultation?.Examination?.IcePick ?? 0) / 100.0,
        });
    }
}
