using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Waiting;
using Fibril.Pathway.Journey.Board;
using Fibril.Platform.Data;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Journey.Board;

public class ArrivalNeedsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Missing_and_stale_consents_of_todays_arrivals_are_named_with_the_time_and_the_page()
    {
        var near = await clinic.VisitTodayAsync("Near", consent: false);
        await clinic.VisitTodayAsync("Later", consent: false, inMinutes: 180);
        await clinic.VisitTodayAsync("Signed");
        await clinic.VisitTodayAsync("Talks", VisitKind.Consultation, consent: false);
        var stale = await clinic.VisitTodayAsync("Stale");
        var elsewhere = await clinic.VisitTodayAsync("Morrow", inMinutes: 3000);
        foreach (var course in new[] { stale.CourseId, elsewhere.CourseId })
        {
            await clinic.InAsync(async services =>
            {
                var db = (ClinicDb)services.GetService(typeof(ClinicDb))!;
                (await db.Consents.SingleAsync(c => c.CourseId == course)).GoStale("the weight is another one", clinic.Clock.Now());
                await db.SaveAsync(((Caller)services.GetService(typeof(Caller))!).Act("prepare test"));
            });
        }

        await clinic.WentAsync<MarkArrived>(clinic.FrontDesk, u => u.Handle(stale.Id));

        var needs = (await NeedsAsync()).Where(n => n.Page.EndsWith("/consent", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [
                ("Stale Example", Urgency.Now, "Here since 10:00. The consent is out of date: the weight is another one"),
                ("Near Example", Urgency.Now, "Comes at 11:00. No consent is signed."),
                ("Later Example", Urgency.Today, "Comes at 13:00. No consent is signed."),
                ("Morrow Example", Urgency.Soon, "Consent is stale: facts changed"),
            ],
            needs.Select(n => (n.Person, n.Urgency, n.What)));
        Assert.Equal($"/staff/courses/{near.CourseId}/consent", needs[1].Page);
        using var board = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await board.GetAsync("/staff");
        Assert.Contains("Comes at 11:00. No consent is signed.", board.Page.QuerySelector(".needs")!.TextContent, StringComparison.Ordinal);
        await board.FollowAsync("Near Example");
    }

    [Fact]
    public async Task Kept_times_that_nobody_confirmed_and_requests_are_named_before_it_is_too_late()
    {
        var now = clinic.Clock.Now();
        var typing = await HeldAsync("Typing", now.AddMinutes(5));
        await HeldAsync("Begins", now.AddMinutes(9));
        await HeldAsync("Gone", now);
        var offered = await HeldAsync("Offered", now.AddMinutes(25));
        var entry = new WaitingEntry { CourseId = offered.CourseId, PatientId = offered.PatientId, Kind = VisitKind.Session, Wish = new([], null, null), AddedAt = now, AddedByName = "Fay" };
        entry.Offer(new(offered.Id, offered.StartsAt, offered.EndsAt, now, now.AddMinutes(25), WaitingAnswer.Open));
        await clinic.AddAsync(entry);
        var asked = await HeldAsync("Asks", null, b => b.Request(now));

        var needs = (await NeedsAsync()).Where(n => n.What.Contains("17 June", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            [
                ("Asks Example", Urgency.Soon, "Asked for a time: yes or no? Wed 17 June, 10:00", $"/staff/bookings/{asked.Id}"),
                ("Offered Example", Urgency.Today, "Was offered Wed 17 June, 10:00 until 10:25, not confirmed", $"/staff/courses/{offered.CourseId}/waiting"),
                ("Typing Example", Urgency.Today, "Holds Wed 17 June, 10:00 until 10:05, not confirmed", $"/staff/bookings/{typing.Id}"),
            ],
            needs.OrderBy(n => n.Person, StringComparer.Ordinal).Select(n => (n.Person, n.Urgency, n.What, n.Page)));
    }

    [Fact]
    public async Task Hold_that_nobody_confirmed_is_named_until_it_is_kept()
    {
        var booking = await clinic.VisitTodayAsync("Retina");
        var need = Assert.Single(await NeedsAsync(), n => n.Person == "Retina Example");
        Assert.Equal((Urgency.Today, $"/staff/bookings/{booking.Id}"), (need.Urgency, need.Page));
        Assert.Matches("^Comes at 11:00. [0-9]+ holds not confirmed: .+ and others$", need.What);

        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await desk.GetAsync(need.Page);
        while (desk.Page.QuerySelector("form[action*='/holds/'] button") is { } kept)
        {
            await desk.PressAsync(string.Join(' ', kept.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
            await desk.GetAsync(need.Page);
        }

        Assert.DoesNotContain(await NeedsAsync(), n => n.Person == "Retina Example");
    }

    private async Task<IReadOnlyList<Need>> NeedsAsync() => await clinic.UseAsync<NeedsReader, IReadOnlyList<Need>>(u => u.Handle(), clinic.FrontDesk);

    private async Task<Booking> HeldAsync(string given, DateTime? until, Action<Booking>? then = null)
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync(given);
        var booking = new Booking { CourseId = course.Id, PatientId = patient.Id, Kind = VisitKind.Session, MadeAt = clinic.Clock.Now(), MadeByName = given };
        booking.Place([new(SegmentKind.Needling, clinic.Clock.Now().AddDays(7), 30, null, null)]);
        booking.HoldUntil(until);
        then?.Invoke(booking);
        return await clinic.AddAsync(booking);
    }
}
