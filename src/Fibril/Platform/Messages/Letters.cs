namespace Fibril.Platform.Messages;

/// <summary>Subject and body of one kind of mail. Places: {name}, {clinic}, {link}, {code}.</summary>
public sealed record Letter(string Subject, string Body, bool CarriesAccess = false, bool MayWait = true);

/// <summary>
/// All mails there are: greeting, clinic, link, and nothing that would tell a stranger about somebody's care.
/// A test reads every one of them.
/// </summary>
public static class Letters
{
    public static IReadOnlyDictionary<MessageKind, Letter> All { get; } = new Dictionary<MessageKind, Letter>
    {
        [MessageKind.SignInLink] = new(
            "Your sign-in link",
            "Open this page and press the button to sign in:\n{link}\n\nIt works once, for ten minutes, in the browser that asked for it. "
            + "In another browser, type these six digits into the page where you began: {code}\n\n"
            + "If you did not ask to sign in, delete this mail; nothing happens.",
            CarriesAccess: true,
            MayWait: false),
        [MessageKind.Invitation] = new(
            "Your invitation to {clinic}",
            "You were invited to work with {clinic} in Fibril. Choose your password here, within seven days:\n{link}",
            CarriesAccess: true,
            MayWait: false),
        [MessageKind.PasswordReset] = new(
            "Choose a new password",
            "Choose a new password here, within thirty minutes:\n{link}\n\nIf you did not ask for it, delete this mail; your password stays as it is.",
            CarriesAccess: true,
            MayWait: false),
        [MessageKind.VisitBooked] = new("Your visit is booked", "Your visit is booked. Day, time and how to prepare:\n{link}"),
        [MessageKind.VisitMoved] = new("Your visit has moved", "Your visit has a new time. Please look:\n{link}"),
        [MessageKind.VisitCancelled] = new("Your visit was cancelled", "Your visit was cancelled. You can choose another day here:\n{link}"),
        [MessageKind.VisitReminder] = new("A reminder of your visit", "Your visit is coming up. Day, time and how to prepare:\n{link}"),
        [MessageKind.TimeOffered] = new("A time has become free", "A time has become free, and we keep it for you for a while. Look at it here, and say yes or no:\n{link}\n\nIf it does not suit, you need not do anything: you stay on the list."),
        [MessageKind.ReadyToBook] = new("You can choose a day", "You can choose a day for your visit now:\n{link}"),
        [MessageKind.QuestionsToAnswer] = new("A few questions before your visit", "Please answer a few questions before your visit. You can stop and go on later:\n{link}"),
        [MessageKind.ConsentToSign] = new("Something to read", "There is something for you to read in your own time:\n{link}"),
        [MessageKind.AftercareReady] = new("Your page for the coming days", "Your page for the coming days is ready:\n{link}"),
        [MessageKind.CheckInDue] = new("How are you?", "We would like to know how you are. It takes a minute:\n{link}"),
        [MessageKind.ResultDue] = new("We would like to see you", "It is almost time for us to see you again. What for, and around which day:\n{link}\n\nPlease call us to find a time that suits you."),
        [MessageKind.NoteWaiting] = new("A note for you", "{clinic} has written to you. Read it here:\n{link}"),
        [MessageKind.ImportantNote] = new("An important note for you", "{clinic} has an important note for you. Please read it soon, and tell us there that it has reached you:\n{link}\n\nYou can also call us."),
        [MessageKind.StaffAlert] = new(
            "Something needs you",
            "Something in {clinic} needs you now. Say here that you take it; otherwise the next in line is called:\n{link}\n\nThe link is yours alone and works for a day.",
            CarriesAccess: true,
            MayWait: false),
    };

    public static Letter Of(MessageKind kind) => All[kind];

    public static string Text(Letter letter, string name, string clinic, string link, string? code) =>
        $"Dear {name},\n\n{Fill(letter.Body, clinic, link, code)}\n\n{clinic}\n";

    public static string Subject(Letter letter, string clinic) => Fill(letter.Subject, clinic, "", null);

    private static string Fill(string text, string clinic, string link, string? code) => text
        .Replace("{clinic}", clinic, StringComparison.Ordinal)
        .Replace("{code}", code ?? "", StringComparison.Ordinal)
        .Replace("{link}", link, StringComparison.Ordinal);
}
