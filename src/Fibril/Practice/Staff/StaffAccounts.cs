using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Staff;

/// <summary>Ties a sign-in to the staff member it was made for.</summary>
public sealed class StaffAccounts(ClinicDb db, Caller caller)
{
    /// <summary>False when the person has left, or already has a sign-in.</summary>
    public async Task<bool> JoinAsync(Guid clinicId, Guid staffId, Guid accountId)
    {
        var member = await db.StaffMembers.FirstOrDefaultAsync(s => s.ClinicId == clinicId && s.Id == staffId && s.LeftAt == null);
        if (member is null || member.AccountId is not null)
        {
            return false;
        }

        member.AccountId = accountId;
        await db.SaveAsync(caller.Act("join clinic"));
        return true;
    }
}
