using System.Globalization;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Practice.Protocols;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings;

/// <summary>Reads what earlier stages know about a course and puts it as facts for <see cref="BookingRules"/>.</summary>
public static class VisitFacts
{
    public static async Task<(BookingFacts Facts, bool Sensitive)> LoadAsync(
        ClinicDb db, DateOnly today, Course course, Patient patient, Plan? plan, VisitKind kind, Guid? moving)
    {
        var answers = await AnswersAsync(db, course.Id);
        var pack = await AdoptedProtocol.PackAsync(db);
        var facts = new BookingFacts
        {
            Kind = kind,
            Today = today,
            CourseClosed = course.ClosedAt is not null,
            ConsentValid = (await ConsentQueries.HoldsAsync(db, course, today)).IsAllowed,
            HasTelephone = !string.IsNullOrWhiteSpace(patient.Phone),
            PlanAgreed = plan?.AgreedAt is not null,
            Candidacy = Candidacy(pack, await ScreeningQueries.CurrentAsync(db, course.Id), today),
            GapDays = GapDays(plan, patient.Phototype),
            Look = plan is null ? null : new(plan.ReviewAfterSession, ProtocolPack.Current.CourseStopRule.JudgedAfterDays),
            Sessions = await SessionsAsync(db, course.Id, moving),
            Holds = plan is null ? [] : [.. Held(pack, plan, patient.Phototype, answers, today)],
        };
        return (facts, answers.Any(i => i is { Kind: AnswerItemKind.Condition, Id: "atopic-dermatitis" }));
    }

    /// <summary>Dated holds around a day for what this person uses.</summary>
    public static async Task<IReadOnlyList<Hold>> HoldsAsync(ClinicDb db, Guid courseId, DateOnly sessionOn)
    {
        var plan = await PlanQueries.CurrentAsync(db, courseId);
        var phototype = await db.Courses.Where(c => c.Id == courseId)
            .Join(db.Patients, c => c.PatientId, p => p.Id, (c, p) => p.Phototype).FirstOrDefaultAsync();
        return HoldCalendar.For(await AdoptedProtocol.PackAsync(db), sessionOn, Deepest(plan), phototype, [.. (await AnswersAsync(db, courseId)).Select(Item)]);
    }

    /// <summary>The patient reads these reasons too, so that what was found stays on the screening page.</summary>
    private static Decision Candidacy(ProtocolPack pack, CandidacyScreening? screening, DateOnly today)
    {
        if (screening is null)
        {
            return Decision.Refuse(new Reason("screening-missing", "The health questions have not been judged yet.", "R057"));
        }

        var reasons = ScreeningRules.MayBook(pack, screening, today).Reasons;
        if (!screening.IsAccepted)
        {
            return Decision.From(reasons);
        }

        return Decision.From(
        [
            .. reasons.Any(r => r.NotBefore is null) ? [new Reason("screening-open", "The health questions leave something open. A clinician looks at it first; a consultation can be booked.", "R057")] : Array.Empty<Reason>(),
            .. reasons.Max(r => r.NotBefore) is { } day ? [new Reason("not-before", "The decision on the health questions lets the session begin on this day.", "R057", day)] : Array.Empty<Reason>(),
        ]);
    }

    private static int GapDays(Plan? plan, int? phototype) => plan is null
        ? 0
        : plan.Zones.Select(z => ProtocolPack.Current.Intervals.GapDays(z.DepthMm, z.Zone, phototype, pih: false)).Append(plan.IntervalDays).Max();

    private static async Task<IReadOnlyList<SessionDay>> SessionsAsync(ClinicDb db, Guid courseId, Guid? moving)
    {
        var zone = (await db.Clinics.AsNoTracking().FirstAsync()).Zone;
        var bookings = await db.Bookings.AsNoTracking()
            .Where(b => b.CourseId == courseId && b.Kind == VisitKind.Session && b.Id != (moving ?? Guid.Empty)).ToListAsync();
        return [.. bookings.Where(b => b.Stands).Select(b => new SessionDay(b.StartsAt.DayIn(zone), b.ArrivedAt is not null))];
    }

    private static async Task<IReadOnlyList<AnswerItem>> AnswersAsync(ClinicDb db, Guid courseId)
    {
        var consultation = await db.Consultations.AsNoTracking().Where(c => c.CourseId == courseId).OrderByDescending(c => c.StartedAt).FirstOrDefaultAsync();
        return [.. consultation?.Answers.SelectMany(a => a.Items) ?? []];
    }

    private static HeldItem Item(AnswerItem item) => new(item.Id, item.Prescribed);

    private static decimal Deepest(Plan? plan) => plan?.Zones.Select(z => z.DepthMm).DefaultIfEmpty(0).Max() ?? 0;

    /// <summary>What the person uses and may pause alone, with the day on which it will have been left off long enough.</summary>
    private static IEnumerable<HeldProduct> Held(ProtocolPack pack, Plan plan, int? phototype, IReadOnlyList<AnswerItem> items, DateOnly today)
    {
        foreach (var item in items.Where(i => i.Kind is AnswerItemKind.Product or AnswerItemKind.Medicine))
        {
            if (LastUsed(item, today) is { } used && Rule(pack, item) is { } rule && LastDay(used) is { } last)
            {
                var days = used.DayNumber - last.DayNumber;
                yield return new(rule.Subject, used, days, used.AddDays(days));
            }

            DateOnly? LastDay(DateOnly on) =>
                HoldCalendar.For(pack, on, Deepest(plan), phototype, [Item(item)])
                    .FirstOrDefault(h => h.Id == Rule(pack, item)!.Id && h.Who == HoldWho.PatientMayPause)?.LastDayBefore;
        }
    }

    private static HoldRule? Rule(ProtocolPack pack, AnswerItem item) => pack.HoldRules.Holds.FirstOrDefault(r => r.Covers.Contains(item.Id));

    private static DateOnly? LastUsed(AnswerItem item, DateOnly today) => item.Now is true ? today
        : DateOnly.TryParseExact(item.On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
