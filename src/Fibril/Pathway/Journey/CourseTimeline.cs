using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey;

/// <summary>One thing that happened in a course. What no longer stands is shown struck through, never left out.</summary>
public sealed record TimelineEvent(DateTime At, string What, string? Detail, string Page, bool Struck = false);

/// <summary>Everything that happened in one course, newest first.</summary>
public sealed class CourseTimeline(ClinicDb db)
{
    public async Task<IReadOnlyList<TimelineEvent>> Handle(Guid courseId, CancellationToken stop = default)
    {
        var page = $"/staff/courses/{courseId}";
        List<TimelineEvent> events =
        [
            .. await ConsultationsAsync(courseId, page, stop),
            .. await ScreeningsAsync(courseId, page, stop),
            .. await ConsentsAsync(courseId, page, stop),
            .. await PlansAsync(courseId, page, stop),
            .. await VisitsAsync(courseId, page, stop),
            .. await SessionsAsync(courseId, stop),
            .. await ReportsAsync(courseId, stop),
            .. await ResultsAsync(courseId, page, stop),
            .. await EndsAsync(courseId, stop),
        ];
        return [.. events.OrderByDescending(e => e.At)];
    }

    private async Task<IEnumerable<TimelineEvent>> ConsultationsAsync(Guid course, string page, CancellationToken stop) =>
        (await db.Consultations.AsNoTracking().Where(c => c.CourseId == course).ToListAsync(stop)).SelectMany(c => Happened(
            (c.StartedAt, "Health questions begun", c.Goal, false),
            (c.SubmittedAt, "Health questions answered", Words.Count(c.Answers.Count, "answer"), false),
            (c.SignedAt, "Consultation signed", c.SignedByName, false)).Select(e => e with { Page = $"{page}/consultation" }));

    /// <summary>A review that holds for newer decisions too was said once and is told once; it stands while one of them does.</summary>
    private async Task<IEnumerable<TimelineEvent>> ScreeningsAsync(Guid course, string page, CancellationToken stop)
    {
        var screenings = await db.Screenings.AsNoTracking().Where(s => s.CourseId == course).ToListAsync(stop);
        var decisions = screenings.SelectMany(s => Happened(
            (s.DecidedAt, $"Decision: {Words.Of(s.Outcome).ToLowerInvariant()}", $"for {s.ForOn:d MMM yyyy}, protocol {s.ProtocolVersion}", s.SupersededAt is not null)));
        var reviews = screenings.GroupBy(s => (s.ReviewedAt, s.Verdict, s.ReviewedByName)).SelectMany(r => Happened(
            (r.Key.ReviewedAt, $"Decision reviewed: {Words.Of($"{r.Key.Verdict}").ToLowerInvariant()}", r.Key.ReviewedByName, r.All(s => s.SupersededAt is not null))));
        return decisions.Concat(reviews).Select(e => e with { Page = $"{page}/screening" });
    }

    private async Task<IEnumerable<TimelineEvent>> ConsentsAsync(Guid course, string page, CancellationToken stop) =>
        (await db.Consents.AsNoTracking().Where(c => c.CourseId == course).ToListAsync(stop)).SelectMany(c => Happened(
            (c.SignedAt, "Consent signed", $"{c.SignedName}, text {c.DocumentVersion}", !c.IsValid),
            (c.StaleAt, "Consent went stale", c.StaleWhy, false),
            (c.WithdrawnAt, "Consent withdrawn", c.WithdrawnWhy, false)).Select(e => e with { Page = $"{page}/consent" }));

    private async Task<IEnumerable<TimelineEvent>> PlansAsync(Guid course, string page, CancellationToken stop) =>
        (await db.Plans.AsNoTracking().Where(p => p.CourseId == course).ToListAsync(stop)).SelectMany(p => Happened(
            (p.DraftedAt, "Plan drafted", $"{Words.Count(p.Sessions, "session")}, {Words.Count(p.Zones.Count, "zone")}, by {p.DraftedByName}", p.SupersededAt is not null),
            (p.AgreedAt, "Plan agreed", p.AgreedByName, p.SupersededAt is not null)).Select(e => e with { Page = $"{page}/plan" }));

    private async Task<IEnumerable<TimelineEvent>> VisitsAsync(Guid course, string page, CancellationToken stop) =>
        (await db.Bookings.AsNoTracking().Where(b => b.CourseId == course && b.HeldUntil == null).ToListAsync(stop)).SelectMany(b => Happened(
            (b.MadeAt, $"{Words.Of(b.Kind)} booked", b.MadeByName, !b.Stands),
            (b.ArrivedAt, "Arrived", null, false),
            (b.NoShowAt, "Did not come", null, false),
            (b.CancelledAt, "Visit cancelled", b.CancelledWhy, false)).Select(e => e with { Page = $"{page}/bookings" }));

    private async Task<IEnumerable<TimelineEvent>> SessionsAsync(Guid course, CancellationToken stop) =>
        (await db.Sessions.AsNoTracking().Where(s => s.CourseId == course).ToListAsync(stop)).SelectMany(s => Happened(
            (s.CreamOnAt, $"Session {s.Number}: cream on", s.Cream?.Product, false),
            (s.NeedlingStartedAt, $"Session {s.Number}: needling begun", s.DeviceName, false),
            (s.NeedlingFinishedAt, $"Session {s.Number}: needling finished", string.Join(", ", s.Zones.Select(z => $"{z.Zone} {z.DepthMm:0.0#} mm")), false),
            (s.SignedAt, $"Session {s.Number} signed", s.SignedByName, false)).Select(e => e with { Page = $"/staff/sessions/{s.Id}" }));

    private async Task<IEnumerable<TimelineEvent>> ReportsAsync(Guid course, CancellationToken stop) =>
        (await db.CheckIns.AsNoTracking().Where(c => c.CourseId == course).ToListAsync(stop)).SelectMany(c => Happened(
            (c.ReportedAt, $"Report of day {c.Day}: {c.Level.Replace('-', ' ')}", c.Words, false),
            (c.ClosedAt, "Report closed", c.Outcome, false)).Select(e => e with { Page = $"/staff/recovery/{c.Id}" }));

    private async Task<IEnumerable<TimelineEvent>> ResultsAsync(Guid course, string page, CancellationToken stop)
    {
        var visits = await db.OutcomeVisits.AsNoTracking().Where(o => o.CourseId == course && o.HeldAt != null).ToListAsync(stop);
        var scores = await db.Scores.AsNoTracking().Where(s => s.CourseId == course).ToListAsync(stop);
        return
        [
            .. visits.Select(o => new TimelineEvent(o.HeldAt!.Value, $"Result seen after {o.AfterDays} days", o.Note, $"{page}/outcomes")),
            .. scores.Select(s => new TimelineEvent(s.RatedAt, $"{s.Scale}: {s.Value:0.##}", s.RatedByName, $"{page}/outcomes", s.InvalidatedAt is not null)),
        ];
    }

    /// <summary>The course keeps only its present end; that it was closed before and opened again is known to the journal.</summary>
    private async Task<IEnumerable<TimelineEvent>> EndsAsync(Guid courseId, CancellationToken stop)
    {
        var course = await db.Courses.AsNoTracking().OneAsync(c => c.Id == courseId, stop);
        var entries = await db.JournalEntries.AsNoTracking()
            .Where(e => e.PersonId == course.PatientId && (e.Verb == CloseCourse.Verb || e.Verb == ReopenCourse.Verb))
            .OrderBy(e => e.Sequence).ToListAsync(stop);
        var ends = entries.Where(e => e.Changes.Contains(courseId.ToString(), StringComparison.Ordinal)).ToList();
        var reopened = ends.LastOrDefault(e => e.Verb == ReopenCourse.Verb)?.Sequence;
        return ends.Select(e => e.Verb == CloseCourse.Verb
            ? new TimelineEvent(e.At, "Course closed", e.Why, $"/staff/patients/{course.PatientId}", e.Sequence < reopened)
            : new(e.At, "Course reopened", e.ActorName, $"/staff/patients/{course.PatientId}"));
    }

    private static IEnumerable<TimelineEvent> Happened(params (DateTime? At, string What, string? Detail, bool Struck)[] events) =>
        events.Where(e => e.At is not null).Select(e => new TimelineEvent(e.At!.Value, e.What, e.Detail, "", e.Struck));
}
