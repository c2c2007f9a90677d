using Fibril.Platform.Data;
using Fibril.Platform.Messages;

namespace Fibril.Platform.Access.Accounts;

/// <summary>Invites a colleague: a ticket that works once within seven days, and the mail that carries it.</summary>
public sealed class Invitations(Tickets tickets, Caller caller, Outgoing outgoing, Settings settings)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Adds ticket and mail to the context: they are kept with the caller's own save, together with the staff member.</summary>
    /// <returns>The link, for the command line; a page must not show it.</returns>
    public async Task<Uri> InviteAsync(Guid staffId, string name, string email)
    {
        var (path, ticket) = Make(staffId, name, email);
        tickets.Add(ticket);
        await outgoing.QueueAsync(new Mail(MessageKind.Invitation, email, name, path));
        return new Uri(settings.PublicUrl, path);
    }

    /// <summary>The same without a mail.</summary>
    public Uri Prepare(Guid staffId, string name, string email)
    {
        var (path, ticket) = Make(staffId, name, email);
        tickets.Add(ticket);
        return new Uri(settings.PublicUrl, path);
    }

    private (string Path, Ticket Ticket) Make(Guid staffId, string name, string email)
    {
        var token = Tickets.NewToken();
        return ($"/join?t={token}", new Ticket
        {
            Kind = TicketKind.Join,
            TokenHash = Tickets.Hash(token),
            Email = Tickets.Fold(email),
            Name = name,
            SubjectId = staffId,
            ClinicId = caller.ClinicId,
            MadeAt = tickets.Now,
            ExpiresAt = tickets.Now + Lifetime,
        });
    }
}
