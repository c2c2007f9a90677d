namespace Fibril.Platform.Access.Links;

public enum LinkState
{
    Good,
    OtherBrowser,
    Used,
    Expired,
    Unknown,
}

public static class LinkRules
{
    /// <param name="browser">Key of the browser that holds the link now; empty when it never asked.</param>
    public static LinkState StateOf(Ticket? ticket, string browser, DateTime now) => ticket switch
    {
        null => LinkState.Unknown,
        { UsedAt: not null } => LinkState.Used,
        _ when now >= ticket.ExpiresAt => LinkState.Expired,
        _ when ticket.BrowserHash != Tickets.Hash(browser) => LinkState.OtherBrowser,
        _ => LinkState.Good,
    };

    public static string Sentence(LinkState state) => state switch
    {
        LinkState.Used => "This link was used already. It works once.",
        LinkState.Expired => "This link is too old. It works for ten minutes.",
        LinkState.OtherBrowser => "This link was asked for in another browser, and works only there.",
        LinkState.Unknown => "This link is not complete. Open it from the mail once more.",
        _ => "",
    };
}
