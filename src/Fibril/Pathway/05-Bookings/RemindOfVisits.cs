using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Fibril.Pathway.Bookings;

/// <summary>Reminds of the visits of the next two days, once for each time a visit has.</summary>
public sealed class RemindOfVisits(ClinicDb db, Caller caller, MailVisits mails)
{
    public static readonly TimeSpan Before = TimeSpan.FromDays(2);

    /// <returns>How many visits were looked at.</returns>
    public async Task<int> Handle(CancellationToken stop = default)
    {
        var now = caller.Now;
        var until = now + Before;
        var coming = await db.Bookings.AsNoTracking().Where(b => b.StartsAt > now && b.StartsAt <= until).ToListAsync(stop);
        var due = coming.Where(b => b.Stands && b.MadeAt < b.StartsAt - Before).ToList();
        foreach (var booking in due)
        {
            await mails.QueueAsync(booking.Id, MessageKind.VisitReminder, stop);
        }

        return due.Count;
    }
}

/// <summary>Every half hour, in every clinic.</summary>
[DisallowConcurrentExecution]
public sealed class SendReminders(IServiceScopeFactory scopes, ClinicDb db) : EachClinic(scopes, db)
{
    protected override Task DoAsync(IServiceProvider clinic, CancellationToken stop) => clinic.GetRequiredService<RemindOfVisits>().Handle(stop);
}
