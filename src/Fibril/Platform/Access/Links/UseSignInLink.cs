using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Access.Accounts;
using Fibril.Platform.Ui;

namespace Fibril.Platform.Access.Links;

/// <summary>The press of the button behind the link, or its six digits typed into the page that asked.</summary>
public sealed class UseSignInLink(Tickets tickets, StartingBrowser browser, PatientDoor door, Attempts attempts)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Enter the six digits from the mail.")]
        public string? Code { get; set; }
    }

    public async Task<LinkState> StateAsync(string? token) => LinkRules.StateOf(await tickets.FindAsync(TicketKind.SignIn, token), browser.Key, tickets.Now);

    public async Task<FormResult> Handle(string? token)
    {
        var ticket = await tickets.FindAsync(TicketKind.SignIn, token);
        var state = LinkRules.StateOf(ticket, browser.Key, tickets.Now);
        if (state == LinkState.Good)
        {
            state = await tickets.UseAsync(ticket!) ? state : LinkState.Used;
        }

        return state == LinkState.Good ? await door.OpenAsync(ticket!) : FormResult.Refuse("link", LinkRules.Sentence(state));
    }

    public async Task<FormResult> TypeAsync(Input input)
    {
        var attempt = attempts.On("link-code", browser.Key, null);
        var ticket = await tickets.LatestOfBrowserAsync(browser.Key);
        var code = input.Code!.Replace(" ", "", StringComparison.Ordinal);
        if (await attempt.WaitAsync() is { Ticks: > 0 } wait)
        {
            return FormResult.Refuse("link.wait", Attempt.Sentence(wait));
        }

        if (ticket is null || !ticket.IsGood(tickets.Now) || !await tickets.TryCodeAsync(ticket, code) || !await tickets.UseAsync(ticket))
        {
            await attempt.FailedAsync();
            return FormResult.Refuse("link.code", "These digits are wrong, too old or were used. Ask for a new mail if they do not work.");
        }

        await attempt.SucceededAsync();
        return await door.OpenAsync(ticket);
    }
}
