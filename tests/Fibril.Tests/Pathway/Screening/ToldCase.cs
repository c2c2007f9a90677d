using Fibril.Pathway.Consultations;
using Fibril.Protocol;
using Answered = Fibril.Pathway.Consultations.Reply;

namespace Fibril.Tests.Pathway.Screening;

/// <summary>A case file told the way a person tells it: as answers to the questions of the intake.</summary>
internal sealed class ToldCase(CaseFile file, DateTime startedAt)
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;
    private readonly Dictionary<string, List<AnswerItem>> told = [];

    public Consultation Consultation(Guid course, Guid patient)
    {
        Tell();
        var consultation = new Consultation
        {
            CourseId = course, PatientId = patient, StartedAt = startedAt, Areas = [.. file.Plan.Zones.Select(z => new AskedArea(z.Zone, z.Indication))],
        };
        foreach (var question in Pack.Questions)
        {
            if (told.TryGetValue(question.Id, out var items))
            {
                Reply(consultation, question.Id, Answered.Yes, items);
            }
            else if (file.Otherwise is not null || file.AnsweredNo?.Contains(question.Id) == true || question.AnsweredBy.Lists.Count > 0
                || (question.Id == "pregnancy" && file.Pregnancy is not null))
            {
                Reply(consultation, question.Id, Answered.No, []);
            }
        }

        if (file.Otherwise is not null)
        {
            consultation.Examine(new Examination { Phototype = file.Patient.Phototype ?? 2, PhototypeMethod = "examiner", Bdd = "negative" });
        }

        return consultation;
    }

    private void Reply(Consultation consultation, string question, Answered reply, List<AnswerItem> items) =>
        consultation.Reply(new Answer { Question = question, Reply = reply, Items = items, AnsweredAt = startedAt, By = "patient" });

    private void Tell()
    {
        foreach (var c in file.Conditions ?? [])
        {
            Say(q => q.AnsweredBy.Conditions.Contains(c.Id) || q.AnsweredBy.ConditionsOfAnyStatus.Contains(c.Id), new()
            {
                Kind = AnswerItemKind.Condition, Id = c.Id, Now = c.Status == ConditionStatus.Active, Zones = Sites(c.Zones), On = (c.HealedOn ?? c.StableSince)?.Text,
                From = c.Onset?.Text, Value = c.AttacksPerYear, Counts = Counts(c.Lesions),
            });
        }

        foreach (var m in file.Medicines ?? [])
        {
            Say(q => q.AnsweredBy.Lists.Contains("medicines"), new()
            {
                Kind = AnswerItemKind.Medicine, Id = m.Id, Now = m.Taking, Prescribed = m.Prescribed, On = m.LastTaken?.Text, From = m.StartedOn?.Text, Until = m.PlannedLast?.ToString("yyyy-MM-dd"),
                Value = m.DoseMgPerDay, Reason = m.Indication?.ToString(),
            });
        }

        foreach (var p in file.Products ?? [])
        {
            Say(q => q.AnsweredBy.Lists.Contains("products"), new() { Kind = AnswerItemKind.Product, Id = p.Id, On = p.LastUsed.Text, Zones = Sites(p.Zones) });
        }

        foreach (var p in file.Procedures ?? [])
        {
            Say(q => q.AnsweredBy.Lists.Contains("procedures"), new() { Kind = AnswerItemKind.Procedure, Id = p.Id, On = p.On?.Text, Zones = Sites(p.Zones), Value = p.DepthMm });
        }

        foreach (var m in file.Measurements ?? [])
        {
            Say(q => q.AnsweredBy.Measurements.Contains(m.Id) || q.AnsweredBy.Conditions.Any(c => Pack.Condition(c).Rules.Intersect(Measured(m.Id)).Any()), new()
            {
                Kind = AnswerItemKind.Measurement, Id = m.Id, Value = m.Value, On = m.On.ToString("yyyy-MM-dd"),
            });
        }

        TellPregnancy();
    }

    private void TellPregnancy()
    {
        if (file.Pregnancy?.EndedOn is { } ended)
        {
            Say(q => q.Id == "pregnancy", new() { Kind = AnswerItemKind.Pregnancy, Id = "pregnancy-ended", On = ended.Text });
        }

        if (file.Breastfeeding?.Status == BreastfeedingStatus.Yes)
        {
            Say(q => q.Id == "breastfeeding", new() { Kind = AnswerItemKind.Pregnancy, Id = "breastfeeding" });
        }
    }

    private void Say(Func<Question, bool> which, AnswerItem item)
    {
        var question = Pack.Questions.First(which).Id;
        told.TryAdd(question, []);
        told[question].Add(item);
    }

    private static IReadOnlyList<string> Measured(string id) => Pack.MeasurementsKinds.Single(m => m.Id == id).Rules;

    private static List<string> Sites(IReadOnlyList<string>? zones) => [.. zones ?? []];

    private static Dictionary<string, int> Counts(AcneLesions? lesions) => lesions is null ? [] : new[]
    {
        ("comedones", lesions.Comedones), ("papules", lesions.Papules), ("pustules", lesions.Pustules), ("nodules", lesions.Nodules), ("cysts", lesions.Cysts),
    }.Where(c => c.Item2 is not null).ToDictionary(c => c.Item1, c => c.Item2!.Value);
}
