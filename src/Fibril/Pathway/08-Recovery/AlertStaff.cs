using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>A report that cannot wait reaches those who treat by mail; what it says stays behind the sign-in.</summary>
public sealed class AlertStaff(ClinicDb db, Caller caller, Outgoing outgoing) : IReact<CheckInReported>
{
    public async Task HandleAsync(CheckInReported fact, CancellationToken stop)
    {
        if (!TriageLevels.IsUrgent(fact.Level))
        {
            return;
        }

        var staff = await db.StaffMembers.AsNoTracking().Where(s => s.LeftAt == null).ToListAsync(stop);
        var called = staff.Where(s => s.Role == Role.Practitioner).ToList();
        foreach (var person in called.Count > 0 ? called : staff.Where(s => s.Role == Role.Owner))
        {
            await outgoing.QueueAsync(
                new(MessageKind.StaffAlert, person.Email, person.Name, RecoveryLinks.Detail(fact.CheckInId)) { Key = $"alert:{fact.CheckInId:N}:{person.Id:N}" },
                stop);
        }

        await db.SaveAsync(caller.Act("queue mail"), stop);
    }
}
