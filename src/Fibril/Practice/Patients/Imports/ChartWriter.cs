using Fibril.Platform.Data;

namespace Fibril.Practice.Patients.Imports;

/// <summary>Puts a compared chart into the record. Ours stays where both say something, unless a reviewer chose theirs.</summary>
internal static class ChartWriter
{
    private const decimal PoundsInKilogram = 2.20462262m;

    /// <param name="theirs">Fields in which the chart's word replaces ours.</param>
    public static Patient Write(ClinicDb db, ChartComparison comparison, IReadOnlySet<string> theirs, DateTime now)
    {
        var person = comparison.Chart.Person!;
        var patient = comparison.Ours ?? db.Add(New(person, now)).Entity;
        if (comparison.Ours is not null)
        {
            foreach (var field in comparison.Fields.Where(f => !f.IsConflict || theirs.Contains(f.Field)))
            {
                Take(patient, person, field.Field);
            }

            patient.Identifiers = [.. patient.Identifiers.Union(person.Identifiers)];
        }

        patient.WeightKg ??= LatestWeight(comparison.Chart.Lines);
        db.AddRange(comparison.NewLines.Select(l => Entry(l, patient.Id, comparison.Chart.File)));
        foreach (var changed in comparison.ChangedLines)
        {
            Restate(changed.Ours, changed.Theirs, comparison.Chart.File);
        }

        return patient;
    }

    /// <summary>True when the saved line reads as the chart's. Where the file lay does not count; nor does what a clinician made of it.</summary>
    public static bool Says(ChartEntry entry, ChartLine line) =>
        entry.Display == line.Display && entry.CodeSystem == line.CodeSystem && entry.Code == line.Code
        && entry.StartedOn == line.StartedOn && entry.EndedOn == line.EndedOn && entry.Status == line.Status
        && entry.Value == Rounded(line.Value) && entry.Unit == line.Unit && entry.ValueText == line.ValueText
        && (entry.Trust == CodeTrust.Clinician || (entry.Kind == line.Kind && entry.VocabularyId == line.VocabularyId && entry.Trust == line.Trust && entry.Attribute == line.Attribute));

    private static Patient New(ChartPerson person, DateTime now) => new()
    {
        GivenName = person.GivenName,
        FamilyName = person.FamilyName,
        BornOn = person.BornOn,
        Sex = person.Sex,
        Phone = person.Phone,
        Email = person.Email,
        Address = person.Address,
        Language = person.Language ?? "en",
        Identifiers = [.. person.Identifiers],
        DiedAt = person.DiedAt,
        RegisteredAt = now,
    };

    private static void Take(Patient patient, ChartPerson person, string field)
    {
        switch (field)
        {
            case nameof(Patient.GivenName): patient.GivenName = person.GivenName; break;
            case nameof(Patient.FamilyName): patient.FamilyName = person.FamilyName; break;
            case nameof(Patient.BornOn): patient.BornOn = person.BornOn; break;
            case nameof(Patient.Sex): patient.Sex = person.Sex; break;
            case nameof(Patient.Phone): patient.Phone = person.Phone; break;
            case nameof(Patient.Email): patient.Email = person.Email; break;
            case nameof(Patient.Address): patient.Address = person.Address; break;
            case nameof(Patient.Language): patient.Language = person.Language!; break;
            case nameof(Patient.DiedAt): patient.DiedAt = person.DiedAt; break;
        }
    }

    private static ChartEntry Entry(ChartLine line, Guid patientId, string file) => new()
    {
        PatientId = patientId,
        Kind = line.Kind,
        Display = line.Display,
        CodeSystem = line.CodeSystem,
        Code = line.Code,
        StartedOn = line.StartedOn,
        EndedOn = line.EndedOn,
        Status = line.Status,
        Value = Rounded(line.Value),
        Unit = line.Unit,
        ValueText = line.ValueText,
        Source = $"{file}#{line.Pointer}",
        SourceId = line.SourceId,
        VocabularyId = line.VocabularyId,
        Attribute = line.Attribute,
        Trust = line.Trust,
    };

    /// <summary>The line as the newer chart has it; the journal keeps the old reading. A clinician's word stands while the code does.</summary>
    private static void Restate(ChartEntry entry, ChartLine line, string file)
    {
        if (entry.Trust != CodeTrust.Clinician || entry.Code != line.Code || entry.Display != line.Display)
        {
            (entry.Kind, entry.VocabularyId, entry.Trust, entry.Attribute) = (line.Kind, line.VocabularyId, line.Trust, line.Attribute);
        }

        (entry.Display, entry.CodeSystem, entry.Code) = (line.Display, line.CodeSystem, line.Code);
        (entry.StartedOn, entry.EndedOn, entry.Status) = (line.StartedOn, line.EndedOn, line.Status);
        (entry.Value, entry.Unit, entry.ValueText) = (Rounded(line.Value), line.Unit, line.ValueText);
        entry.Source = $"{file}#{line.Pointer}";
    }

    /// <summary>As the column keeps it.</summary>
    private static decimal? Rounded(decimal? value) => value is { } v ? decimal.Round(v, 4) : null;

    private static decimal? LatestWeight(IReadOnlyList<ChartLine> lines) =>
        lines.Where(l => l.VocabularyId == "patient.weightKg" && l is { Value: > 0, StartedOn: not null })
            .OrderByDescending(l => l.StartedOn)
            .Select(l => l.Unit is "kg" ? l.Value : l.Unit is "lb" or "[lb_av]" or "lbs" ? l.Value / PoundsInKilogram : null)
            .Select(v => v is > 0 and < 400 ? decimal.Round(v.Value, 1) : (decimal?)null)
            .FirstOrDefault(v => v is not null);
}
