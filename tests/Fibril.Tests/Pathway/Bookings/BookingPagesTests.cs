using System.Net;
using Fibril.Pathway.Bookings;
using Fibril.Practice.Places;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Bookings;

public class BookingPagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task A_patient_books_confirms_a_hold_moves_and_cancels()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room P");
        await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair P");
        var (patient, course) = await clinic.CreateReadyCourseAsync("Pat");
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync($"/my/visits/new/{course.Id}");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("The consent is not signed yet", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Keep this time", ("11 June", "2026-06-11T09:00Z"));
        Assert.Contains("We keep this time for you until 10:10", Squeeze(browser), StringComparison.Ordinal);
        await browser.PressAsync("Book it");
        Assert.Contains("Arrive 10:00, leave about 11:20", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Last time: Saturday 6 June 2026", Squeeze(browser), StringComparison.Ordinal);
        await browser.PressAsync("I kept it");
        Assert.Contains("Kept", browser.Text, StringComparison.Ordinal);

        await browser.FollowAsync("Choose another time");
        await browser.PressAsync("Move", ("11 June", "2026-06-11T10:00Z"));
        Assert.Contains("Arrive 11:00", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Cancel this visit");
        Assert.Contains("Cancelled", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync("/my/visits");
        Assert.Contains("No visit is booked", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_books_sees_the_diary_and_marks_who_is_here()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room S");
        await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair S");
        var (_, course) = await clinic.CreateReadyCourseAsync("Stella");
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync($"/staff/courses/{course.Id}/bookings");
        await browser.PressAsync("Book", ("10 June", "2026-06-10T09:15Z"));
        Assert.Contains("Stella Example", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Diary");
        Assert.Contains("10:30 Numbing", Squeeze(browser), StringComparison.Ordinal);
        await browser.PressAsync("Arrived");
        Assert.Contains("Here", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_time_says_so()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room E");
        var (_, course) = await clinic.CreateReadyCourseAsync("Empty");
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync($"/staff/courses/{course.Id}/bookings");
        await browser.PressAsync("Book");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Choose a time", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_finds_nothing()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room X");
        var (_, course) = await clinic.CreateReadyCourseAsync("Owner");
        var (stranger, _) = await clinic.CreateReadyCourseAsync("Curious");
        var booking = await clinic.BookAsync(course, new(2026, 6, 16, 9, 0, 0, DateTimeKind.Utc));
        using var browser = Browser.Of(clinic, stranger);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/my/visits/{booking.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/my/visits/{booking.Id}/visit.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/my/visits/new/{course.Id}")).Status);
    }

    [Fact]
    public async Task The_calendar_file_keeps_its_uid_and_raises_its_sequence()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room I");
        await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair I");
        var (_, course) = await clinic.CreateReadyCourseAsync("Iris");
        var booking = await clinic.BookAsync(course, new(2026, 6, 17, 9, 0, 0, DateTimeKind.Utc));
        var place = await clinic.ReadAsync(VisitSubject.ClinicAsync);
        var before = VisitCalendar.Of(booking, place);

        booking.Cancel("x", TestClinic.Start.UtcDateTime);
        var after = VisitCalendar.Of(booking, place);

        Assert.Contains("METHOD:PUBLISH", before, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", before, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", after, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2", after, StringComparison.Ordinal);
        Assert.Contains($"UID:{booking.Id}@fibril", after, StringComparison.Ordinal);
        Assert.DoesNotContain("needling", before, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Iris", before, StringComparison.Ordinal);
    }

    private static string Squeeze(Browser browser) => string.Join(' ', browser.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
