using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Screening;
using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Practice.Places;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings;

/// <summary>The days whose taken times are read; 0 days for none.</summary>
public readonly record struct DaySpan(DateOnly From, int Days);

/// <summary>Everything that one visit of one course is decided from, read once.</summary>
public sealed record VisitSubject(Clinic Clinic, Course Course, Patient Patient, Plan? Plan, BookingFacts Facts, FreeTimesQuestion Question)
{
    /// <summary>Times that the person keeps for this course while choosing: they count as free, and end when another is taken.</summary>
    public IReadOnlyList<Booking> Held { get; init; } = [];

    public int LongestMinutes => Question.Ways.Max(w => w.Sum(p => p.Minutes));

    public int ShortestMinutes => Question.Ways.Min(w => w.Sum(p => p.Minutes));

    public static Task<Clinic> ClinicAsync(ClinicDb db) => db.Clinics.AsNoTracking().FirstAsync();

    /// <summary>The course, when this caller may see it; a patient sees only the own.</summary>
    public static async Task<Course?> FindCourseAsync(ClinicDb db, Caller caller, Guid courseId)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(c => c.Id == courseId);
        return course is not null && caller.MaySee(course.PatientId) ? course : null;
    }

    /// <param name="days">Which days are looked at; what is taken on others is not read.</param>
    /// <param name="moving">A booking that is being moved: its own time counts as free.</param>
    /// <param name="practitionerId">Only with this person; null = anybody who may.</param>
    /// <param name="isOffered">Offered by the clinic: what the person holds counts as taken.</param>
    /// <returns>Null when there is no such course for this caller.</returns>
    public static async Task<VisitSubject?> LoadAsync(ClinicDb db, Caller caller, Guid courseId, VisitKind kind, Func<Clinic, BookingFacts, DaySpan> days, Guid? practitionerId = null, Guid? moving = null, bool isOffered = false)
    {
        if (await FindCourseAsync(db, caller, courseId) is not { } course)
        {
            return null;
        }

        var clinic = await ClinicAsync(db);
        var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Id == course.PatientId);
        var plan = await PlanQueries.CurrentAsync(db, courseId);
        var (facts, isSensitive) = await VisitFacts.LoadAsync(db, clinic.DayOf(caller.Now), course, patient, plan, kind, moving);
        facts = facts with { Terms = clinic.Booking };
        var span = days(clinic, facts);
        var hours = span.Days == 0 ? [] : await db.StaffHours.AsNoTracking().ToListAsync();
        var held = isOffered ? [] : await Holds.OfCourseAsync(db, courseId, caller.Now);
        var taken = await TakenAsync(db, caller.Now, clinic, span, [.. held.Select(h => h.Id), .. moving is { } own ? [own] : Array.Empty<Guid>()]);
        var (asked, lapsing) = await QuestionAsync(db, kind, plan, isSensitive, practitionerId, span.From);
        var question = asked with
        {
            Person = patient.Id, Taken = taken, Off = WorkTimes.Off(hours, clinic.Zone, span).Concat(WorkTimes.Lapsed(lapsing, clinic.Zone, span)).ToHashSet(), Breaks = WorkTimes.Breaks(hours, clinic.Zone, span),
        };
        return new(clinic, course, patient, plan, facts, question) { Held = held };
    }

    /// <param name="from">First day that is looked at: whose credential has lapsed by then is not asked; whose lapses later, for the days before.</param>
    private static async Task<(FreeTimesQuestion Question, IReadOnlyList<StaffMember> Lapsing)> QuestionAsync(
        ClinicDb db, VisitKind kind, Plan? plan, bool sensitive, Guid? practitionerId, DateOnly from)
    {
        var places = await db.Places.AsNoTracking().Where(p => p.ClosedAt == null).OrderBy(p => p.Name).ToListAsync();
        var staff = await db.StaffMembers.AsNoTracking().Where(s => s.LeftAt == null).OrderBy(s => s.Name).ToListAsync();
        var ways = kind == VisitKind.Session
            ? VisitLayout.Session(VisitLength.For(ProtocolPack.Current, plan?.Anaesthetic ?? "none", sensitive))
            : [VisitLayout.Talk(kind)];
        var numbed = ways[0].Any(p => p.Kind == SegmentKind.Numbing);
        var depth = plan?.DeepestMm ?? 0;
        var devices = kind == VisitKind.Session ? DeviceRules.Fit(await db.Devices.AsNoTracking().ToListAsync(), plan?.DeviceId, depth) : [];
        var limits = await db.StaffLimits.AsNoTracking().ToDictionaryAsync(l => l.StaffId);
        var zones = plan?.Zones.Select(z => z.Zone).ToList() ?? [];
        var practitioners = staff.Where(s => s.Role == Role.Practitioner && (practitionerId is null || s.Id == practitionerId)
            && (kind != VisitKind.Session || (MayNeedle(s, depth, from) && StaffLimitRules.MayTreat(limits.GetValueOrDefault(s.Id), zones).IsAllowed))).ToList();
        var question = new FreeTimesQuestion
        {
            Ways = ways,
            Crews = FreeTimes.Crews(
                [.. practitioners.Select(s => s.Id)],
                kind == VisitKind.Session ? [.. staff.Where(s => s.Role == Role.Assistant).Select(s => s.Id)] : [],
                numbed ? [.. places.Where(p => p.Kind == PlaceKind.NumbingChair).Select(p => p.Id)] : [],
                RoomsFor(kind, places),
                DeviceRules.For(devices, limits)),
            Turnover = places.ToDictionary(p => p.Id, p => p.TurnoverMinutes),
            Taken = new HashSet<(Guid, DateTime)>(),
        };
        return (question, kind == VisitKind.Session ? practitioners : []);
    }

    private static async Task<IReadOnlySet<(Guid ResourceId, DateTime UnitStart)>> TakenAsync(ClinicDb db, DateTime now, Clinic clinic, DaySpan days, IReadOnlyCollection<Guid> own) => days.Days == 0
        ? new HashSet<(Guid, DateTime)>()
        : await Slots.TakenAsync(db, VisitTimes.DayOf(clinic.Zone, days.From).From, VisitTimes.DayOf(clinic.Zone, days.From.AddDays(days.Days - 1)).To, now, own);

    /// <summary>Whoever may not needle is not offered; on the day itself it is looked at again.</summary>
    private static bool MayNeedle(StaffMember person, decimal depthMm, DateOnly on) =>
        (person.MaxDepthMm is null || person.MaxDepthMm >= depthMm) && (person.CredentialExpiresOn is null || person.CredentialExpiresOn >= on);

    /// <summary>Needling is done in a treatment room; talking in a consultation room where there is one.</summary>
    private static IReadOnlyList<Guid> RoomsFor(VisitKind kind, IReadOnlyList<Place> places) =>
    [
        .. places.Where(p => kind != VisitKind.Session && p.Kind == PlaceKind.ConsultationRoom).Select(p => p.Id),
        .. places.Where(p => p.Kind == PlaceKind.TreatmentRoom).Select(p => p.Id),
    ];
}
