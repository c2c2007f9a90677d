using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Fibril.Platform.Messages;

/// <summary>One mail's way out: taken by one sender only, sent, signed off.</summary>
internal sealed class Delivery(IServiceScopeFactory scopes, IMailTransport transport, Settings settings, TimeProvider clock, ILogger log)
{
    /// <summary>True when the mail left.</summary>
    public async Task<bool> RunAsync(Guid clinic, Guid id, DateTime leasedUntil, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.ActAsSystem(clinic);
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        if (!await TakeAsync(db, id, leasedUntil, stop))
        {
            return false;
        }

        var message = await db.Messages.FirstAsync(m => m.Id == id, stop);
        var head = await scope.ServiceProvider.GetRequiredService<LetterheadOf>()(stop);
        if (Letters.Of(message.Kind).MayWait && MessageRules.AfterQuiet(clock.Now(), head) is var later && later > clock.Now())
        {
            await PutBackAsync(db, id, null, later, stop);
            return false;
        }

        return await SendAsync(scope.ServiceProvider, db, caller, message, head, stop);
    }

    private async Task<bool> SendAsync(IServiceProvider services, ClinicDb db, Caller caller, Message message, Letterhead head, CancellationToken stop)
    {
        try
        {
            var text = message.IsSealed ? services.GetRequiredService<MailSeal>().Open(message.Text) : message.Text;
            await transport.SendAsync(MailWriter.Write(message, text, head, settings), stop);
            message.Sent(clock.Now());
        }
        catch (Exception e) when ((e is MailRefusedException refused && (refused.ForGood || message.Attempts >= MessageRules.MostAttempts)) || e is ParseException)
        {
            message.Fail(e.Message, clock.Now());
        }
        catch (MailRefusedException e)
        {
            await PutBackAsync(db, message.Id, e.Message, clock.Now() + MessageRules.Backoff(message.Attempts), stop);
            return false;
        }
        catch (MailServerDownException e)
        {
            await PutBackAsync(db, message.Id, e.Message, null, stop);
            throw;
        }

        log.LogDebug("Message {Id} {Kind} {State}", message.Id, message.Kind, message.State);
        await db.SaveAsync(caller.Act(message.State == MessageState.Sent ? "send mail" : "give up mail", personId: message.PersonId), stop);
        return message.State == MessageState.Sent;
    }

    /// <summary>Only one sender's update finds the row free.</summary>
    private async Task<bool> TakeAsync(ClinicDb db, Guid id, DateTime until, CancellationToken stop)
    {
        var now = clock.Now();
        return await db.Messages
            .Where(m => m.Id == id && m.State == MessageState.Queued && (m.LeasedUntil == null || m.LeasedUntil < now))
            .ExecuteUpdateAsync(s => s
                .SetProperty(m => m.LeasedUntil, until)
                .SetProperty(m => m.Attempts, m => m.Attempts + 1)
                .SetProperty(m => m.Version, m => m.Version + 1), stop) == 1;
    }

    private static Task<int> PutBackAsync(ClinicDb db, Guid id, string? error, DateTime? retryAt, CancellationToken stop) =>
        db.Messages.Where(m => m.Id == id).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.LeasedUntil, (DateTime?)null)
            .SetProperty(m => m.RetryAt, retryAt)
            .SetProperty(m => m.LastError, error)
            .SetProperty(m => m.Version, m => m.Version + 1), stop);
}
