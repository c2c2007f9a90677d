using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Gives the rest of the day new times behind a delay, all visits in one transaction; whoever has not come is told.</summary>
public sealed class ReplanDay(ClinicDb db, Caller caller, RunLate late)
{
    /// <param name="stamp">Of the look that the person pressed the button on; another day is not taken for it.</param>
    public Task<FormResult> Handle(Guid who, int minutes, string? stamp) => db.InTurnAsync(async () =>
    {
        if (LateRules.Problem(minutes) is { } why)
        {
            return FormResult.Refuse("late-minutes", why);
        }

        await Slots.SweepAsync(db, caller.Now);
        var view = await late.Handle(who, minutes);
        if (view.Stamp != stamp)
        {
            return FormResult.Refuse("day-changed", "The day has changed since you looked. Nothing was moved; go back and look at it again.");
        }

        if (view.Replanned.Where(r => r.Offer is null).Select(r => r.Visit.Person).ToList() is { Count: > 0 } left)
        {
            return FormResult.Refuse("day-full", $"Nothing was moved: there is no time any more for {string.Join(", ", left)}. Move or cancel these visits first.");
        }

        return view.MayReplan ? await MoveAsync(view) : FormResult.Refuse("nothing-to-move", "Nothing needs to be moved: every visit can begin as it was promised.");
    });

    private async Task<FormResult> MoveAsync(RunLate.View view)
    {
        var offers = view.Replanned.ToDictionary(r => r.Visit.Booking.Id);
        var ids = offers.Keys.ToList();
        var bookings = await db.Bookings.Where(b => ids.Contains(b.Id)).ToListAsync();
        foreach (var booking in bookings.Where(b => !b.Segments.SequenceEqual(offers[b.Id].Offer!.Segments)))
        {
            booking.Place(offers[booking.Id].Offer!.Segments);
            if (offers[booking.Id].MustBeTold)
            {
                db.Tell(new VisitMoved(booking.CourseId, booking.PatientId, booking.Id));
            }
        }

        await Slots.TakeAsync(db, bookings, view.Turnover);
        await Slots.TakeMoreAsync(db, view.Going.SelectMany(g => ReplanRules.UnitsOf(g.Then, view.Turnover).Where(u => u.UnitStart >= ReplanRules.OnGrid(caller.Now, up: false)).Select(u => (u, g.Visit.Booking.Id))));
        return await Slots.TrySaveAsync(db, caller.Act("replan the day", $"{view.Who!.Name} needs {Words.Count(view.Minutes, "minute")} more"))
            ? FormResult.Go("/staff")
            : FormResult.Refuse("day-changed", "Somebody else changed the day meanwhile. Nothing was moved; go back and look at it again.");
    }
}
