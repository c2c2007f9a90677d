using System.Globalization;
using Fibril.Pathway.Consultations;
using Fibril.Practice.Patients;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>
/// Lines of the chart become facts. A line that is not understood, or lacks the day that a rule needs, is listed for the
/// clinician and keeps its question open; a "no" of the person against a line of the chart is a conflict, and the line stands.
/// </summary>
internal static class ChartReading
{
    private static readonly string[] Void = ["entered-in-error", "refuted", "not-taken", "not-done", "cancelled", "draft"];
    private static readonly string[] Over = ["resolved", "inactive", "remission", "stopped", "completed", "ended"];

    /// <summary>A line that says nothing of the person: entered in error, refuted, never done.</summary>
    public static bool IsVoid(ChartEntry line) => Void.Contains(line.Status);

    public static void Read(CaseDraft draft, IEnumerable<ChartEntry> chart, bool isMale)
    {
        foreach (var line in chart.Where(l => !IsVoid(l)))
        {
            if (line.VocabularyId is null)
            {
                if (line.Trust == CodeTrust.None)
                {
                    draft.Notes.Add($"{CaseNotes.NotUnderstood}{Said(line)}");
                }

                continue;
            }

            if (line.Kind != ChartKind.Pregnancy || !isMale)
            {
                Read(draft, line, line.VocabularyId);
            }
        }
    }

    private static void Read(CaseDraft draft, ChartEntry line, string id)
    {
        var kind = KindOf(line.Kind);
        var questions = draft.QuestionsOf(kind, id);
        var note = Note(draft, line, questions);
        var lacks = line.Kind switch
        {
            ChartKind.Condition => Condition(draft, line, id, note),
            ChartKind.Medicine => Medicine(draft, line, id, note),
            ChartKind.Product => Product(draft, line, id, note),
            ChartKind.Allergy => Allergy(draft, id, note),
            ChartKind.Procedure => Procedure(draft, line, id, note),
            ChartKind.Measurement => Measurement(draft, line, id),
            _ => Pregnancy(draft, line, id),
        };
        if (lacks is not null)
        {
            draft.Incomplete(Said(line), lacks, questions);
        }
    }

    /// <summary>Where it comes from, how surely it was read, and whether the person says otherwise.</summary>
    private static string Note(CaseDraft draft, ChartEntry line, IReadOnlyList<string> questions)
    {
        var note = $"From the chart: {Said(line)}" + (line.Trust == CodeTrust.Text ? ". Found by its words only; check it." : ".");
        var denied = questions.Where(draft.No.Contains).ToList();
        if (IsOver(line) || denied.Count == 0)
        {
            return note;
        }

        draft.No.ExceptWith(denied);
        draft.Notes.Add($"{CaseNotes.Conflict}the chart says \u201c{line.Display}\u201d, the person answered no. The chart is used until a clinician has cleared it up.");
        return $"{note} {CaseNotes.Conflict}the person answered no.";
    }

    private static string? Condition(CaseDraft draft, ChartEntry line, string id, string note)
    {
        var entry = draft.Pack.Condition(id);
        var over = IsOver(line);
        if (entry.Needs.Contains("onset") && line.StartedOn is null)
        {
            return "the chart does not say when it began";
        }

        if (over && entry.HistoryNeeds.Count > 0 && line.EndedOn is null)
        {
            return "the chart says it is over, but not since when";
        }

        draft.Conditions.Add(new()
        {
            Id = id,
            Status = over ? ConditionStatus.History : ConditionStatus.Active,
            Zones = Listed(line, "zones"),
            Onset = entry.Needs.Contains("onset") ? Past(draft, line.StartedOn) : null,
            HealedOn = over && id != "vitiligo" ? Past(draft, line.EndedOn) : null,
            StableSince = over && id == "vitiligo" ? Past(draft, line.EndedOn) : null,
            Kind = Listed(line, "kind")?.FirstOrDefault(),
            Complications = Complications(line),
            Note = note,
        });
        return null;
    }

    /// <summary>A chart lists what was prescribed.</summary>
    private static string? Medicine(CaseDraft draft, ChartEntry line, string id, string note)
    {
        var over = IsOver(line);
        if (over && line.EndedOn is null)
        {
            return "the chart says it is no longer taken, but not since when";
        }

        var planned = !over && line.EndedOn >= draft.On ? line.EndedOn : null;
        draft.Medicines.Add(new()
        {
            Id = id,
            Taking = !over,
            Prescribed = true,
            LastTaken = over ? Past(draft, line.EndedOn) : null,
            StartedOn = Past(draft, line.StartedOn),
            PlannedLast = planned,
            Note = note,
        });
        return null;
    }

    /// <summary>A cream that is still in use was used today.</summary>
    private static string? Product(CaseDraft draft, ChartEntry line, string id, string note)
    {
        if (IsOver(line) && line.EndedOn is null)
        {
            return "the chart says it is no longer used, but not since when";
        }

        draft.Products.Add(new() { Id = id, LastUsed = Past(draft, IsOver(line) ? line.EndedOn : draft.On)!.Value, Zones = Listed(line, "zones"), Note = note });
        return null;
    }

    private static string? Procedure(CaseDraft draft, ChartEntry line, string id, string note)
    {
        if ((line.EndedOn ?? line.StartedOn) is not { } day)
        {
            return "the chart does not say when it was done";
        }

        if (id == "needling" && line.Value is not > 0)
        {
            return "the chart does not say how deep it was";
        }

        draft.Procedures.Add(new()
        {
            Id = id,
            On = Past(draft, day),
            Zones = Listed(line, "zones"),
            DepthMm = id == "needling" ? Math.Min(line.Value!.Value, 5) : null,
            Note = note,
        });
        return null;
    }

    private static string? Allergy(CaseDraft draft, string id, string note)
    {
        draft.Allergies.Add(new() { Id = id, Note = note });
        return null;
    }

    private static string? Measurement(CaseDraft draft, ChartEntry line, string id)
    {
        if (draft.Pack.MeasurementsKinds.All(m => m.Id != id))
        {
            return null; // weight and the like: kept for people, read by no rule
        }

        if (line is not { Value: { } value, StartedOn: { } day })
        {
            return "the chart gives no value or no day";
        }

        draft.Measurements.Add(new() { Id = id, Value = value, On = day < draft.On ? day : draft.On });
        return null;
    }

    private static string? Pregnancy(CaseDraft draft, ChartEntry line, string id)
    {
        var over = IsOver(line) || line.Attribute == "not-pregnant";
        var ended = IsOver(line) && line.EndedOn is not null ? Past(draft, line.EndedOn) : null;
        if (id == "pregnancy.status")
        {
            var said = draft.Pregnancy?.Status;
            Contradiction(draft, line, !over && said == PregnancyStatus.No);
            draft.Pregnancy = over
                ? draft.Pregnancy is null ? null : draft.Pregnancy with { EndedOn = Later(draft.Pregnancy.EndedOn, ended) }
                : new() { Status = PregnancyStatus.Pregnant };
        }
        else if (id == "breastfeeding.status" && !over)
        {
            Contradiction(draft, line, draft.Breastfeeding?.Status == BreastfeedingStatus.No);
            draft.Breastfeeding = new() { Status = BreastfeedingStatus.Yes };
        }

        return null;
    }

    private static void Contradiction(CaseDraft draft, ChartEntry line, bool isOne)
    {
        if (isOne)
        {
            draft.Notes.Add($"{CaseNotes.Conflict}the chart says \u201c{line.Display}\u201d, the person answered no. The chart is used until a clinician has cleared it up.");
        }
    }

    private static bool IsOver(ChartEntry line) => Over.Contains(line.Status);

    private static PartialDate? Later(PartialDate? a, PartialDate? b) => a is null || b > a ? b : a;

    private static PartialDate? Past(CaseDraft draft, DateOnly? day) => day is null ? null : new PartialDate(day < draft.On ? day.Value : draft.On);

    /// <summary>Words of one key in <c>complications=neuropathy;zones=face</c>.</summary>
    private static List<string>? Listed(ChartEntry line, string key)
    {
        var found = (line.Attribute ?? "").Split(';')
            .Where(p => p.StartsWith(key + "=", StringComparison.Ordinal))
            .SelectMany(p => p[(key.Length + 1)..].Split(','))
            .ToList();
        return found.Count == 0 ? null : found;
    }

    private static List<DiabetesComplication>? Complications(ChartEntry line) => Listed(line, "complications") is { } words
        ? [.. words.Select(w => Enum.Parse<DiabetesComplication>(w.Replace("-", "", StringComparison.Ordinal), true))]
        : null;

    private static AnswerItemKind KindOf(ChartKind kind) => Enum.Parse<AnswerItemKind>(kind.ToString());

    private static string Said(ChartEntry line)
    {
        var when = line switch
        {
            { StartedOn: { } from, EndedOn: { } to } => $" ({Day(from)} to {Day(to)})",
            { StartedOn: { } from } => $" (since {Day(from)})",
            { EndedOn: { } to } => $" (until {Day(to)})",
            _ => "",
        };
        return $"{line.Display}{when}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
