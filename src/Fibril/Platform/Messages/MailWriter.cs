using System.Text;
using Fibril.Platform.Data;
using MimeKit;
using MimeKit.Text;

namespace Fibril.Platform.Messages;

/// <summary>A message as it goes over the wire. Its Message-Id is its key, so that a server sees a repeat as one.</summary>
internal static class MailWriter
{
    public static MimeMessage Write(Message message, string text, Letterhead head, Settings settings)
    {
        var mail = new MimeMessage { Subject = message.Subject, MessageId = $"{message.Id:N}@{settings.PublicUrl.Host}", Date = new DateTimeOffset(message.QueuedAt) };
        mail.From.Add(new MailboxAddress(head.ClinicName, settings.MailFrom ?? head.Address ?? $"no-reply@{settings.PublicUrl.Host}"));
        mail.To.Add(MailboxAddress.Parse(message.To));
        if (head.Address is not null)
        {
            mail.ReplyTo.Add(new MailboxAddress(head.ClinicName, head.Address));
        }

        mail.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no answers from out-of-office machines
        var body = new TextPart(TextFormat.Plain) { Text = text };
        mail.Body = message.Calendar is null ? body : new Multipart("mixed") { body, Calendar(message.Calendar) };
        return mail;
    }

    private static MimePart Calendar(string ics) => new("text", "calendar")
    {
        Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(ics))),
        ContentType = { Charset = "utf-8" },
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        FileName = "visit.ics",
    };
}
