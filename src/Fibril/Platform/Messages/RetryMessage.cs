using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Messages;

/// <summary>Puts a mail that was given up back into the queue.</summary>
public sealed class RetryMessage(ClinicDb db, Caller caller)
{
    public async Task<FormResult?> Handle(Guid id)
    {
        var message = await db.Messages.FirstOrDefaultAsync(m => m.Id == id);
        if (message is null)
        {
            return null;
        }

        if (message.State != MessageState.Failed)
        {
            return FormResult.Refuse("message.state", "Only a mail that failed can be sent again.");
        }

        if (message.IsSealed)
        {
            return FormResult.Refuse("message.sealed", "Its link is no longer known to anybody. Ask for a new one instead.");
        }

        message.Requeue();
        await db.SaveAsync(caller.Act("retry mail", personId: message.PersonId));
        return FormResult.Go("/staff/messages");
    }
}
