using System.Security.Claims;
using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Staff;

/// <summary>Tells the sign-in which clinic and role an account has.</summary>
public sealed class StaffClaims(ClinicDb db)
{
    /// <summary>None when the account belongs to nobody who still works in a clinic.</summary>
    public async Task<IReadOnlyList<Claim>> OfAsync(Guid accountId)
    {
        var member = await db.StaffMembers.IgnoreQueryFilters().AsNoTracking()
            .Where(s => s.AccountId == accountId && s.LeftAt == null)
            .OrderBy(s => s.JoinedAt)
            .FirstOrDefaultAsync();
        return member is null ? [] : For(member);
    }

    public static IReadOnlyList<Claim> For(StaffMember member) =>
    [
        new(FibrilClaims.Clinic, member.ClinicId.ToString()),
        new(FibrilClaims.Staff, member.Id.ToString()),
        new(FibrilClaims.Name, member.Name),
        new(FibrilClaims.Role, member.Role.ToString()),
    ];
}
