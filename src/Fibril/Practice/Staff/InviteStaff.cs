using Fibril.Platform.Access.Accounts;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Practice.Staff;

/// <summary>Mails a colleague the link with which the person makes a sign-in; can be repeated until it was used.</summary>
public sealed class InviteStaff(ClinicDb db, Caller caller, Invitations invitations)
{
    public async Task<FormResult> Handle(Guid id)
    {
        var member = await db.StaffMembers.OneAsync(s => s.Id == id);
        if (member.LeftAt is not null || member.AccountId is not null)
        {
            return FormResult.Refuse("no-invitation", member.LeftAt is null ? "This person already has a sign-in." : "This person has left.");
        }

        await invitations.InviteAsync(member.Id, member.Name, member.Email);
        await db.SaveAsync(caller.Act("invite staff"));
        return FormResult.Go($"/staff/practice/staff/{id}?invited=1");
    }
}
