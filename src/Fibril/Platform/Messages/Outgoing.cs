using Fibril.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Messages;

/// <summary>A mail to be sent. The words follow from its kind.</summary>
/// <param name="Path">Page that the link opens: <c>/my/visits/…</c>.</param>
public sealed record Mail(MessageKind Kind, string To, string Name, string Path)
{
    public Guid? PersonId { get; init; }

    /// <summary>Asked for again with the same key, the mail is not sent again: <c>"booked:{id}"</c>.</summary>
    public string? Key { get; init; }

    /// <summary>iCalendar text to attach.</summary>
    public string? Calendar { get; init; }

    /// <summary>Six digits of a sign-in mail.</summary>
    public string? Code { get; init; }
}

/// <summary>Puts mails into the caller's own transaction: they exist exactly when what they tell of exists.</summary>
public sealed class Outgoing(ClinicDb db, Caller caller, Settings settings, LetterheadOf letterhead, MailSeal seal)
{
    /// <summary>Adds the mail to the context; the caller's <see cref="ClinicDb.SaveAsync"/> keeps it.</summary>
    /// <returns>The message, or the earlier one with the same key.</returns>
    public async Task<Message> QueueAsync(Mail mail, CancellationToken stop = default)
    {
        if (mail.Key is not null && await db.Messages.FirstOrDefaultAsync(m => m.Key == mail.Key, stop) is { } earlier)
        {
            return earlier;
        }

        var head = await letterhead(stop);
        var letter = Letters.Of(mail.Kind);
        var link = new Uri(settings.PublicUrl, mail.Path).ToString();
        var message = new Message
        {
            Kind = mail.Kind,
            To = mail.To,
            Subject = Letters.Subject(letter, head.ClinicName),
            PersonId = mail.PersonId,
            Key = mail.Key,
            Calendar = mail.Calendar,
            QueuedAt = caller.Now,
            NotBefore = MessageRules.NotBefore(letter, caller.Now, head),
        };
        var text = Letters.Text(letter, mail.Name, head.ClinicName, link, mail.Code);
        message.Write(letter.CarriesAccess ? seal.Close(text) : text, letter.CarriesAccess);
        db.Add(message);
        return message;
    }
}

/// <summary>Encrypts the text of mails that let their bearer in, so that nobody finds a way in by reading the database.</summary>
public sealed class MailSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Fibril.Mail");

    public string Close(string text) => protector.Protect(text);

    public string Open(string text) => protector.Unprotect(text);
}
