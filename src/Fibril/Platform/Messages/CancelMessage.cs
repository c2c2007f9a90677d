using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Messages;

/// <summary>Calls a mail back that has not left yet.</summary>
public sealed class CancelMessage(ClinicDb db, Caller caller)
{
    public async Task<FormResult?> Handle(Guid id)
    {
        var message = await db.Messages.FirstOrDefaultAsync(m => m.Id == id);
        if (message is null)
        {
            return null;
        }

        if (message.State != MessageState.Queued || message.LeasedUntil > caller.Now)
        {
            return FormResult.Refuse("message.left", "This mail has already left; it cannot be called back.");
        }

        message.Cancel(caller.Now);
        await db.SaveAsync(caller.Act("cancel mail", personId: message.PersonId));
        return FormResult.Go("/staff/messages");
    }
}
