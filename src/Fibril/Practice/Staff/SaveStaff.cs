using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Staff;

/// <summary>Adds a person to the staff, or changes what the person is and may do.</summary>
public sealed class SaveStaff(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Enter the name."), StringLength(120)]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter the mail address: the invitation goes there."), EmailAddress(ErrorMessage = "This is no mail address."), StringLength(200)]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Choose a role.")]
        public Role? Role { get; set; }

        [Required(ErrorMessage = "Choose the profession.")]
        public Profession? Profession { get; set; } = Staff.Profession.None;

        [StringLength(60)]
        public string? CredentialNumber { get; set; }

        public DateOnly? CredentialExpiresOn { get; set; }

        [Range(0.1, 3.0, ErrorMessage = "Depth: 0.1 to 3.0 mm.")]
        public decimal? MaxDepthMm { get; set; }

        public int Version { get; set; }

        public static Input Of(StaffMember s) => new()
        {
            Name = s.Name, Email = s.Email, Role = s.Role, Profession = s.Profession, CredentialNumber = s.CredentialNumber,
            CredentialExpiresOn = s.CredentialExpiresOn, MaxDepthMm = s.MaxDepthMm, Version = s.Version,
        };
    }

    public async Task<FormResult> Handle(Guid? id, Input input)
    {
        var email = Tickets.Fold(input.Email!);
        if (await db.StaffMembers.AnyAsync(s => s.Email == email && s.Id != id))
        {
            return FormResult.Refuse("email-taken", "Somebody on the staff already has this mail address.");
        }

        var member = id is null
            ? New(input, email)
            : db.Seen(await db.StaffMembers.OneAsync(s => s.Id == id), input.Version);
        var decision = StaffRules.MayHold(input.Role!.Value, input.Profession!.Value, input.CredentialNumber?.Trim() ?? "");
        if (id is not null && input.Role != Role.Owner)
        {
            decision = decision.And(StaffRules.MayStopBeingOwner(member, await LeaveStaff.OtherOwnersAsync(db, member.Id)));
        }

        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        Fill(member, input, email);
        if (id is null)
        {
            db.Add(member);
        }

        await db.SaveAsync(caller.Act(id is null ? "add staff" : "change staff"));
        return FormResult.Go($"/staff/practice/staff/{member.Id}");
    }

    private StaffMember New(Input input, string email) =>
        new() { Name = input.Name!, Email = email, Role = input.Role!.Value, JoinedAt = caller.Now };

    private static void Fill(StaffMember member, Input input, string email)
    {
        (member.Name, member.Email, member.Role, member.Profession) = (input.Name!.Trim(), email, input.Role!.Value, input.Profession!.Value);
        (member.CredentialNumber, member.CredentialExpiresOn, member.MaxDepthMm) = (input.CredentialNumber?.Trim() ?? "", input.CredentialExpiresOn, input.MaxDepthMm);
    }
}

/// <summary>A person leaves: no sign-in any more; what was signed stays signed.</summary>
public sealed class LeaveStaff(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid id)
    {
        var member = await db.StaffMembers.OneAsync(s => s.Id == id);
        var decision = StaffRules.MayStopBeingOwner(member, await OtherOwnersAsync(db, id));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        member.Leave(caller.Now);
        await db.SaveAsync(caller.Act("leave staff"));
        return FormResult.Go("/staff/practice/staff");
    }

    internal static Task<int> OtherOwnersAsync(ClinicDb db, Guid id) =>
        db.StaffMembers.CountAsync(s => s.Id != id && s.Role == Role.Owner && s.LeftAt == null);
}
