using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>The link of a call: its bearer takes the report under the name of whoever was called, and sees nothing of it without signing in.</summary>
public sealed class AnswerCall(ClinicDb db, Caller caller, Tickets tickets, AcknowledgeReport acknowledge)
{
    /// <param name="TakenBy">Null while nobody has.</param>
    public sealed record View(string Name, string Clinic, Guid CheckInId, DateTime CalledAt, DateTime ReportedAt, string? TakenBy, TimeZoneInfo Zone);

    /// <summary>Null when the link is not known, too old, or of somebody who has left.</summary>
    public async Task<View?> OpenAsync(string? token)
    {
        var ticket = await tickets.FindAsync(TicketKind.TakeReport, token);
        if (ticket is not { ClinicId: { } clinicId, SubjectId: { } callId } || tickets.Now >= ticket.ExpiresAt)
        {
            return null;
        }

        caller.ActAsSystem(clinicId);
        var call = await db.StaffCalls.AsNoTracking().FirstOrDefaultAsync(c => c.Id == callId);
        var person = call is null ? null : await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == call.StaffId && s.LeftAt == null);
        if (call is null || person is null)
        {
            return null;
        }

        caller.ActAs(clinicId, new(ActorKind.Staff, person.Id, person.Name), person.Role);
        var report = await db.CheckIns.AsNoTracking().OneAsync(c => c.Id == call.CheckInId);
        var clinic = await db.Clinics.AsNoTracking().FirstAsync();
        return new(person.Name, clinic.Name, report.Id, call.CalledAt, report.ReportedAt, report.AcknowledgedByName ?? report.ClosedByName, clinic.Zone);
    }

    public async Task<FormResult> Handle(string? token) =>
        await OpenAsync(token) is { } call
            ? await acknowledge.Handle(call.CheckInId, byLink: true) switch
            {
                FormResult.GoTo => FormResult.Go($"/call?t={token}"),
                var refused => refused,
            }
            : FormResult.Refuse("call.gone", "This link is too old or not known. Sign in and look at the reports.");
}
