using System.Net;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Messages;
using Fibril.Practice.Places;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Journey.Board;

/// <summary>One room, one chair; the physician may not needle so deep, so that everybody waits for the practitioner.</summary>
public class ReplanDayTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Delay_moves_the_rest_of_the_day_in_one_go_and_tells_those_who_have_not_come()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room 1");
        await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair 1");
        var first = await BookAsync("First", 30);
        var second = await BookAsync("Second", 180);
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync($"/staff/late?who={first.PractitionerId}&minutes=10");
        Assert.Contains("Nobody waits", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync($"/staff/late?who={first.PractitionerId}&minutes=180");
        Assert.Contains("First Example", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Use these times");

        Assert.True(browser.Status == HttpStatusCode.OK, browser.Text);
        var (then, after) = (await ReadAsync(first), await ReadAsync(second));
        var back = clinic.Clock.Now().AddMinutes(180);
        Assert.True(then.Segments.First(s => s.Kind == SegmentKind.Needling).StartsAt >= back, "needled when the practitioner is back");
        Assert.True(then.StartsAt > first.StartsAt && after.StartsAt >= second.StartsAt, "nobody earlier than promised");
        Assert.Equal(first.Sequence + 1, then.Sequence);
        var turnover = await clinic.ReadAsync(db => db.Places.ToDictionaryAsync(p => p.Id, p => p.TurnoverMinutes));
        var taken = await clinic.ReadAsync(db => db.Occupancies.CountAsync(o => o.BookingId == then.Id || o.BookingId == after.Id));
        Assert.Equal(VisitLayout.UnitsOf(then.Segments, turnover, then.PatientId).Concat(VisitLayout.UnitsOf(after.Segments, turnover, after.PatientId)).Distinct().Count(), taken);

        await clinic.InAsync(services => ((Outbox)services.GetService(typeof(Outbox))!).DrainAsync());
        Assert.True(await clinic.ReadAsync(db => db.Set<Message>().AnyAsync(m => m.Kind == MessageKind.VisitMoved)));

        clinic.Clock.SetUtcNow(new(then.StartsAt, TimeSpan.Zero));
        await browser.GetAsync($"/staff/late?who={first.PractitionerId}&minutes=60");
        clinic.Clock.Advance(TimeSpan.FromMinutes(10));
        await browser.PressAsync("Use these times");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("The day has changed since you looked", browser.Text, StringComparison.Ordinal);

        clinic.Clock.Advance(TimeSpan.FromMinutes(10));
        await browser.GetAsync($"/staff/late?who={first.PractitionerId}&minutes=60");
        Assert.Contains("left out: First Example", browser.Text, StringComparison.Ordinal);
    }

    private Task<Booking> ReadAsync(Booking booking) => clinic.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == booking.Id));

    private async Task<Booking> BookAsync(string given, int inMinutes)
    {
        var (_, course) = await clinic.CreateReadyCourseAsync(given);
        return await clinic.BookAsync(course, clinic.Clock.Now().AddMinutes(inMinutes));
    }
}
