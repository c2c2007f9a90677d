using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Staff;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Duty;

/// <summary>Who is on duty at this moment, first to be called first.</summary>
public sealed class OnDuty(ClinicDb db, Caller caller)
{
    /// <param name="Staff">All who work here.</param>
    /// <param name="Span">Null when nobody is on duty.</param>
    /// <param name="Line">Empty when nobody is on duty, or when those who were have left.</param>
    public sealed record View(Clinic Clinic, IReadOnlyList<StaffMember> Staff, DutySpan? Span, IReadOnlyList<StaffMember> Line);

    public async Task<View> Handle(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var spans = await db.DutySpans.AsNoTracking().Where(d => d.WithdrawnAt == null).ToListAsync(stop);
        var staff = await db.StaffMembers.AsNoTracking().Where(s => s.LeftAt == null).OrderBy(s => s.Id).ToListAsync(stop);
        var now = caller.Now.In(clinic.Zone);
        return new(clinic, staff, DutyRules.At(spans, now), DutyRules.LineAt(spans, staff, now));
    }
}
