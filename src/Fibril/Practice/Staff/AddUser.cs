using Fibril.Platform.Access;
using Fibril.Platform.Access.Accounts;
using Fibril.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Staff;

/// <summary>Adds a colleague from the command line: with a link to join, or with a password at once.</summary>
public sealed class AddUser(ClinicDb db, Caller caller, Invitations invitations, UserManager<Account> users)
{
    /// <param name="DryRun">Judges everything and writes nothing.</param>
    public sealed record Input(string Email, string Name, Role Role, string? Clinic, string? Password, bool DryRun = false);

    /// <summary>Either a link (null with a password) or what is wrong.</summary>
    public sealed record Answer(Uri? Link, string? Problem);

    public async Task<Answer> Handle(Input input)
    {
        var clinics = await db.Clinics.IgnoreQueryFilters().AsNoTracking().Where(c => input.Clinic == null || c.Name == input.Clinic).OrderBy(c => c.Name).ToListAsync();
        if (clinics.Count != 1)
        {
            return new(null, clinics.Count == 0 ? "No such clinic. The first one is set up in the browser, at /setup." : $"Several clinics: say which with --clinic ({string.Join(", ", clinics.Select(c => c.Name))}).");
        }

        caller.ActAsSystem(clinics[0].Id);
        var email = Tickets.Fold(input.Email);
        if (await db.StaffMembers.AnyAsync(s => s.Email == email))
        {
            return new(null, $"{email} already belongs to this clinic.");
        }

        if (input.DryRun)
        {
            return new(null, input.Password is null ? null : await ProblemOfAsync(email, input.Password));
        }

        var member = db.Add(new StaffMember { Name = input.Name, Email = email, Role = input.Role, JoinedAt = caller.Now }).Entity;
        return input.Password is null ? await InviteAsync(member) : await CreateAsync(member, input.Password);
    }

    private async Task<string?> ProblemOfAsync(string email, string password)
    {
        List<IdentityError> errors = [];
        foreach (var judge in users.PasswordValidators)
        {
            errors.AddRange((await judge.ValidateAsync(users, new() { UserName = email, Email = email }, password)).Errors);
        }

        return errors.Count == 0 ? null : string.Join(" ", errors.Select(e => e.Description));
    }

    private async Task<Answer> InviteAsync(StaffMember member)
    {
        var link = invitations.Prepare(member.Id, member.Name, member.Email);
        await db.SaveAsync(caller.Act("add user", "command line"));
        return new(link, null);
    }

    private async Task<Answer> CreateAsync(StaffMember member, string password)
    {
        db.Entry(member).State = EntityState.Detached;
        await using var transaction = await db.Database.BeginTransactionAsync();
        var account = new Account { UserName = member.Email, Email = member.Email, EmailConfirmed = true, CreatedAt = caller.Now };
        if (await users.CreateAsync(account, password) is { Succeeded: false } refused)
        {
            return new(null, string.Join(" ", refused.Errors.Select(e => e.Description)));
        }

        member.AccountId = account.Id;
        db.Add(member);
        await db.SaveAsync(caller.Act("add user", "command line"));
        await transaction.CommitAsync();
        return new(null, null);
    }
}
