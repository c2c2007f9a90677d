using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Ui;

namespace Fibril.Platform.Access.Accounts;

/// <summary>Mails a link for a new password, if the address has an account; the answer does not say whether it has.</summary>
public sealed class AskNewPassword(Tickets tickets, AccessPost post, Attempts attempts)
{
    private const int PerHour = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public sealed class Input
    {
        [Required(ErrorMessage = "Enter your mail address."), EmailAddress(ErrorMessage = "This is not a mail address.")]
        public string? Email { get; set; }
    }

    public async Task<FormResult> Handle(Input input)
    {
        var email = Tickets.Fold(input.Email!);
        var attempt = attempts.On("password-mail", email, null);
        if (await attempt.WaitAsync() > TimeSpan.Zero || await tickets.CountAsync(TicketKind.PasswordReset, email, TimeSpan.FromHours(1)) >= PerHour)
        {
            return FormResult.Refuse("password.often", "Five mails in an hour is the most. Look at your mail, or try again in an hour.");
        }

        await attempt.FailedAsync(); // counts every mail asked for from here
        var token = Tickets.NewToken();
        tickets.Add(new Ticket { Kind = TicketKind.PasswordReset, TokenHash = Tickets.Hash(token), Email = email, MadeAt = tickets.Now, ExpiresAt = tickets.Now + Lifetime });
        await tickets.SaveAsync();
        post.Ask(new AccessRequest(TicketKind.PasswordReset, email, token, null));
        return FormResult.Go("/password/sent");
    }
}
