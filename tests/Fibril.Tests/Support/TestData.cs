using Fibril.Pathway;
using Fibril.Platform.Access;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Practice.Staff;

namespace Fibril.Tests.Support;

/// <summary>Rows with only the facts that a test is about; the rest is plain.</summary>
public static class TestData
{
    public static Clinic Clinic(DateTime now) =>
        new() { Name = "Harbour Skin", TimeZone = "Europe/London", Jurisdiction = "GB-ENG", CreatedAt = now };

    public static StaffMember Staff(string name, Role role, Profession profession, DateTime now) => new()
    {
        Name = name,
        Email = name.Replace(' ', '.').ToLowerInvariant() + "@example.org",
        Role = role,
        Profession = profession,
        CredentialNumber = "C-1",
        CredentialExpiresOn = new DateOnly(2030, 1, 1),
        JoinedAt = now,
    };

    public static Patient Patient(string given = "Ada", string family = "Example", DateOnly? born = null, Sex sex = Sex.Female) => new()
    {
        GivenName = given,
        FamilyName = family,
        BornOn = born ?? new DateOnly(1990, 3, 14),
        Sex = sex,
        Email = $"{given}.{family}@example.org".ToLowerInvariant(),
        RegisteredAt = TestClinic.Start.UtcDateTime,
    };

    /// <summary>A patient with one open course.</summary>
    public static async Task<(Patient Patient, Course Course)> CreateCourseAsync(this TestClinic clinic, Patient? patient = null, string title = "Acne scars, cheeks")
    {
        var person = await clinic.AddAsync(patient ?? Patient());
        var course = await clinic.AddAsync(new Course { PatientId = person.Id, Number = 1, Title = title, OpenedAt = clinic.Clock.GetUtcNow().UtcDateTime });
        return (person, course);
    }
}
