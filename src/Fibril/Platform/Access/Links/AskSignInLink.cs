using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Access.Accounts;
using Fibril.Platform.Ui;

namespace Fibril.Platform.Access.Links;

/// <summary>
/// Mails a link that signs a patient in: once, within ten minutes, in the browser that asked. Known and unknown addresses
/// get the same answer after the same work; who is meant is looked up later (<see cref="AccessPost"/>).
/// </summary>
public sealed class AskSignInLink(Tickets tickets, StartingBrowser browser, AccessPost post, Attempts attempts)
{
    public const int PerHour = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public sealed class Input
    {
        [Required(ErrorMessage = "Enter your mail address."), EmailAddress(ErrorMessage = "This is not a mail address.")]
        public string? Email { get; set; }
    }

    public async Task<FormResult> Handle(Input input, string? from)
    {
        var email = Tickets.Fold(input.Email!);
        var attempt = attempts.On("link-mail", email, null);
        if (await attempt.WaitAsync() > TimeSpan.Zero || await tickets.CountAsync(TicketKind.SignIn, email, TimeSpan.FromHours(1)) >= PerHour)
        {
            return FormResult.Refuse("link.often", "Five mails in an hour is the most. Look at your mail, or try again in an hour.");
        }

        await attempt.FailedAsync(); // counts every mail asked for from here
        await SendAsync(email, from);
        return FormResult.Go("/my/sign-in/sent");
    }

    /// <summary>A new link to the address of an old one, for the browser that is open now.</summary>
    public async Task<FormResult> AgainAsync(string? oldToken) =>
        await tickets.FindAsync(TicketKind.SignIn, oldToken) is { } old
            ? await Handle(new Input { Email = old.Email }, old.Target)
            : FormResult.Go("/my/sign-in");

    private async Task SendAsync(string email, string? from)
    {
        var (token, code) = (Tickets.NewToken(), Tickets.NewCode());
        var ticket = new Ticket
        {
            Kind = TicketKind.SignIn,
            TokenHash = Tickets.Hash(token),
            Email = email,
            BrowserHash = Tickets.Hash(browser.Give()),
            Target = OwnPath.Of(from, "/my"),
            MadeAt = tickets.Now,
            ExpiresAt = tickets.Now + Lifetime,
        };
        ticket.CodeHash = Tickets.HashCode(ticket.Id, code);
        tickets.Add(ticket);
        await tickets.SaveAsync();
        post.Ask(new AccessRequest(TicketKind.SignIn, email, token, code));
    }
}
