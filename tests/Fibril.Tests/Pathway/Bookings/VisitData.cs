using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Screening;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Practice.Places;
using Fibril.Protocol;
using Fibril.Tests.Pathway.Consents;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>A clinic with places, and courses that are ready to be booked.</summary>
internal static class VisitData
{
    public static async Task<Place> AddPlaceAsync(this TestClinic clinic, PlaceKind kind, string? name = null, int turnover = 0) =>
        await clinic.AddAsync(new Place { Name = name ?? kind.ToString(), Kind = kind, TurnoverMinutes = turnover });

    /// <summary>One treatment room and one numbing chair, once for all tests of a class.</summary>
    public static async Task OneRoomAndChairAsync(this TestClinic clinic)
    {
        if (!await clinic.ReadAsync(db => db.Places.AnyAsync()))
        {
            await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room 1");
            await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair 1");
        }
    }

    public static async Task<(Patient Patient, Course Course)> CreateReadyCourseAsync(
        this TestClinic clinic, string given = "Ada", CaseFile? facts = null, string anaesthetic = "lidocaine-tetracaine", Guid? device = null)
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient(given));
        var now = TestClinic.Start.UtcDateTime;
        await clinic.AddAsync(ConsentData.Screening(course, facts ?? ConsentData.Case(), now));
        var plan = new Plan
        {
            CourseId = course.Id,
            PatientId = patient.Id,
            Zones = [new("cheek", "acne-scar", 1.0m, 4)],
            DeviceId = device,
            Sessions = 3,
            IntervalDays = 28,
            Anaesthetic = anaesthetic,
            DraftedAt = now,
            DraftedByName = clinic.Practitioner.Name,
        };
        plan.Agree(patient.Name, now);
        await clinic.AddAsync(plan);
        return (patient, course);
    }

    /// <summary>A decision with these findings and nothing else.</summary>
    public static CandidacyDecision Decide(DateOnly on, IReadOnlyList<Finding> findings) => new()
    {
        On = on,
        SessionDate = on,
        Protocol = ProtocolStamp.Of(ProtocolPack.Current),
        Decision = CandidacyOutcome.Proceed,
        NotBefore = null,
        Conditions = [],
        Zones = [new("cheek", CandidacyOutcome.Proceed, null, 1.5m, 28)],
        Findings = findings,
        Precautions = [],
        Unanswered = [],
    };

    public static Finding Finding(string rule, FindingEffect effect, bool? met = null, DateOnly? notBefore = null) => new()
    {
        Rule = rule,
        Effect = effect,
        Scope = RuleScope.Session,
        Zones = ["cheek"],
        Fact = "a fact",
        NotBefore = notBefore,
        Reason = $"Because of {rule}.",
        PatientText = "We look at it together.",
        Sources = ["S01"],
        Grade = "X",
        Basis = RuleBasis.Default,
        OverridableBy = Overrider.Physician,
        Met = met,
    };

    public static async Task<Consent> SignConsentAsync(this TestClinic clinic, Course course)
    {
        var consent = (await clinic.ReadAsync(db => ConsentSubject.OfAsync(db, course))).Blank(TestClinic.Start.UtcDateTime);
        consent.Sign("Ada Example", null, "test", TestClinic.Start.UtcDateTime);
        return await clinic.AddAsync(consent);
    }

    /// <summary>Books a session as the front desk and returns it.</summary>
    public static async Task<Booking> BookAsync(this TestClinic clinic, Course course, DateTime startsAt)
    {
        var result = await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(course.Id, VisitKind.Session, startsAt), clinic.FrontDesk);
        var url = Assert.IsType<FormResult.GoTo>(result).Url;
        return await clinic.ReadAsync(db => db.Bookings.FindAsync(clinic.ClinicId, Guid.Parse(url.Split('/')[^1])).AsTask()) ?? throw new InvalidOperationException(url);
    }
}
