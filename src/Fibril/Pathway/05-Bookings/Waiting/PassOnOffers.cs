using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Fibril.Pathway.Bookings.Waiting;

/// <summary>Offers without an answer in time go to the next.</summary>
public sealed class PassOnOffers(ClinicDb db, Caller caller)
{
    /// <returns>How many offers had lapsed.</returns>
    public async Task<int> Handle(CancellationToken stop = default)
    {
        var now = caller.Now;
        var over = await db.WaitingEntries.AsNoTracking().Where(w => w.OfferUntil != null && w.OfferUntil <= now).Select(w => w.Id).ToListAsync(stop);
        foreach (var id in over)
        {
            var entry = await db.WaitingEntries.FirstAsync(w => w.Id == id, stop);
            await Offers.CloseAsync(db, entry, WaitingAnswer.Lapsed);
            await db.SaveAsync(caller.Act("pass on offered time"), stop);
            db.ChangeTracker.Clear();
        }

        return over.Count;
    }
}

/// <summary>A visit was booked in another way: who has a time no longer waits for one.</summary>
public sealed class EndWaiting(ClinicDb db, Caller caller) : IReact<VisitBooked>
{
    public async Task HandleAsync(VisitBooked fact, CancellationToken stop)
    {
        var booking = await db.Bookings.AsNoTracking().FirstOrDefaultAsync(b => b.Id == fact.BookingId, stop);
        if (await WaitingQueries.OfCourseAsync(db, fact.CourseId) is { } entry && booking?.Kind == entry.Kind && booking.MadeAt >= entry.AddedAt)
        {
            await Offers.CloseAsync(db, entry, WaitingAnswer.Declined);
            entry.End("booked a time", caller.Now);
            await db.SaveAsync(caller.Act("end waiting"), stop);
        }
    }
}

/// <summary>Every minute, in every clinic: what was not answered in time, offers as well as requests.</summary>
[DisallowConcurrentExecution]
public sealed class PassOnLapsedOffers(IServiceScopeFactory scopes, ClinicDb db) : EachClinic(scopes, db)
{
    protected override async Task DoAsync(IServiceProvider clinic, CancellationToken stop)
    {
        await clinic.GetRequiredService<PassOnOffers>().Handle(stop);
        await clinic.GetRequiredService<LapseRequests>().Handle(stop);
    }
}
