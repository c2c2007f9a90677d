using Fibril.Practice.Patients.Codes;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice.Patients.Imports;

/// <summary>The history of a chart, line by line. A line that is wrong is kept as far as it holds, and listed.</summary>
internal sealed class LineReader(BundleParts bundle, BundlePart subject, ChartPerson? person, DateOnly today, List<ChartProblem> problems)
{
    private readonly List<ChartLine> lines = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public IReadOnlyList<ChartLine> Lines => lines;

    /// <summary>Measurements that no rule and no page asks for.</summary>
    public List<string> PassedOver { get; } = [];

    public void Add(BundlePart part)
    {
        var place = part.Pointer + "/resource";
        var read = FhirJson.Read<R4.Resource>(part.Json);
        if (read.Resource is R4.Observation observation && !ChartCodes.IsWanted(Codings(observation.Code)))
        {
            PassedOver.Add("Observation");
            return;
        }

        problems.AddRange(read.Issues.Select(i => new ChartProblem(Severity.Fix, place + i.Place, "Not as FHIR R4 has it: " + i.Sentence, ExampleOf(i.Place))));
        if (read.Resource is null || FactsOf(read.Resource) is not { } facts)
        {
            problems.Add(new(Severity.Fix, place, $"This {part.Type} cannot be read; it is left out."));
        }
        else if (IsOwn(facts.Subject, place + "/" + facts.SubjectName) && IsFirst(part))
        {
            lines.Add(Line(part, facts, place));
        }
    }

    private LineFacts? FactsOf(R4.Resource resource) => resource switch
    {
        R4.Condition c => LineFacts.Of(c),
        R4.MedicationRequest m => LineFacts.Of(m, CodeOf(m.Medication, m)),
        R4.MedicationStatement m => LineFacts.Of(m, CodeOf(m.Medication, m)),
        R4.AllergyIntolerance a => LineFacts.Of(a),
        R4.Procedure p => LineFacts.Of(p),
        R4.Observation o => LineFacts.Of(o),
        _ => null,
    };

    /// <summary>The medicine itself, also where it is a resource of its own, in the bundle or inside the prescription.</summary>
    private R4.CodeableConcept? CodeOf(R4.DataType? medication, R4.DomainResource holder) => medication switch
    {
        R4.CodeableConcept concept => concept,
        R4.ResourceReference { Reference: ['#', .. var id] } => holder.Contained.OfType<R4.Medication>().FirstOrDefault(m => m.Id == id)?.Code,
        R4.ResourceReference r when bundle.Resolve(r.Reference) is { Type: "Medication" } part => FhirJson.Read<R4.Medication>(part.Json).Resource?.Code,
        R4.ResourceReference { Display: { } display } => new R4.CodeableConcept { Text = display },
        _ => null,
    };

    private bool IsOwn(string? reference, string place)
    {
        if (reference is null)
        {
            problems.Add(new(Severity.Fix, place, "It does not say whom it is about; it is left out.", $"{{\"reference\": \"{subject.FullUrl ?? subject.SourceId}\"}}"));
            return false;
        }

        if (subject.IsCalled(reference))
        {
            return true;
        }

        var whose = bundle.Resolve(reference) is null ? "nobody in this file is called so" : "it is about somebody else";
        problems.Add(new(Severity.Fix, place + "/reference", $"\"{reference}\" is not the person of this chart ({whose}); the line is left out.", $"\"reference\": \"{subject.FullUrl ?? subject.SourceId}\""));
        return false;
    }

    private bool IsFirst(BundlePart part)
    {
        if (part.SourceId.Length == 0 || seen.Add(part.SourceId))
        {
            return true;
        }

        problems.Add(new(Severity.Note, part.Pointer, $"{part.SourceId} stands twice in the file; the first counts."));
        return false;
    }

    private ChartLine Line(BundlePart part, LineFacts facts, string place)
    {
        var codings = Codings(facts.Code).ToList();
        var meaning = facts.Means(ChartCodes.Of(facts.Kind, codings, [facts.Code?.Text, .. facts.Code?.Coding.Select(c => c.Display) ?? []]));
        var coding = facts.Code?.Coding.FirstOrDefault();
        var display = facts.Code?.Text ?? coding?.Display ?? coding?.Code;
        if (display is null)
        {
            problems.Add(new(Severity.Fix, place, "Neither code nor words say what it is; the line is kept and must be read.", "\"code\": {\"text\": \"Latex allergy\"}"));
        }

        var started = Checked(facts.Start, place);
        var ended = Checked(facts.End, place);
        if (started > ended)
        {
            problems.Add(new(Severity.Fix, place + "/" + facts.End.Name, $"It ends ({ended:yyyy-MM-dd}) before it begins ({started:yyyy-MM-dd}); the end is left out.", "an end on or after the beginning"));
            ended = null;
        }

        return new()
        {
            Kind = meaning.Kind,
            Display = display ?? $"{part.Type} without a name",
            CodeSystem = coding?.System,
            Code = coding?.Code,
            StartedOn = started,
            EndedOn = ended,
            Status = facts.Status,
            Value = facts.Value,
            Unit = facts.Unit,
            ValueText = facts.ValueText,
            Pointer = part.Pointer,
            SourceId = part.SourceId,
            VocabularyId = meaning.Id,
            Attribute = meaning.Attribute,
            Trust = meaning.Trust,
        };
    }

    /// <summary>A history lies between birth and today.</summary>
    private DateOnly? Checked(NamedDate date, string place)
    {
        if (date.Text is null || !FhirDates.TryRead(date.Text, out var day))
        {
            return null; // absent, or already listed as not FHIR
        }

        if (date.MayLieAhead && day > today)
        {
            return day;
        }

        day = date.Text.Length < 10 && day > today ? today : day; // 2026 is not later than today
        var wrong = day > today ? "lies in the future" : person is not null && day < person.BornOn ? $"lies before the person's birth on {person.BornOn:yyyy-MM-dd}" : null;
        if (wrong is null)
        {
            return day;
        }

        problems.Add(new(Severity.Fix, $"{place}/{date.Name}", $"The date {date.Text} {wrong}; the date is left out, the line is kept.", "a day between birth and today, such as 2024-03-18"));
        return null;
    }

    private static IEnumerable<(string? System, string? Code)> Codings(R4.CodeableConcept? code) => code?.Coding.Select(c => ((string?)c.System, (string?)c.Code)) ?? [];

    private static string? ExampleOf(string place) =>
        place.Contains("Date", StringComparison.Ordinal) || place.Contains("onset", StringComparison.Ordinal) || place.Contains("authoredOn", StringComparison.Ordinal) ? "\"2024-03-18\" or \"2024-03-18T09:30:00Z\""
        : place.EndsWith("status", StringComparison.Ordinal) ? "\"status\": \"active\""
        : null;
}
