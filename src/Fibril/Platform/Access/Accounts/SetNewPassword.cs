using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>A new password for a link by mail. Nobody is signed in by it, so the second step is still asked for.</summary>
public sealed class SetNewPassword(Tickets tickets, UserManager<Account> users)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Choose a password.")]
        public string? Password { get; set; }
    }

    public async Task<FormResult> Handle(Input input, string? token)
    {
        var ticket = await tickets.FindAsync(TicketKind.PasswordReset, token);
        var account = ticket?.IsGood(tickets.Now) == true ? await users.FindByEmailAsync(ticket.Email) : null;
        if (account is null)
        {
            return Gone();
        }

        if (StrongPassword.Judge(input.Password!, StrongPassword.WordsOf(account)) is { } weak)
        {
            return FormResult.Refuse("password.weak", weak);
        }

        if (!await tickets.UseAsync(ticket!))
        {
            return Gone();
        }

        var result = await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), input.Password!);
        return result.Succeeded ? FormResult.Go("/sign-in") : PasswordCheck.Refuse(result);
    }

    private static FormResult Gone() => FormResult.Refuse("password.gone", "This link was used or is too old. Ask for a new one.");
}
