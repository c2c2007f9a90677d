using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Practice.Duty;
using Fibril.Practice.Staff;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>
/// Calls whoever is due about one report, by mail, and writes each call down. The mail carries a link with which its bearer can
/// take the report without signing in; what the report says stays behind the sign-in.
/// </summary>
public sealed class CallStaff(ClinicDb db, Caller caller, Outgoing outgoing, Tickets tickets, OnDuty duty)
{
    /// <summary>After that a report is old enough to be opened by the front door.</summary>
    public static readonly TimeSpan LinkIsGoodFor = TimeSpan.FromHours(24);

    /// <returns>How many people were called.</returns>
    public Task<int> Handle(CheckIn report, CancellationToken stop = default) => CallAsync(report, caller.Act("call staff"), null, stop);

    /// <summary>Calls the next at once, however fresh the last call is, and never the one who asks for it; what changed in the report is kept in the same save.</summary>
    /// <returns>How many people were called; 0 keeps nothing.</returns>
    public Task<int> NextAsync(CheckIn report, Act act, CancellationToken stop = default) => CallAsync(report, act, caller.Who.Id, stop);

    private async Task<int> CallAsync(CheckIn report, Act act, Guid? asks, CancellationToken stop)
    {
        var calls = await db.StaffCalls.AsNoTracking().Where(c => c.CheckInId == report.Id).ToListAsync(stop);
        var now = await duty.Handle(stop);
        var (line, staff) = (now.Line.Where(p => p.Id != asks).ToList(), now.Staff.Where(p => p.Id != asks).ToList());
        if (CallRules.Next(report, calls, line, staff, asks is null ? now.Clinic.CallNextAfterMinutes : 0, caller.Now) is not { } due)
        {
            return 0;
        }

        foreach (var person in due.People)
        {
            await CallAsync(report, due, person, stop);
        }

        // Two runners at once: the key of a call has no second row.
        return await UniqueKey.TrySaveAsync(db, act) ? due.People.Count : 0;
    }

    private async Task CallAsync(CheckIn report, CallDue due, StaffMember person, CancellationToken stop)
    {
        var call = db.Add(new StaffCall
        {
            CourseId = report.CourseId,
            PatientId = report.PatientId,
            CheckInId = report.Id,
            Step = due.Step,
            Circle = due.Circle,
            StaffId = person.Id,
            StaffName = person.Name,
            Email = person.Email,
            CalledAt = caller.Now,
        }).Entity;
        var token = Tickets.NewToken();
        tickets.Add(new()
        {
            Kind = TicketKind.TakeReport,
            TokenHash = Tickets.Hash(token),
            Email = Tickets.Fold(person.Email),
            Name = person.Name,
            SubjectId = call.Id,
            ClinicId = caller.ClinicId,
            MadeAt = tickets.Now,
            ExpiresAt = tickets.Now + LinkIsGoodFor,
        });
        await outgoing.QueueAsync(new(MessageKind.StaffAlert, person.Email, person.Name, $"/call?t={token}") { Key = $"alert:{report.Id:N}:{due.Step}:{person.Id:N}" }, stop);
    }
}
