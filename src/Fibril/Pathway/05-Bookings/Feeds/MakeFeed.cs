using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings.Feeds;

/// <summary>Makes a calendar link, anew where there was one: the one before it stops working.</summary>
public sealed class MakeFeed(ClinicDb db, Caller caller, Settings settings)
{
    /// <returns>The address, to be shown once; null when there is no such owner or the caller may not.</returns>
    public async Task<Uri?> Handle(FeedOwner owner, Guid ownerId)
    {
        if (!await MayAsync(owner, ownerId))
        {
            return null;
        }

        foreach (var earlier in await db.CalendarFeeds.Where(f => f.OwnerId == ownerId && f.RevokedAt == null).ToListAsync())
        {
            earlier.Revoke(caller.Now);
        }

        var token = Tickets.NewToken();
        db.Add(new CalendarFeed { Owner = owner, OwnerId = ownerId, TokenHash = Tickets.Hash(token), MadeAt = caller.Now, MadeByName = caller.Who.Name });
        await db.SaveAsync(caller.Act("make calendar link"));
        return new(settings.PublicUrl, $"/feeds/{db.ClinicId:N}/{token}.ics");
    }

    /// <summary>Everybody for themselves; the staff for places.</summary>
    private async Task<bool> MayAsync(FeedOwner owner, Guid ownerId) => owner switch
    {
        FeedOwner.Place => caller.IsStaff && await db.Places.AnyAsync(p => p.Id == ownerId && p.ClosedAt == null),
        FeedOwner.Staff => caller.IsStaff && caller.Who.Id == ownerId,
        _ => caller.IsPatient && caller.Who.Id == ownerId,
    };
}

/// <summary>Makes a calendar link worthless at once.</summary>
public sealed class RevokeFeed(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such link, or it is somebody else's and the caller is not the owner of the clinic.</returns>
    public async Task<FormResult?> Handle(Guid feedId)
    {
        if (await db.CalendarFeeds.FirstOrDefaultAsync(f => f.Id == feedId) is not { } feed || !(feed.OwnerId == caller.Who.Id || (caller.IsStaff && feed.Owner == FeedOwner.Place) || caller.Role == Role.Owner))
        {
            return null;
        }

        if (feed.RevokedAt is null)
        {
            feed.Revoke(caller.Now);
            await db.SaveAsync(caller.Act("revoke calendar link"));
        }

        return FormResult.Go(caller.IsStaff ? "/staff/feeds" : "/my/feed");
    }
}
