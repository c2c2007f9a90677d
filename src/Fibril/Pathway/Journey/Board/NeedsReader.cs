using Fibril.Pathway.Recovery;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Everything that waits for somebody of the staff, most urgent first.</summary>
public sealed class NeedsReader(ClinicDb db, Caller caller, PracticeNeeds practice, ArrivalNeeds arrivals, HeldTimeNeeds held, VisitsThatLack lacking, ResultNeeds results)
{
    public async Task<IReadOnlyList<Need>> Handle(CancellationToken stop = default)
    {
        List<Need> needs = [.. await ReportsAsync(stop), .. await UnsignedAsync(stop), .. await ReviewsAsync(stop), .. await AnswersAsync(stop), .. await arrivals.Handle(stop), .. await held.Handle(stop), .. await results.Handle(stop), .. await lacking.Handle(stop), .. await practice.Handle(stop)];
        return [.. needs.OrderBy(n => n.Urgency).ThenBy(n => n.Since)];
    }

    private async Task<IEnumerable<Need>> ReportsAsync(CancellationToken stop)
    {
        var open = await (
            from c in db.CheckIns.AsNoTracking()
            join p in db.Patients on c.PatientId equals p.Id
            where c.ClosedAt == null && c.Level != "normal"
            select new { Report = c, p.GivenName, p.FamilyName }).ToListAsync(stop);
        return open.Select(n => new Need(
            TriageLevels.IsUrgent(n.Report.Level) ? Urgency.Now : Urgency.Today,
            $"{n.GivenName} {n.FamilyName}",
            $"Report of day {n.Report.Day}: {n.Report.Level.Replace('-', ' ')}{Taken(n.Report)}",
            $"/staff/recovery/{n.Report.Id}",
            n.Report.ReportedAt));
    }

    private string Taken(CheckIn report) =>
        report.AcknowledgedAt is not null ? ", taken by somebody"
        : RecoveryRules.MinutesNotTaken(report, caller.Now) is > 0 and var minutes ? $", not taken for {Words.Count(minutes, "minute")}"
        : "";

    private async Task<IEnumerable<Need>> UnsignedAsync(CancellationToken stop)
    {
        var open = await (
            from s in db.Sessions.AsNoTracking()
            join p in db.Patients on s.PatientId equals p.Id
            where s.SignedAt == null && s.NeedlingFinishedAt != null
            select new { s.Id, s.Number, At = s.NeedlingFinishedAt!.Value, p.GivenName, p.FamilyName }).ToListAsync(stop);
        return open.Select(s => new Need(Urgency.Today, $"{s.GivenName} {s.FamilyName}", $"Session {s.Number} is not signed", $"/staff/sessions/{s.Id}", s.At));
    }

    private async Task<IEnumerable<Need>> ReviewsAsync(CancellationToken stop)
    {
        var open = await (
            from s in db.Screenings.AsNoTracking()
            join p in db.Patients on s.PatientId equals p.Id
            join c in db.Courses on s.CourseId equals c.Id
            where s.SupersededAt == null && s.ReviewedAt == null && c.ClosedAt == null
            select new { Screening = s, p.GivenName, p.FamilyName }).ToListAsync(stop);
        return open.Select(n => new Need(
            Urgency.Soon,
            $"{n.GivenName} {n.FamilyName}",
            $"Decision to review: {OutcomeWords.Id(ScreeningRules.Effective(n.Screening).Outcome).Replace('-', ' ')}",
            $"/staff/courses/{n.Screening.CourseId}/screening",
            n.Screening.DecidedAt));
    }

    private async Task<IEnumerable<Need>> AnswersAsync(CancellationToken stop)
    {
        var open = await (
            from q in db.PrescriberQuestions.AsNoTracking()
            join p in db.Patients on q.PatientId equals p.Id
            where q.AnsweredAt == null
            select new { q.CourseId, q.Medicine, q.AskedAt, p.GivenName, p.FamilyName }).ToListAsync(stop);
        return open.Select(q => new Need(Urgency.Soon, $"{q.GivenName} {q.FamilyName}", $"Prescriber's answer about {q.Medicine} is missing", $"/staff/courses/{q.CourseId}/screening", q.AskedAt));
    }
}
