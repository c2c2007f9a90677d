using MimeKit;

namespace Fibril.Platform.Messages;

/// <summary>Hands finished mails over: to a mail server, or into a folder.</summary>
public interface IMailTransport
{
    /// <exception cref="MailRefusedException">This mail was refused; others may pass.</exception>
    /// <exception cref="MailServerDownException">Nothing can be sent now.</exception>
    Task SendAsync(MimeMessage mail, CancellationToken stop);

    /// <summary>Ends a run of mails.</summary>
    Task CloseAsync();
}

/// <param name="forGood">True when the server will never take it, false when a later try may pass.</param>
public sealed class MailRefusedException(string message, bool forGood, Exception inner) : Exception(message, inner)
{
    public bool ForGood { get; } = forGood;
}

public sealed class MailServerDownException(string message, Exception inner) : Exception(message, inner);
