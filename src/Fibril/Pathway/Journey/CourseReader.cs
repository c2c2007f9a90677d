using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Outcomes;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Recovery;
using Fibril.Pathway.Screening;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey;

/// <summary>Reads the rows of a few courses, one query a kind, and makes their facts.</summary>
public sealed class CourseReader(ClinicDb db, Caller caller)
{
    /// <summary>Facts of these courses, in the order given.</summary>
    public async Task<IReadOnlyList<CourseFacts>> Handle(IReadOnlyList<Course> courses, CancellationToken stop = default)
    {
        var ids = courses.Select(c => c.Id).ToList();
        var rows = new CourseRows(
            await OfAsync<Consultation>(ids, stop),
            await OfAsync<CandidacyScreening>(ids, stop),
            await OfAsync<PrescriberQuestion>(ids, stop),
            await OfAsync<Consent>(ids, stop),
            await OfAsync<Plan>(ids, stop),
            await OfAsync<Booking>(ids, stop),
            await OfAsync<Session>(ids, stop),
            await OfAsync<CheckIn>(ids, stop),
            await OfAsync<AdverseEvent>(ids, stop),
            await OfAsync<OutcomeVisit>(ids, stop));
        return [.. courses.Select(c => rows.FactsOf(c, caller.Now))];
    }

    private async Task<ILookup<Guid, T>> OfAsync<T>(List<Guid> ids, CancellationToken stop) where T : CourseRow =>
        (await db.Set<T>().AsNoTracking().Where(r => ids.Contains(r.CourseId)).ToListAsync(stop)).ToLookup(r => r.CourseId);
}

/// <summary>The rows of some courses by course.</summary>
internal sealed record CourseRows(
    ILookup<Guid, Consultation> Consultations,
    ILookup<Guid, CandidacyScreening> Screenings,
    ILookup<Guid, PrescriberQuestion> Questions,
    ILookup<Guid, Consent> Consents,
    ILookup<Guid, Plan> Plans,
    ILookup<Guid, Booking> Bookings,
    ILookup<Guid, Session> Sessions,
    ILookup<Guid, CheckIn> CheckIns,
    ILookup<Guid, AdverseEvent> Harms,
    ILookup<Guid, OutcomeVisit> Outcomes)
{
    public CourseFacts FactsOf(Course course, DateTime now)
    {
        var consultation = Consultations[course.Id].MaxBy(c => c.StartedAt);
        var screening = Screenings[course.Id].Where(s => s.SupersededAt is null).MaxBy(s => s.DecidedAt);
        var (outcome, notBefore) = JudgedOf(screening);
        var plan = Plans[course.Id].Where(p => p.SupersededAt is null).MaxBy(p => p.DraftedAt);
        var next = Bookings[course.Id].Where(b => b.Stands && b.HeldUntil is null && b.EndsAt > now && b.LeftAt is null).MinBy(b => b.StartsAt);
        var held = Sessions[course.Id].Where(s => s.NeedlingFinishedAt is not null).ToList();
        var last = held.MaxBy(s => s.NeedlingFinishedAt);
        var reports = CheckIns[course.Id].Where(c => c.SessionId == last?.Id).ToList();
        return new()
        {
            CourseId = course.Id,
            PatientId = course.PatientId,
            ClosedAt = course.ClosedAt,
            ClosedReason = course.ClosedReason,
            ConsultationStarted = consultation is { HasBegun: true },
            ConsultationSubmitted = consultation?.SubmittedAt is not null,
            Examined = consultation?.Examination is not null,
            Outcome = outcome,
            NotBeforeOn = notBefore,
            Reviewed = screening?.Verdict is not (null or Verdict.Referred),
            Referred = screening?.Verdict is Verdict.Referred,
            PrescriberWaits = Questions[course.Id].Count(q => q.AnsweredAt is null),
            Consent = StandingOf(Consents[course.Id].MaxBy(c => c.OpenedAt)),
            PlanDrafted = plan is not null,
            PlanAgreed = plan?.AgreedAt is not null,
            SessionsPlanned = plan?.Sessions ?? 0,
            NextVisitAt = next?.StartsAt,
            NextVisitKind = next?.Kind.ToString(),
            SessionRunning = Sessions[course.Id].Any(s => s.NeedlingFinishedAt is null && s.SignedAt is null),
            SessionsHeld = held.Count,
            SessionsUnsigned = held.Count(s => s.SignedAt is null),
            LastSessionOn = last?.HeldOn,
            AftercareGiven = last?.AftercareGivenAt is not null,
            OpenLevel = CheckIns[course.Id].Where(c => c.ClosedAt is null).MaxBy(c => TriageLevels.Parse(c.Level))?.Level,
            LastReportDay = reports.MaxBy(c => c.ReportedAt)?.Day,
            OpenHarm = Harms[course.Id].Count(h => h.ResolvedAt is null),
            OutcomeDueOn = Outcomes[course.Id].Where(o => o.HeldAt is null).Min(o => (DateOnly?)o.DueOn),
            OutcomesHeld = Outcomes[course.Id].Count(o => o.HeldAt is not null),
        };
    }

    /// <summary>What stands of the decision; its text is read again only where overrides or a clinician's word may have changed it.</summary>
    private static (string? Outcome, DateOnly? NotBefore) JudgedOf(CandidacyScreening? screening)
    {
        if (screening is null or { Overrides.Count: 0, Verdict: null })
        {
            return (screening?.Outcome, screening?.NotBeforeOn);
        }

        var standing = ScreeningRules.Standing(screening);
        return (OutcomeWords.Id(standing.Outcome), standing.NotBefore);
    }

    private static ConsentStanding StandingOf(Consent? consent) => consent switch
    {
        null => ConsentStanding.None,
        { WithdrawnAt: not null } => ConsentStanding.Withdrawn,
        { StaleAt: not null } => ConsentStanding.Stale,
        { SignedAt: not null } => ConsentStanding.Valid,
        _ => ConsentStanding.Opened,
    };
}
