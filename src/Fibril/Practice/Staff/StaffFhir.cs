using System.Globalization;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice.Staff;

/// <summary>A staff member as Practitioner, and what the person is in this clinic as PractitionerRole; both carry the member's id.</summary>
public static class StaffFhir
{
    public static R4.Practitioner Practitioner(StaffMember member) => new()
    {
        Id = member.Id.ToString(),
        Meta = Meta(member),
        Active = member.LeftAt is null,
        Name = [new() { Text = member.Name }],
        Telecom = [new(R4.ContactPoint.ContactPointSystem.Email, R4.ContactPoint.ContactPointUse.Work, member.Email)],
        Qualification = member.CredentialNumber.Length == 0
            ? []
            :
            [
                new()
                {
                    Identifier = [new() { Value = member.CredentialNumber }],
                    Code = new() { Text = Platform.Ui.Words.Of(member.Profession) },
                    Period = member.CredentialExpiresOn is { } last ? new() { End = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } : null,
                },
            ],
    };

    public static R4.PractitionerRole Role(StaffMember member) => new()
    {
        Id = member.Id.ToString(),
        Meta = Meta(member),
        Active = member.LeftAt is null,
        Practitioner = new($"Practitioner/{member.Id}", member.Name),
        Organization = new($"Organization/{member.ClinicId}"),
        Code = [new() { Text = Platform.Ui.Words.Of(member.Role) }],
        Period = new()
        {
            Start = member.JoinedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            End = member.LeftAt?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        },
    };

    private static R4.Meta Meta(StaffMember member) => new() { VersionId = member.Version.ToString(CultureInfo.InvariantCulture) };
}
