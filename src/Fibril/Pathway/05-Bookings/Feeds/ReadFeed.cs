using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings.Feeds;

/// <summary>What a calendar program fetches: it shows its token and nothing else.</summary>
public sealed class ReadFeed(ClinicDb db, Caller caller)
{
    /// <returns>iCalendar text; null when the token is none, was revoked, or its owner is no longer here.</returns>
    public async Task<string?> Handle(Guid clinicId, string token)
    {
        caller.ActAsSystem(clinicId);
        var hash = Tickets.Hash(token);
        if (await db.CalendarFeeds.FirstOrDefaultAsync(f => f.TokenHash == hash && f.RevokedAt == null) is not { } feed || await NameAsync(feed) is not { } name)
        {
            return null;
        }

        if (feed.ReadAt is null || feed.ReadAt < caller.Now.AddDays(-1))
        {
            feed.Read(caller.Now); // once a day: calendars come every hour
            await db.SaveAsync(caller.Act("fetch calendar", personId: feed.Owner == FeedOwner.Patient ? feed.OwnerId : null));
        }

        var clinic = await VisitSubject.ClinicAsync(db);
        return FeedCalendar.Write($"{clinic.Name}: {name}", feed.Owner == FeedOwner.Patient ? await OfPatientAsync(feed, clinic) : await OfOwnerAsync(feed));
    }

    private Task<string?> NameAsync(CalendarFeed feed) => feed.Owner switch
    {
        FeedOwner.Staff => db.StaffMembers.Where(s => s.Id == feed.OwnerId && s.LeftAt == null).Select(s => s.Name).FirstOrDefaultAsync(),
        FeedOwner.Place => db.Places.Where(p => p.Id == feed.OwnerId && p.ClosedAt == null).Select(p => p.Name).FirstOrDefaultAsync(),
        _ => db.Patients.Where(p => p.Id == feed.OwnerId && p.MergedIntoId == null).Select(_ => "your visits").FirstOrDefaultAsync(),
    };

    private async Task<IReadOnlyList<FeedEntry>> OfOwnerAsync(CalendarFeed feed)
    {
        var bookings = (await db.Bookings.AsNoTracking().Where(b => b.StartsAt >= caller.Now - FeedCalendar.Back && b.HeldUntil == null).OrderBy(b => b.StartsAt).ToListAsync()).Where(IsShown).ToList();
        var names = await ResourceNames.AllAsync(db);
        var ids = bookings.Select(b => b.PatientId).Distinct().ToList();
        var initials = await db.Patients.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.GivenName, p.FamilyName }).ToDictionaryAsync(p => p.Id, p => $"{Initial(p.GivenName)} {Initial(p.FamilyName)}".Trim());
        return [.. bookings.Select(b => FeedCalendar.OfOwner(b, feed.OwnerId, initials[b.PatientId], names)).OfType<FeedEntry>()];
    }

    private async Task<IReadOnlyList<FeedEntry>> OfPatientAsync(CalendarFeed feed, Clinic clinic)
    {
        var bookings = await db.Bookings.AsNoTracking().Where(b => b.PatientId == feed.OwnerId && b.StartsAt >= caller.Now - FeedCalendar.Back && b.HeldUntil == null).OrderBy(b => b.StartsAt).ToListAsync();
        List<FeedEntry> entries = [];
        foreach (var booking in bookings.Where(IsShown))
        {
            var holds = booking is { Kind: VisitKind.Session, Stands: true } ? await VisitFacts.HoldsAsync(db, booking.CourseId, clinic.DayOf(booking.StartsAt)) : [];
            entries.AddRange(FeedCalendar.OfPatient(booking, clinic, holds));
        }

        return entries;
    }

    private bool IsShown(Booking booking) => booking.CancelledAt is null || booking.CancelledAt > caller.Now - FeedCalendar.Back;

    private static string Initial(string name) => name.Length == 0 ? "" : name[..1].ToUpperInvariant() + ".";
}
