using Fibril.Platform.Access;
using Fibril.Platform.Data;

namespace Fibril.Practice.Staff;

/// <summary>What a person is allowed to decide clinically, apart from the role in the program.</summary>
public enum Profession
{
    None,
    Practitioner,
    Physician,
    Dermatologist,
}

/// <summary>A person who works in the clinic, with credential and limits.</summary>
public sealed class StaffMember : ClinicRow
{
    /// <summary>The sign-in; null until the invitation was accepted.</summary>
    public Guid? AccountId { get; set; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    public required Role Role { get; set; }

    public Profession Profession { get; set; }

    public string CredentialNumber { get; set; } = "";

    /// <summary>Last day on which the credential is valid.</summary>
    public DateOnly? CredentialExpiresOn { get; set; }

    /// <summary>Deepest setting this person may use, in millimetres; null when only the zone's cap limits it.</summary>
    public decimal? MaxDepthMm { get; set; }

    public required DateTime JoinedAt { get; init; }

    public DateTime? LeftAt { get; private set; }

    public void Leave(DateTime now) => LeftAt ??= now;
}
