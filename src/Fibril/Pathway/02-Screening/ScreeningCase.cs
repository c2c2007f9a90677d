using Fibril.Pathway.Consultations;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using ProtocolSex = Fibril.Protocol.Sex;

namespace Fibril.Pathway.Screening;

/// <summary>Everything a case file is made from. Days are the clinic's.</summary>
/// <param name="On">The day of the assessment.</param>
/// <param name="ForOn">The day of the session; null or an earlier day means today.</param>
/// <param name="Plan">The plan once there is one; null judges the asked areas.</param>
public sealed record ScreeningInput(
    Patient Patient,
    Consultation Consultation,
    IReadOnlyList<ChartEntry> Chart,
    string Jurisdiction,
    DateOnly On,
    DateOnly? ForOn = null,
    PlanFacts? Plan = null);

/// <summary>
/// Person + answers + chart + plan → the case file that the protocol judges. Chart and answers are both kept; where they
/// contradict, the stricter stands and the contradiction is written into the file's note.
/// </summary>
public static class ScreeningCase
{
    /// <summary>Null while no area was chosen and no plan exists.</summary>
    public static CaseFile? Build(ProtocolPack pack, ScreeningInput input)
    {
        if ((input.Plan ?? PlanAsked.Of(pack, input.Consultation)) is not { } plan)
        {
            return null;
        }

        var draft = new CaseDraft(pack, input.On);
        var bare = Bare(input, plan);
        var asked = Candidacy.QuestionsFor(pack, bare);
        foreach (var question in pack.Questions.Where(q => asked.Contains(q) || input.Consultation.AnswerTo(q.Id) is not null))
        {
            AnswerReading.Read(draft, question, input.Consultation.AnswerTo(question.Id));
        }

        ChartReading.Read(draft, input.Chart, input.Patient.Sex == Practice.Patients.Sex.Male);
        return Finish(draft, bare, Seen(input.Consultation.Examination));
    }

    private static CaseFile Bare(ScreeningInput input, PlanFacts plan) => new()
    {
        On = input.On,
        Jurisdiction = input.Jurisdiction,
        Patient = new()
        {
            BirthDate = input.Patient.BornOn,
            Sex = Enum.Parse<ProtocolSex>(input.Patient.Sex.ToString()),
            Phototype = IntakeRules.PhototypeOf(input.Patient, input.Consultation),
            WeightKg = input.Patient.WeightKg,
        },
        Plan = plan with { SessionDate = input.ForOn > input.On ? input.ForOn : null },
    };

    private static CaseFile Finish(CaseDraft draft, CaseFile bare, Protocol.ScreeningFacts? seen)
    {
        var file = bare with
        {
            Conditions = draft.Conditions.Count > 0 ? draft.Conditions : null,
            Medicines = draft.List(draft.Medicines, "medicines"),
            Products = draft.List(draft.Products, "products"),
            Procedures = draft.List(draft.Procedures, "procedures"),
            Allergies = draft.List(draft.Allergies, "allergies"),
            Measurements = draft.Measurements.Count > 0 ? draft.Measurements : null,
            Exposures = draft.Exposures == new ExposureFacts() ? null : draft.Exposures,
            Screening = seen,
            Pregnancy = draft.Pregnancy,
            Breastfeeding = draft.Breastfeeding,
            AnsweredNo = draft.No.Count > 0 ? [.. draft.No.Order(StringComparer.Ordinal)] : null,
            Note = draft.Notes.Count > 0 ? string.Join('\n', draft.Notes) : null,
        };
        return file with { Unanswered = StillOpen(draft, file) };
    }

    /// <summary>A chart answers a question about a condition; it never proves a list of medicines or treatments complete.</summary>
    private static List<string>? StillOpen(CaseDraft draft, CaseFile file)
    {
        var byFacts = Candidacy.Decide(draft.Pack, file with { Unanswered = null }).Unanswered;
        var open = draft.Pack.Questions
            .Where(q => draft.Open.Contains(q.Id) && (byFacts.Contains(q.Id) || q.AnsweredBy.Lists.Count > 0 || draft.Lacking.Contains(q.Id)))
            .Select(q => q.Id)
            .ToList();
        return open.Count > 0 ? open : null;
    }

    private static Protocol.ScreeningFacts? Seen(Examination? seen) => seen is null ? null : new()
    {
        Bdd = Enum.Parse<BddResult>(seen.Bdd.Replace("-", "", StringComparison.Ordinal), true),
        LesionCheck = Enum.Parse<LesionCheck>(seen.LesionCheck.Replace("-", "", StringComparison.Ordinal), true),
        RepeatedDissatisfaction = seen.RepeatedDissatisfaction ? true : null,
        MinimalDefect = seen.MinimalDefect ? true : null,
    };
}
