using System.Security.Claims;
using Fibril.Platform.Access;

namespace Fibril.Platform.Data;

/// <summary>On whose behalf this request, job or command runs, and in which clinic. One per scope.</summary>
public sealed class Caller(TimeProvider clock)
{
    public Guid ClinicId { get; private set; }

    public Actor Who { get; private set; } = Actor.System;

    /// <summary>The staff role; null for patients and for the system.</summary>
    public Role? Role { get; private set; }

    /// <summary>Submission key of the form being handled.</summary>
    public string? Once { get; set; }

    public DateTime Now => clock.Now();

    public bool IsStaff => Who.Kind == ActorKind.Staff;

    public bool IsPatient => Who.Kind == ActorKind.Patient;

    /// <summary>Patients see what is their own; which of the others see what is a matter of policies.</summary>
    public bool MaySee(Guid patientId) => !IsPatient || Who.Id == patientId;

    /// <summary>Takes clinic, name and role from a signed-in person.</summary>
    public void Become(ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(FibrilClaims.Clinic), out var clinic))
        {
            return;
        }

        var name = user.FindFirstValue(FibrilClaims.Name) ?? "unknown";
        if (Guid.TryParse(user.FindFirstValue(FibrilClaims.Staff), out var staff))
        {
            ActAs(clinic, new(ActorKind.Staff, staff, name), Enum.Parse<Role>(user.FindFirstValue(FibrilClaims.Role)!));
        }
        else if (Guid.TryParse(user.FindFirstValue(FibrilClaims.Patient), out var patient))
        {
            ActAs(clinic, new(ActorKind.Patient, patient, name));
        }
    }

    public void ActAs(Guid clinicId, Actor who, Role? role = null) => (ClinicId, Who, Role) = (clinicId, who, role);

    /// <summary>The clinic's own machinery: jobs, imports, the command line.</summary>
    public void ActAsSystem(Guid clinicId) => ActAs(clinicId, Actor.System);

    public Act Act(string verb, string? why = null, Guid? personId = null) => new(verb, Who, Now, why, personId, Once);
}
