namespace Fibril.Platform.Access;

/// <summary>What a staff member may do in a clinic.</summary>
public enum Role
{
    Owner,
    Practitioner,
    Assistant,
    FrontDesk,
}

public static class FibrilClaims
{
    public const string Clinic = "fibril:clinic";
    public const string Staff = "fibril:staff";
    public const string Patient = "fibril:patient";
    public const string Name = "fibril:name";
    public const string Role = "fibril:role";
}

public static class Schemes
{
    /// <summary>Staff sign in with an account.</summary>
    public const string Staff = "Identity.Application";

    /// <summary>Patients sign in with a link sent to their mail.</summary>
    public const string Patient = "Fibril.Patient";

    /// <summary>Chooses between the two by the address: <c>/my</c> is the patient's.</summary>
    public const string ByPath = "Fibril.ByPath";
}
