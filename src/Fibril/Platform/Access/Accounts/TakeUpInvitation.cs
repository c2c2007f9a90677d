using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>Makes the invited colleague's account, or ties the one that the address already has.</summary>
public sealed class TakeUpInvitation(Tickets tickets, UserManager<Account> users, SignInManager<Account> signIn, PasswordCheck check, JoinClinic join, Caller caller, KnownDevices devices)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Choose a password.")]
        public string? Password { get; set; }
    }

    public async Task<FormResult> Handle(Input input, string? token)
    {
        var ticket = await tickets.FindAsync(TicketKind.Join, token);
        if (ticket is null || !ticket.IsGood(tickets.Now))
        {
            return Gone();
        }

        var existing = await users.FindByEmailAsync(ticket.Email);
        var account = existing ?? new Account { UserName = ticket.Email, Email = ticket.Email, EmailConfirmed = true, CreatedAt = tickets.Now };
        if (await ProblemAsync(account, existing is not null, input.Password!) is { } problem)
        {
            return problem;
        }

        if (!await tickets.UseAsync(ticket))
        {
            return Gone();
        }

        return await JoinAsync(ticket, account, existing is null ? input.Password : null);
    }

    private async Task<FormResult?> ProblemAsync(Account account, bool isKnown, string password)
    {
        if (isKnown)
        {
            return await check.RefusalAsync(account, password);
        }

        return StrongPassword.Judge(password, StrongPassword.WordsOf(account)) is { } weak ? FormResult.Refuse("password.weak", weak) : null;
    }

    private async Task<FormResult> JoinAsync(Ticket ticket, Account account, string? newPassword)
    {
        if (newPassword is not null && await users.CreateAsync(account, newPassword) is { Succeeded: false } refused)
        {
            return PasswordCheck.Refuse(refused);
        }

        caller.ActAsSystem(ticket.ClinicId!.Value);
        if (!await join(ticket.ClinicId.Value, ticket.SubjectId!.Value, account.Id))
        {
            return Gone();
        }

        if (account.TwoFactorEnabled)
        {
            return FormResult.Go("/sign-in"); // the second step is not skipped by an invitation
        }

        await signIn.SignInAsync(account, isPersistent: false);
        devices.Remember(account.Id);
        return FormResult.Go("/account");
    }

    private static FormResult Gone() => FormResult.Refuse("join.gone", "This invitation was used or is too old. Ask the clinic for a new one.");
}
