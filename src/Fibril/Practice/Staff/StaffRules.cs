using Fibril.Platform.Access;
using Fibril.Protocol;

namespace Fibril.Practice.Staff;

/// <summary>What must stay true of a clinic's staff.</summary>
public static class StaffRules
{
    /// <summary>A clinic without an owner could never be changed again.</summary>
    /// <param name="otherOwners">Owners who still work here, apart from this one.</param>
    public static Decision MayStopBeingOwner(StaffMember member, int otherOwners) =>
        member.Role == Role.Owner && member.LeftAt is null && otherOwners == 0
            ? Decision.Refuse(new Reason("last-owner", "This is the only owner. Make somebody else an owner first.", "clinic"))
            : Decision.Allow();

    /// <summary>Who treats has a profession, and its credential is on file.</summary>
    public static Decision MayHold(Role role, Profession profession, string credential) => Decision.From(
        profession is Profession.None && role == Role.Practitioner
            ? [new Reason("profession-missing", "A practitioner needs a profession.", "clinic")]
            : profession is not Profession.None && credential.Length == 0
                ? [new Reason("credential-missing", "Enter the credential's number: sessions are signed with it.", "clinic")]
                : []);
}
