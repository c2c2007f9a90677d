using System.Net;
using Fibril.Pathway.Bookings;
using Fibril.Practice.Places;
using Fibril.Practice.Staff.Hours;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Practice.Staff;

public class HoursPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    /// <summary>Wednesday in a week.</summary>
    private static readonly DateOnly Day = new(2026, 6, 17);

    [Fact]
    public async Task Owner_sets_hours_and_days_away_times_follow_and_the_board_names_the_visit_that_lost_its_practitioner()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room 1");
        var (_, course) = await clinic.CreateReadyCourseAsync("Hourly", anaesthetic: "none");
        var booking = await clinic.BookAsync(course, (await StartsAsync(course.Id))[0]);
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        foreach (var who in new[] { clinic.Practitioner, clinic.Physician })
        {
            await browser.GetAsync($"/staff/practice/staff/{who.Id}");
            await browser.FollowAsync("Hours");
            await browser.PressAsync("Save", ("Wednesday from", "13:00"), ("Wednesday until", "17:00"), ("Break", "30"), ("Break not before", "14:00"), ("Break over by", "15:00"));
            Assert.Equal(HttpStatusCode.OK, browser.Status);
        }

        Assert.Contains("Wednesday 13:00–17:00", await PageAsync(browser, "/staff/practice/staff"), StringComparison.Ordinal);
        var starts = (await StartsAsync(course.Id, booking.Id)).ConvertAll(s => s.AddHours(1)); // London in June
        Assert.NotEmpty(starts);
        Assert.All(starts, s => Assert.InRange(s.TimeOfDay, new TimeSpan(13, 0, 0), new TimeSpan(17, 0, 0)));

        await browser.GetAsync($"/staff/practice/staff/{booking.PractitionerId}/hours");
        await browser.FollowAsync("Add days away");
        await browser.PressAsync("Save", ("First day", "2026-06-17"), ("Last day", "2026-06-16"));
        Assert.Contains("The last day lies before the first.", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Save", ("Last day", "2026-06-18"));
        Assert.Contains("17 June 2026 to 18 June 2026", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Booked for Wed 17 June, 09:00, when", await PageAsync(browser, "/staff"), StringComparison.Ordinal);

        await browser.GetAsync($"/staff/practice/staff/{booking.PractitionerId}/hours");
        await browser.PressAsync("Take back");
        Assert.Empty(await clinic.ReadAsync(db => db.StaffHours.Where(h => h.StaffId == booking.PractitionerId).Select(h => h.Away).SingleAsync()));
    }

    [Fact]
    public async Task Half_an_hour_pair_a_break_without_hours_and_a_wrong_hour_are_said_at_once_and_nothing_is_lost()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync($"/staff/practice/staff/{clinic.Assistant.Id}/hours");

        await browser.PressAsync("Save", ("Monday from", "09:00"), ("Break", "30"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Monday: write both hours", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Say between which hours the break lies", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Save", ("Monday until", "12:00"), ("Break", ""));
        Assert.Equal("09:00", (await clinic.ReadAsync(db => db.StaffHours.SingleAsync(h => h.StaffId == clinic.Assistant.Id))).Week.Single().From.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Only_the_owner_sets_hours()
    {
        using var other = await Browser.OfAsync(clinic, clinic.Physician);
        await other.GetAsync($"/staff/practice/staff/{clinic.Assistant.Id}/hours");

        Assert.Contains("Not for your role", other.Text, StringComparison.Ordinal);
    }

    private async Task<List<DateTime>> StartsAsync(Guid course, Guid? moving = null) => [.. (await clinic.UseAsync<FindTimes, TimesFound?>(u => u.Handle(course, VisitKind.Session, Day, 1, null, moving), clinic.FrontDesk))!
        .Days.Single().Offers.Select(o => o.StartsAt)];

    private static async Task<string> PageAsync(Browser browser, string url)
    {
        await browser.GetAsync(url);
        return browser.Text;
    }
}
