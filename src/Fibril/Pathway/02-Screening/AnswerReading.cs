using Fibril.Pathway.Consultations;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>Answers of the intake become facts. "I do not know", a blank and a yes without a name stay open; only "no" is a no.</summary>
internal static class AnswerReading
{
    public static void Read(CaseDraft draft, Question question, Answer? answer)
    {
        if (answer is null || answer.Reply == Reply.NotSure || (answer.Reply == Reply.Yes && answer.Items.Count == 0))
        {
            draft.Open.Add(question.Id);
            return;
        }

        if (answer.Reply == Reply.No)
        {
            ReadNo(draft, question);
            return;
        }

        draft.Answered.Add(question.Id);
        foreach (var item in answer.Items)
        {
            ReadItem(draft, question, item, answer.Words);
        }
    }

    /// <summary>The screen is a result of an examination; the person's own "no" is not one.</summary>
    private static void ReadNo(CaseDraft draft, Question question)
    {
        switch (question.Id)
        {
            case "bdd" or "phototype":
                return;
            case "pregnancy":
                draft.Pregnancy = new() { Status = PregnancyStatus.No };
                break;
            case "breastfeeding":
                draft.Breastfeeding = new() { Status = BreastfeedingStatus.No };
                break;
            default:
                draft.No.Add(question.Id);
                break;
        }

        draft.Answered.Add(question.Id);
    }

    private static void ReadItem(CaseDraft draft, Question question, AnswerItem item, string words)
    {
        if (item.Id == AnswerItem.Unlisted)
        {
            draft.Incomplete(item.Note ?? "something", "not in the list; a clinician reads it", question.Id);
            return;
        }

        var name = ItemChoices.NameOf(draft.Pack, question, item);
        var lacks = item.Kind switch
        {
            AnswerItemKind.Condition => Condition(draft, question, item, words),
            AnswerItemKind.Medicine => Medicine(draft, item, words),
            AnswerItemKind.Product => Product(draft, item, words),
            AnswerItemKind.Procedure => Procedure(draft, item, words),
            AnswerItemKind.Measurement => Measurement(draft, item),
            AnswerItemKind.Exposure => ExposureReading.Read(draft, item),
            AnswerItemKind.Pregnancy => Pregnancy(draft, item),
            AnswerItemKind.Allergy => Allergy(draft, item, words),
            _ => null,
        };
        if (lacks is not null)
        {
            draft.Incomplete(name, lacks, question.Id);
        }
    }

    private static string? Condition(CaseDraft draft, Question question, AnswerItem item, string words)
    {
        var entry = draft.Pack.Condition(item.Id);
        var status = ItemFields.IsFamily(question) ? ConditionStatus.Family : item.Now == false ? ConditionStatus.History : ConditionStatus.Active;
        var (on, onset) = (draft.Day(item.On), draft.Day(item.From));
        if (status != ConditionStatus.Family && entry.Needs.Contains("onset") && onset is null)
        {
            return "the day it began is not known";
        }

        if (status == ConditionStatus.History && entry.HistoryNeeds.Count > 0 && on is null)
        {
            return "the last day it was there is not known";
        }

        draft.Conditions.Add(new()
        {
            Id = item.Id,
            Status = status,
            Zones = Sites(item),
            Onset = onset,
            HealedOn = status == ConditionStatus.History && item.Id != "vitiligo" ? on : null,
            StableSince = item.Id == "vitiligo" ? on : null,
            TreatmentEndedOn = draft.Day(item.Until),
            AttacksPerYear = item.Value is { } n ? (int)Math.Clamp(n, 0, 60) : null,
            Lesions = Lesions(item.Counts),
            Complications = Complications(item.Ticks),
            Controlled = item.Ticks.Contains("not-controlled") ? false : null,
            ClearanceLetter = item.Ticks.Contains("clearance-letter") ? true : null,
            PhysicianPlan = item.Ticks.Contains("physician-plan") ? true : null,
            Note = Said(item, words),
        });
        return null;
    }

    private static string? Medicine(CaseDraft draft, AnswerItem item, string words)
    {
        var last = draft.Day(item.On);
        var taking = item.Now ?? last is null;
        if (!taking && last is null)
        {
            return "the day of the last dose is not known";
        }

        var who = draft.Pack.Medicine(item.Id).WhoMayPause;
        draft.Medicines.Add(new()
        {
            Id = item.Id,
            Taking = taking,
            Prescribed = item.Prescribed ?? who is WhoMayPause.Prescriber or WhoMayPause.ClinicianUnlessPrescribed or WhoMayPause.NotAsked,
            LastTaken = last,
            StartedOn = draft.Day(item.From),
            PlannedLast = PartialDate.TryDay(item.Until, out var planned) ? planned : null,
            DoseMgPerDay = item.Value is > 0 ? item.Value : null,
            Indication = Enum.TryParse<MedicineIndication>(item.Reason?.Replace("-", "", StringComparison.Ordinal), true, out var why) ? why : null,
            ConfirmedTaken = item.Ticks.Contains("confirmed-taken") ? true : null,
            Note = Said(item, words),
        });
        return item.Prescribed is null && who is not (WhoMayPause.Prescriber or WhoMayPause.NotAsked) ? "not said whether it was prescribed; the stricter is used" : null;
    }

    private static string? Product(CaseDraft draft, AnswerItem item, string words)
    {
        if (draft.Day(item.On) is not { } last)
        {
            return "the day of the last use is not known";
        }

        draft.Products.Add(new() { Id = item.Id, LastUsed = last, Zones = Sites(item), HealedOn = draft.Day(item.Healed), Note = Said(item, words) });
        return null;
    }

    private static string? Procedure(CaseDraft draft, AnswerItem item, string words)
    {
        var (on, runs) = (draft.Day(item.On), item is { Id: "radiotherapy", Now: true });
        if (on is null && !runs)
        {
            return "the day it was done is not known";
        }

        if (item is { Id: "needling", Value: not > 0 })
        {
            return "the depth of the earlier needling is not known";
        }

        draft.Procedures.Add(new()
        {
            Id = item.Id,
            On = runs ? null : on,
            Ongoing = runs ? true : null,
            Zones = Sites(item),
            DepthMm = item.Id == "needling" ? Math.Min(item.Value!.Value, 5) : null,
            HealedOn = draft.Day(item.Healed),
            SurgeonLetter = item.Ticks.Contains("surgeon-letter") ? true : null,
            Note = Said(item, words),
        });
        return null;
    }

    private static string? Allergy(CaseDraft draft, AnswerItem item, string words)
    {
        draft.Allergies.Add(new() { Id = item.Id, Note = Said(item, words) });
        return null;
    }

    private static string? Measurement(CaseDraft draft, AnswerItem item)
    {
        if (!PartialDate.TryDay(item.On, out var day) || day > draft.On || item.Value is not { } value)
        {
            return "value and full day of the measurement are both needed";
        }

        draft.Measurements.Add(new() { Id = item.Id, Value = value, On = day });
        return null;
    }

    private static string? Pregnancy(CaseDraft draft, AnswerItem item)
    {
        var on = draft.Day(item.On);
        switch (item.Id)
        {
            case "pregnant" or "possible":
                draft.Pregnancy = new() { Status = item.Id == "pregnant" ? PregnancyStatus.Pregnant : PregnancyStatus.Possible };
                return null;
            case "breastfeeding":
                draft.Breastfeeding = new() { Status = BreastfeedingStatus.Yes };
                return null;
            case "pregnancy-ended":
                draft.Pregnancy = new() { Status = PregnancyStatus.No, EndedOn = on };
                break;
            default:
                draft.Breastfeeding = new() { Status = BreastfeedingStatus.No, EndedOn = on };
                break;
        }

        return on is null ? "the day it ended is not known" : null;
    }

    private static List<string>? Sites(AnswerItem item) => item.Zones.Count == 0 ? null : item.Zones;

    private static string? Said(AnswerItem item, string words) =>
        string.Join(" · ", new[] { item.Note, words }.Where(w => !string.IsNullOrWhiteSpace(w))) is { Length: > 0 } said ? $"\u201c{said}\u201d" : null;

    private static AcneLesions? Lesions(Dictionary<string, int> counts) => counts.Count == 0 ? null : new()
    {
        Comedones = Count(counts, "comedones"),
        Papules = Count(counts, "papules"),
        Pustules = Count(counts, "pustules"),
        Nodules = Count(counts, "nodules"),
        Cysts = Count(counts, "cysts"),
    };

    private static int? Count(Dictionary<string, int> counts, string name) => counts.TryGetValue(name, out var n) ? n : null;

    private static List<DiabetesComplication>? Complications(List<string> ticks)
    {
        var found = Enum.GetValues<DiabetesComplication>().Where(c => ticks.Contains(Words.Of(c).Replace(' ', '-').ToLowerInvariant())).ToList();
        return found.Count == 0 ? null : found;
    }
}
