using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice.Patients.Imports;

/// <summary>The Patient of a chart: who it is, and how the person is reached.</summary>
internal static class PersonReader
{
    private static readonly DateOnly OldestBirth = new(1900, 1, 1);

    /// <summary>Null when name or birth date do not hold; the problems say why.</summary>
    public static ChartPerson? Read(BundlePart part, DateOnly today, List<ChartProblem> problems)
    {
        var place = part.Pointer + "/resource";
        var read = FhirJson.Read<R4.Patient>(part.Json);
        problems.AddRange(read.Issues.Select(i => new ChartProblem(i.Place is "/birthDate" ? Severity.Stop : Severity.Fix, place + i.Place, "Not as FHIR R4 has it: " + i.Sentence, ExampleOf(i.Place))));
        if (read.Resource is not { } patient)
        {
            problems.Add(new(Severity.Stop, place, "The Patient cannot be read."));
            return null;
        }

        var name = NameOf(patient);
        if (name is null)
        {
            problems.Add(new(Severity.Stop, patient.Name.Count == 0 ? place : place + "/name", "The Patient has no name: a family or a given name is needed.", "\"name\": [{\"family\": \"Razo\", \"given\": [\"María Luisa\"]}]"));
        }

        var born = BornOn(patient, place, today, problems);
        return name is null || born is not { } day ? null : Person(patient, name, day, place, today, problems);
    }

    private static ChartPerson Person(R4.Patient patient, R4.HumanName name, DateOnly born, string place, DateOnly today, List<ChartProblem> problems) => new()
    {
        GivenName = Short(string.Join(' ', name.Given.Where(g => !string.IsNullOrWhiteSpace(g))), 120),
        FamilyName = Short(name.Family ?? (name.Given.Any() ? "" : name.Text) ?? "", 120),
        BornOn = born,
        Sex = patient.Gender switch
        {
            R4.AdministrativeGender.Female => Sex.Female,
            R4.AdministrativeGender.Male => Sex.Male,
            R4.AdministrativeGender.Other => Sex.Other,
            _ => Sex.Unknown,
        },
        Phone = Telecom(patient, R4.ContactPoint.ContactPointSystem.Phone),
        Email = Telecom(patient, R4.ContactPoint.ContactPointSystem.Email),
        Address = patient.Address.Where(a => a.Use != R4.Address.AddressUse.Old).Select(AddressOf).FirstOrDefault(),
        Language = patient.Communication.OrderByDescending(c => c.Preferred == true).SelectMany(c => c.Language?.Coding ?? []).Select(c => c.Code).FirstOrDefault(),
        Identifiers = [.. patient.Identifier.Where(i => i.System is not null && i.Value is not null).Select(i => new OtherIdentifier(i.System!, i.Value!)).Distinct()],
        DiedAt = DiedAt(patient, born, place, today, problems),
    };

    private static R4.HumanName? NameOf(R4.Patient patient) =>
        patient.Name
            .Where(n => !string.IsNullOrWhiteSpace(n.Family) || n.Given.Any(g => !string.IsNullOrWhiteSpace(g)) || !string.IsNullOrWhiteSpace(n.Text))
            .OrderBy(n => n.Use switch { R4.HumanName.NameUse.Official => 0, R4.HumanName.NameUse.Usual => 1, null => 2, R4.HumanName.NameUse.Maiden or R4.HumanName.NameUse.Old => 9, _ => 5 })
            .FirstOrDefault();

    private static DateOnly? BornOn(R4.Patient patient, string place, DateOnly today, List<ChartProblem> problems)
    {
        const string example = "\"birthDate\": \"1973-08-01\"";
        var text = patient.BirthDate;
        if (text is not { Length: 10 } || !FhirDates.TryRead(text, out var born))
        {
            problems.Add(new(Severity.Stop, text is null ? place : place + "/birthDate", text is null ? "The Patient has no birth date." : $"\"{text}\" is no full birth date.", example));
            return null;
        }

        if (born > today || born < OldestBirth)
        {
            problems.Add(new(Severity.Stop, place + "/birthDate", born > today ? $"The birth date {text} lies in the future." : $"The birth date {text} lies before 1900.", example));
            return null;
        }

        return born;
    }

    private static string? Telecom(R4.Patient patient, R4.ContactPoint.ContactPointSystem system) =>
        patient.Telecom.Where(t => t.System == system && !string.IsNullOrWhiteSpace(t.Value) && t.Use != R4.ContactPoint.ContactPointUse.Old)
            .OrderBy(t => t.Use == R4.ContactPoint.ContactPointUse.Mobile ? 0 : t.Rank ?? 5)
            .Select(t => t.Value!.Trim())
            .FirstOrDefault();

    private static string AddressOf(R4.Address address) =>
        address.Text ?? string.Join(", ", new[] { string.Join(", ", address.Line), $"{address.City} {address.State} {address.PostalCode}".Trim(), address.Country }.Where(p => !string.IsNullOrWhiteSpace(p)));

    private static DateTime? DiedAt(R4.Patient patient, DateOnly born, string place, DateOnly today, List<ChartProblem> problems)
    {
        if (patient.Deceased is R4.FhirDateTime { Value: { } text } && FhirDates.TryRead(text, out var died))
        {
            if (died <= today && died >= born)
            {
                return died.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            }

            problems.Add(new(Severity.Fix, place + "/deceasedDateTime", $"The person cannot have died on {died:yyyy-MM-dd}; the date is left out.", "a day between birth and today"));
        }
        else if (patient.Deceased is R4.FhirBoolean { Value: true })
        {
            problems.Add(new(Severity.Note, place + "/deceasedBoolean", "The chart says that the person has died, without a date; today stands for it."));
            return today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        }

        return null;
    }

    private static string? ExampleOf(string place) => place switch
    {
        "/birthDate" => "\"birthDate\": \"1973-08-01\"",
        "/gender" => "\"gender\": \"female\" (or male, other, unknown)",
        _ => null,
    };

    private static string Short(string text, int length) => text.Length <= length ? text : text[..length];
}
