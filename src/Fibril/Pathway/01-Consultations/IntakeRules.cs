using Fibril.Practice.Patients;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using ProtocolSex = Fibril.Protocol.Sex;

namespace Fibril.Pathway.Consultations;

/// <summary>Which questions are asked, how far the person has come, and when an intake may be sent or signed.</summary>
public static class IntakeRules
{
    /// <summary>Steps before the health questions: wish, areas, event.</summary>
    public const int WishSteps = 3;

    private static readonly (string First, string Title)[] Groups =
    [
        ("phototype", "About you"),
        ("wounds", "Your skin"),
        ("cancer-treatment", "Your health"),
        ("medicines", "What you take and use"),
        ("allergy-metal", "Allergies"),
        ("bdd", "How you feel"),
    ];

    public static IReadOnlyList<Question> Questions(ProtocolPack pack, Patient patient, Consultation consultation) =>
        Candidacy.QuestionsFor(pack, new CaseFile
        {
            On = patient.BornOn,
            Jurisdiction = "GB",
            Patient = new()
            {
                BirthDate = patient.BornOn,
                Sex = Enum.Parse<ProtocolSex>(patient.Sex.ToString()),
                Phototype = PhototypeOf(patient, consultation),
            },
            Plan = new()
            {
                Device = DeviceKind.Pen,
                Energy = Energy.None,
                DeviceLabel = DeviceLabel.None,
                Anaesthetic = "none",
                Zones = [.. consultation.Areas.Select(a => new PlannedZone { Zone = a.Zone, DepthMm = 0.5m, Indication = a.Indication })],
            },
        });

    /// <summary>What the examiner saw, else what is on record, else what the person said.</summary>
    public static int? PhototypeOf(Patient patient, Consultation consultation) =>
        consultation.Examination?.Phototype
        ?? patient.Phototype
        ?? (consultation.AnswerTo("phototype")?.Items.FirstOrDefault(i => i.Kind == AnswerItemKind.Phototype) is { } said ? (int?)said.Value : null);

    /// <summary>Heading under which a question is asked.</summary>
    public static string GroupOf(ProtocolPack pack, string question)
    {
        var order = pack.Questions.Select(q => q.Id).ToList();
        var at = order.IndexOf(question);
        return Groups.LastOrDefault(g => order.IndexOf(g.First) <= at).Title ?? Groups[0].Title;
    }

    /// <summary>First question without any reply; null when all have one.</summary>
    public static Question? NextOpen(Intake intake, string? after = null)
    {
        var from = after is null ? 0 : intake.Questions.ToList().FindIndex(q => q.Id == after) + 1;
        return intake.Questions.Skip(from).FirstOrDefault(q => intake.Consultation.AnswerTo(q.Id) is null);
    }

    /// <summary>Questions without an answer: blank, "I do not know", or a yes that names nothing.</summary>
    public static IReadOnlyList<Question> Open(Intake intake) =>
        [.. intake.Questions.Where(q => intake.Consultation.AnswerTo(q.Id) is not { } a || a.Reply == Reply.NotSure)];

    /// <summary>An open health question does not hold it: it is asked in the clinic.</summary>
    public static Decision MaySubmit(Consultation consultation)
    {
        List<Reason> reasons = [];
        if (string.IsNullOrWhiteSpace(consultation.Goal))
        {
            reasons.Add(new("goal-missing", "Tell us first, in your own words, what you would like.", "clinic"));
        }

        if (consultation.Areas.Count == 0)
        {
            reasons.Add(new("areas-missing", "Choose at least one area, so that we know what to ask.", "clinic"));
        }

        return Decision.From(reasons);
    }

    /// <summary>A consultation counts when a practitioner or physician has looked and signed (R057, R058).</summary>
    public static Decision MaySign(Consultation consultation, Profession profession)
    {
        List<Reason> reasons = [];
        if (profession == Profession.None)
        {
            reasons.Add(new("sign-profession", "A practitioner or physician signs the consultation.", "R057"));
        }

        if (consultation.SubmittedAt is null)
        {
            reasons.Add(new("answers-missing", "The health questions are not finished. Finish them with the person first.", "R058"));
        }

        if (consultation.Examination is null)
        {
            reasons.Add(new("examination-missing", "The skin was not examined yet. Record the examination first.", "R058"));
        }

        return Decision.From(reasons);
    }
}
