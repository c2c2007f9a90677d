using Fibril.Pathway.Sessions;
using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>One cream that is on somebody's skin now.</summary>
/// <param name="Page">Where it is taken off; for the front desk, which has no part in that, the person's page.</param>
public sealed record RunningCream(Guid SessionId, string Person, string Page, CreamOnSkin Cream);

/// <summary>The creams of the clinic that are on the skin now: whoever treats B must see and hear the clock of A, wherever in the program.</summary>
public sealed class WatchCreams(ClinicDb db, Caller caller)
{
    /// <summary>What nobody noted as off for so long has been forgotten in the record, not on the skin; the session's own page still asks.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <returns>The first to come off first; nothing for anybody who is no staff.</returns>
    public async Task<IReadOnlyList<RunningCream>> Handle(CancellationToken stop = default)
    {
        if (!caller.IsStaff)
        {
            return [];
        }

        var (since, from) = (caller.Now - Longest, DateOnly.FromDateTime(caller.Now).AddDays(-1));
        var on = await db.Sessions.AsNoTracking()
            .Where(s => s.HeldOn >= from && s.CreamOnAt > since && s.CreamOffAt == null && s.SignedAt == null)
            .Join(db.Patients, s => s.PatientId, p => p.Id, (s, p) => new { s.Id, s.CourseId, s.PatientId, s.Cream, s.CreamOnAt, p.GivenName, p.FamilyName })
            .ToListAsync(stop);
        List<RunningCream> creams = [];
        foreach (var s in on)
        {
            var dwell = await BoardQueries.DwellAsync(db, s.CourseId, s.Cream!.Product, stop);
            var at = s.CreamOnAt!.Value;
            creams.Add(new(s.Id, $"{s.GivenName} {s.FamilyName}".Trim(), PageOf(s.Id, s.PatientId), new(NumbingClock.Read(dwell, at, caller.Now < at ? at : caller.Now), dwell, at)));
        }

        return [.. creams.OrderBy(c => c.Cream.Reading.RemoveByAt)];
    }

    private string PageOf(Guid sessionId, Guid patientId) => caller.Role == Role.FrontDesk ? $"/staff/patients/{patientId}" : SessionLinks.Of(sessionId, "cream");
}
