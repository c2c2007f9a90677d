using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Screening;

/// <summary>A person who asks for the cheeks and has answered no to everything, and what is said besides.</summary>
internal sealed class Facts
{
    public static readonly DateOnly Today = new(2026, 6, 10);

    private readonly List<ChartEntry> chart = [];

    public Facts(params AskedArea[] areas)
    {
        Patient = TestData.Patient();
        Consultation = new() { CourseId = Guid.Empty, PatientId = Guid.Empty, StartedAt = default, Areas = areas.Length > 0 ? [.. areas] : [new("cheek", "acne-scar")] };
        foreach (var question in ProtocolPack.Current.Questions)
        {
            Say(question.Id, Reply.No);
        }

        Say("phototype", Reply.Yes, new AnswerItem { Kind = AnswerItemKind.Phototype, Id = "2", Value = 2 });
        Consultation.Examine(new Examination { Phototype = 2, PhototypeMethod = "examiner", Bdd = "negative" });
    }

    public Patient Patient { get; }

    public Consultation Consultation { get; }

    public Facts Say(string question, Reply reply, params AnswerItem[] items)
    {
        Consultation.Reply(new Answer { Question = question, Reply = reply, Items = [.. items], AnsweredAt = default, By = "patient" });
        return this;
    }

    public Facts Chart(ChartKind kind, string? id, string status = "active", DateOnly? from = null, DateOnly? to = null, CodeTrust trust = CodeTrust.Code, string? attribute = null)
    {
        chart.Add(new ChartEntry
        {
            PatientId = Guid.Empty, Kind = kind, Display = id ?? "Something rare", Status = status, StartedOn = from, EndedOn = to,
            Source = "chart.json#/entry/1", VocabularyId = id, Trust = trust, Attribute = attribute,
        });
        return this;
    }

    public CaseFile Case(DateOnly? forOn = null, PlanFacts? plan = null, DateOnly? on = null) =>
        ScreeningCase.Build(ProtocolPack.Current, new(Patient, Consultation, chart, "GB-ENG", on ?? Today, forOn, plan))!;

    public CandidacyDecision Decide(DateOnly? forOn = null) => Candidacy.Decide(ProtocolPack.Current, Case(forOn));

    public CandidacyScreening Screening(DateOnly? forOn = null, DateOnly? on = null)
    {
        var file = Case(forOn, on: on);
        var decision = Candidacy.Decide(ProtocolPack.Current, file);
        return new()
        {
            CourseId = Guid.Empty, PatientId = Guid.Empty, ForOn = decision.SessionDate, DecidedAt = TestClinic.Start.UtcDateTime, CaseJson = file.ToJson(),
            DecisionJson = decision.ToJson(), ProtocolVersion = "1", ProtocolHash = ProtocolPack.Current.Hash, Outcome = OutcomeWords.Id(decision.Decision),
            NotBeforeOn = decision.NotBefore, Trigger = "patient",
        };
    }
}
