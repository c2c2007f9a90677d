using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Devices;
using Fibril.Practice.Patients;
using Fibril.Practice.Prices;
using Fibril.Practice.Protocols;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Plans;

/// <summary>Everything a plan of one course is made from and held against.</summary>
public sealed record PlanSubject
{
    public required Course Course { get; init; }

    public required Patient Patient { get; init; }

    public required Clinic Clinic { get; init; }

    public Consultation? Consultation { get; init; }

    public CaseFile? Case { get; init; }

    /// <summary>The decision that holds; null before any.</summary>
    public CandidacyScreening? Screening { get; init; }

    /// <summary>Deepest depth that the screening leaves for a zone, in millimetres.</summary>
    public IReadOnlyDictionary<string, decimal> DepthLimits { get; init; } = new Dictionary<string, decimal>();

    /// <summary>What the clinic works by.</summary>
    public ProtocolPack Protocol { get; init; } = ProtocolPack.Current;

    public IReadOnlyList<Device> Devices { get; init; } = [];

    public IReadOnlyList<PriceItem> Prices { get; init; } = [];

    /// <summary>The staff member who plans; null when the caller is none.</summary>
    public StaffMember? Author { get; init; }

    public int? Phototype => Consultation?.Examination?.Phototype ?? Case?.Patient.Phototype ?? Patient.Phototype;

    public Device? Device(Guid? id) => Devices.FirstOrDefault(d => d.Id == id);

    /// <summary>Null when there is no such course, or it is not the calling patient's.</summary>
    public static async Task<PlanSubject?> FindAsync(ClinicDb db, Caller caller, Guid courseId)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(c => c.Id == courseId);
        return course is null || !caller.MaySee(course.PatientId)
            ? null
            : await OfAsync(db, caller, course);
    }

    private static async Task<PlanSubject> OfAsync(ClinicDb db, Caller caller, Course course)
    {
        var screening = await db.Screenings.AsNoTracking()
            .Where(s => s.CourseId == course.Id && s.SupersededAt == null).OrderByDescending(s => s.DecidedAt).FirstOrDefaultAsync();
        return new()
        {
            Course = course,
            Patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Id == course.PatientId),
            Clinic = await db.Clinics.AsNoTracking().FirstAsync(),
            Consultation = await db.Consultations.AsNoTracking().Where(c => c.CourseId == course.Id).OrderByDescending(c => c.StartedAt).FirstOrDefaultAsync(),
            Case = screening is null ? null : CaseFile.FromJson(screening.CaseJson),
            Screening = screening,
            DepthLimits = screening is null ? new Dictionary<string, decimal>() : LimitsOf(screening),
            Protocol = await AdoptedProtocol.PackAsync(db),
            Devices = await db.Devices.AsNoTracking().Where(d => d.RetiredAt == null).OrderBy(d => d.Name).ToListAsync(),
            Prices = await db.PriceItems.AsNoTracking().Where(p => p.WithdrawnAt == null && p.Per == "session").OrderBy(p => p.Name).ToListAsync(),
            Author = caller.IsStaff ? await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == caller.Who.Id) : null,
        };
    }

    private static Dictionary<string, decimal> LimitsOf(CandidacyScreening screening) =>
        CandidacyDecision.FromJson(screening.DecisionJson).Zones.ToDictionary(z => z.Zone, z => z.MaxDepthMm);
}
