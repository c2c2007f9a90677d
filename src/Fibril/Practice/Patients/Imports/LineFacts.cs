using Fibril.Practice.Patients.Codes;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice.Patients.Imports;

/// <summary>A date as the chart writes it, with the name of its property. A course of treatment may be planned to end ahead.</summary>
internal readonly record struct NamedDate(string Name, string? Text, bool MayLieAhead = false);

/// <summary>What the six resource types have in common.</summary>
internal sealed record LineFacts
{
    public required ChartKind Kind { get; init; }

    public required R4.CodeableConcept? Code { get; init; }

    public required string? Subject { get; init; }

    public string SubjectName { get; init; } = "subject";

    public required string Status { get; init; }

    public NamedDate Start { get; init; }

    public NamedDate End { get; init; }

    public decimal? Value { get; init; }

    public string? Unit { get; init; }

    public string? ValueText { get; init; }

    private R4.CodeableConcept? ValueCode { get; init; }

    public static LineFacts Of(R4.Condition c) => new()
    {
        Kind = ChartKind.Condition,
        Code = c.Code,
        Subject = c.Subject?.Reference,
        Status = Doubted(c.VerificationStatus) ?? First(c.ClinicalStatus) ?? "",
        Start = DateOf("onset", c.Onset) is { Text: not null } onset ? onset : new("recordedDate", c.RecordedDate),
        End = EndOf("abatement", c.Abatement),
    };

    public static LineFacts Of(R4.AllergyIntolerance a) => new()
    {
        Kind = ChartKind.Allergy,
        Code = a.Code,
        Subject = a.Patient?.Reference,
        SubjectName = "patient",
        Status = Doubted(a.VerificationStatus) ?? First(a.ClinicalStatus) ?? "",
        Start = DateOf("onset", a.Onset) is { Text: not null } onset ? onset : new("recordedDate", a.RecordedDate),
    };

    public static LineFacts Of(R4.MedicationRequest m, R4.CodeableConcept? code) => new()
    {
        Kind = ChartKind.Medicine,
        Code = code,
        Subject = m.Subject?.Reference,
        Status = m.DoNotPerform == true ? "do-not-perform" : Word(m.Status),
        Start = new("authoredOn", m.AuthoredOn),
        End = m.DispenseRequest?.ValidityPeriod?.End is { } until ? new("dispenseRequest/validityPeriod/end", until, true)
            : m.DosageInstruction.Select(d => d.Timing?.Repeat?.Bounds).OfType<R4.Period>().FirstOrDefault()?.End is { } bound ? new("dosageInstruction/0/timing/repeat/boundsPeriod/end", bound, true)
            : default,
    };

    public static LineFacts Of(R4.MedicationStatement m, R4.CodeableConcept? code) => new()
    {
        Kind = ChartKind.Medicine,
        Code = code,
        Subject = m.Subject?.Reference,
        Status = Word(m.Status),
        Start = DateOf("effective", m.Effective),
        End = m.Effective is R4.Period ? EndOf("effective", m.Effective) with { MayLieAhead = true } : default,
    };

    public static LineFacts Of(R4.Procedure p) => new()
    {
        Kind = ChartKind.Procedure,
        Code = p.Code,
        Subject = p.Subject?.Reference,
        Status = Word(p.Status),
        Start = DateOf("performed", p.Performed),
        End = p.Performed is R4.Period ? EndOf("performed", p.Performed) : default,
    };

    public static LineFacts Of(R4.Observation o) => new()
    {
        Kind = ChartKind.Measurement,
        Code = o.Code,
        Subject = o.Subject?.Reference,
        Status = Word(o.Status),
        Start = DateOf("effective", o.Effective),
        Value = (o.Value as R4.Quantity)?.Value ?? (o.Value as R4.Integer)?.Value,
        Unit = (o.Value as R4.Quantity)?.Unit ?? (o.Value as R4.Quantity)?.Code,
        ValueText = (o.Value as R4.CodeableConcept) is { } words ? words.Text ?? words.Coding.FirstOrDefault()?.Display : (o.Value as R4.FhirString)?.Value,
        ValueCode = o.Value as R4.CodeableConcept,
    };

    /// <summary>Where the answer is a code, the answer counts: "pregnancy status" says nothing, "pregnant" does.</summary>
    public Meaning Means(Meaning byCode)
    {
        if (ValueCode is null)
        {
            return byCode;
        }

        var answer = ChartCodes.Of(ChartKind.Condition, ValueCode.Coding.Select(c => ((string?)c.System, (string?)c.Code)));
        return answer.Trust != CodeTrust.None ? answer
            : byCode.Attribute == "smoking" && Folded.Of(ValueText).StartsWith("current", StringComparison.Ordinal) ? new(ChartKind.Measurement, null, CodeTrust.None)
            : byCode.Kind == ChartKind.Pregnancy ? new(ChartKind.Pregnancy, null, CodeTrust.None)
            : byCode;
    }

    /// <summary>Entered in error and refuted go before "active".</summary>
    private static string? Doubted(R4.CodeableConcept? verification) => First(verification) is "entered-in-error" or "refuted" ? First(verification) : null;

    private static string? First(R4.CodeableConcept? concept) => concept?.Coding.Select(c => c.Code).FirstOrDefault();

    private static string Word(Enum? status) => status is null ? "" : Hl7.Fhir.Utility.EnumUtility.GetLiteral(status) ?? "";

    private static NamedDate DateOf(string name, R4.DataType? value) => value switch
    {
        R4.FhirDateTime d => new(name + "DateTime", d.Value),
        R4.Instant i => new(name + "Instant", i.Value?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        R4.Period p => new(name + "Period/start", p.Start),
        _ => new(name, null),
    };

    private static NamedDate EndOf(string name, R4.DataType? value) => value switch
    {
        R4.Period p => new(name + "Period/end", p.End ?? p.Start),
        _ => DateOf(name, value),
    };
}
