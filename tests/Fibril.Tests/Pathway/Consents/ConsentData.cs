using Fibril.Pathway;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Screening;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Consents;

/// <summary>Screened courses and the way through the pages of a consent.</summary>
internal static class ConsentData
{
    public static CaseFile Case(int phototype = 3, decimal depthMm = 1.0m, IReadOnlyList<ConditionFact>? conditions = null, IReadOnlyList<MedicineFact>? medicines = null, PregnancyFacts? pregnancy = null) => new()
    {
        On = new DateOnly(2026, 6, 10),
        Jurisdiction = "GB-ENG",
        Patient = new() { BirthDate = new DateOnly(1990, 3, 14), Sex = Sex.Female, Phototype = phototype },
        Plan = new()
        {
            Device = DeviceKind.Pen,
            Energy = Energy.None,
            DeviceLabel = DeviceLabel.CeMedical,
            Zones = [new() { Zone = "cheek", DepthMm = depthMm, Indication = "acne-scar" }],
            Anaesthetic = "lidocaine-4",
        },
        Conditions = conditions,
        Medicines = medicines,
        Pregnancy = pregnancy,
        Otherwise = "no",
    };

    public static CandidacyScreening Screening(Course course, CaseFile facts, DateTime at, Verdict? verdict = Verdict.Accepted, string outcome = "proceed")
    {
        var screening = new CandidacyScreening
        {
            CourseId = course.Id,
            PatientId = course.PatientId,
            ForOn = facts.On,
            DecidedAt = at,
            CaseJson = facts.ToJson(),
            DecisionJson = Candidacy.Decide(ProtocolPack.Current, facts).ToJson(),
            ProtocolVersion = ProtocolPack.Current.Header.Version,
            ProtocolHash = ProtocolPack.Current.Hash,
            Outcome = outcome,
            Trigger = "staff",
        };
        if (verdict is { } given)
        {
            screening.Review(given, null, Guid.Empty, "Phil Physician", at);
        }

        return screening;
    }

    public static Task<CandidacyScreening> ScreenAsync(this TestClinic clinic, Course course, CaseFile? facts = null, Verdict? verdict = Verdict.Accepted, string outcome = "proceed") =>
        clinic.AddAsync(Screening(course, facts ?? Case(), clinic.Clock.GetUtcNow().UtcDateTime, verdict, outcome));

    /// <summary>Reads every page, answers every question right, allows photos for the record only.</summary>
    public static async Task<int> ReadToSignatureAsync(this Browser browser, Course course)
    {
        await browser.GetAsync($"/my/consent/{course.Id}");
        var start = browser.Text.Contains("Go on", StringComparison.Ordinal) ? "Go on" : "Start reading";
        await browser.PressAsync(start);
        var presses = 1;
        for (; browser.Text.Contains("I have read this", StringComparison.Ordinal); presses++)
        {
            await browser.PressAsync("I have read this");
        }

        foreach (var question in ProtocolPack.Current.Consent.Questions)
        {
            await browser.PressAsync("Answer", (question.Question, question.Options[question.Right]));
            presses++;
        }

        await browser.PressAsync("Save and go on", ("For my record", "Yes"), ("For teaching", "No"), ("For publication", "No"));
        return presses + 1;
    }

    public static async Task<int> SignAsync(this Browser browser, Course course, string name = "Ada Example")
    {
        var presses = await browser.ReadToSignatureAsync(course);
        await browser.PressAsync("Sign the consent", ("Your full name", name));
        return presses + 1;
    }

    public static Task<Consent?> LastConsentAsync(this TestClinic clinic, Course course) =>
        clinic.ReadAsync(db => ConsentQueries.CurrentAsync(db, course.Id));
}
