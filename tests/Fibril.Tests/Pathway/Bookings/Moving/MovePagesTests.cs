using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Moving;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Bookings.Moving;

/// <summary>One room and two chairs; each test has a day of its own, but for those that read the board.</summary>
public sealed class MovePagesTests : IClassFixture<TestClinic>, IAsyncLifetime
{
    private readonly TestClinic clinic;

    public MovePagesTests(TestClinic clinic) => this.clinic = clinic;

    public async ValueTask InitializeAsync()
    {
        if (!await clinic.ReadAsync(db => db.Places.AnyAsync()))
        {
            await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room 1", 5);
            await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair 1");
            await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair 2");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Starts_that_can_be_had_are_those_that_the_search_offers()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Same");
        await clinic.BookAsync((await clinic.CreateReadyCourseAsync("Other")).Course, At(12, 9));
        var booking = await clinic.BookAsync(course, At(12, 14));

        var found = await PlacesAsync(booking);

        var offered = await clinic.UseAsync<FindTimes, TimesFound?>(u => u.Handle(course.Id, VisitKind.Session, new(2026, 6, 12), days: 1, moving: booking.Id), clinic.FrontDesk);
        var free = found.Places.SelectMany(p => p.Choices).Where(c => c.Offer is not null).Select(c => c.StartsAt).Append(booking.StartsAt).Distinct().Order();
        Assert.Equal(offered!.Days[0].Offers.Select(o => o.StartsAt), free);
        Assert.Contains(found.Places.SelectMany(p => p.Choices), c => c.Words.Contains("Other Example is in Room 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Move_takes_the_people_and_places_that_were_shown()
    {
        var booking = await clinic.BookAsync((await clinic.CreateReadyCourseAsync("Exact")).Course, At(15, 9));
        var found = await PlacesAsync(booking);
        var elsewhere = found.Places.Single(p => booking.Segments.TrueForAll(s => s.PlaceId != p.PlaceId));
        var choice = elsewhere.Choices.First(c => c.Offer is not null);

        await clinic.UseAsync<MoveVisit, FormResult?>(u => u.Handle(booking.Id, choice.StartsAt, wanted: new(found.Part, elsewhere.PlaceId)), clinic.FrontDesk);

        Assert.Equal(choice.Offer!.Segments, (await ReadAsync(booking)).Segments);
    }

    [Fact]
    public async Task Desk_moves_a_visit_from_the_board_without_a_mouse()
    {
        await clinic.BookAsync((await clinic.CreateReadyCourseAsync("Ben")).Course, At(10, 10));
        var booking = await clinic.BookAsync((await clinic.CreateReadyCourseAsync("Mona")).Course, At(10, 13));
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync("/staff");
        Assert.Equal(["Numbing", "Needling"], browser.Page.QuerySelectorAll($"td[data-move*='{booking.Id}']").Select(b => b.GetAttribute("data-move")!.Split('=')[1]));
        await browser.GetAsync(browser.Page.QuerySelector("a[aria-label='Move Mona Example']")!.GetAttribute("href")!);
        Assert.Contains("This time is past.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("The visit is here now.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Ben Example is in", browser.Text, StringComparison.Ordinal);
        Assert.Contains("The clinic closes at 18:00, and this visit takes 80 minutes.", browser.Text, StringComparison.Ordinal);

        await browser.FollowAsync("15:30");
        Assert.Contains("Arrive 14:00, leave about 15:20", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Arrive 15:30, leave about 16:50", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Mona Example is told by mail, at mona.example@example.org.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(At(10, 13), (await ReadAsync(booking)).StartsAt);

        await browser.PressAsync("Move to 15:30");
        Assert.Equal("/staff", browser.Address.AbsolutePath);
        Assert.Equal(At(10, 14).AddMinutes(30), (await ReadAsync(booking)).StartsAt);
    }

    [Fact]
    public async Task Who_was_slower_gets_409_and_the_nearest_times()
    {
        var booking = await clinic.BookAsync((await clinic.CreateReadyCourseAsync("Slow")).Course, At(16, 14));
        var (_, fast) = await clinic.CreateReadyCourseAsync("Fast");
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync($"/staff/bookings/{booking.Id}/day");
        await browser.FollowAsync("10:00");
        await clinic.BookAsync(fast, At(16, 9));

        await browser.PressAsync("Move to 10:00");

        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("Somebody was faster", browser.Text, StringComparison.Ordinal);
        Assert.Equal(3, browser.Page.QuerySelectorAll("[aria-label='Free instead'] a").Length);
        await browser.GetAsync(browser.Page.QuerySelector("[aria-label='Free instead'] a")!.GetAttribute("href")!);
        await browser.PressAsync("Move");
        Assert.NotEqual(At(16, 14), (await ReadAsync(booking)).StartsAt);
    }

    [Theory]
    [InlineData("?time=rubbish&place=rubbish&part=rubbish")]
    [InlineData("?time=2026-06-17T09:07Z")]
    [InlineData("")]
    public async Task Address_without_a_time_of_the_day_says_so_and_moves_nothing(string query)
    {
        var booking = await clinic.BookAsync((await clinic.CreateReadyCourseAsync("Bad")).Course, await FreeAsync(17));
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync($"/staff/bookings/{booking.Id}/day/confirm{query}");

        Assert.Contains("Choose one of the times shown.", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main button.btn-primary"));
    }

    [Fact]
    public async Task Person_who_has_come_stays_and_whoever_has_no_mail_is_rung()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Nomail");
        var booking = await clinic.BookAsync(course, At(18, 9));
        await ChangeAsync(db => db.Patients.SingleAsync(p => p.Id == patient.Id), p => (p.Email, p.Phone) = (null, "020 7946 0000"));
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync($"/staff/bookings/{booking.Id}/day");
        await browser.FollowAsync("11:00");
        Assert.Contains("has no mail address: ring 020 7946 0000", browser.Text, StringComparison.Ordinal);

        await ChangeAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id), b => b.Arrive(clinic.Clock.Now()));
        await browser.GetAsync($"/staff/bookings/{booking.Id}/day");
        Assert.Contains("This visit has begun or is over", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("[data-from]"));
    }

    [Fact]
    public async Task Neither_strangers_nor_patients_see_it_and_no_visit_is_404()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Own");
        var booking = await clinic.BookAsync(course, At(19, 9));
        using var own = Browser.Of(clinic, patient);
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);

        Assert.Equal("/sign-in", (await own.GetAsync($"/staff/bookings/{booking.Id}/day")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/staff/bookings/{Guid.NewGuid()}/day")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/staff/bookings/{Guid.NewGuid()}/day/confirm")).Status);
    }

    private async Task<PlacesFound> PlacesAsync(Booking booking) =>
        await clinic.UseAsync<FindPlaces, PlacesFound?>(u => u.Handle(booking.Id), clinic.FrontDesk) ?? throw new InvalidOperationException("no such visit");

    private Task ChangeAsync<T>(Func<ClinicDb, Task<T>> find, Action<T> change) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        change(await find(db));
        await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
    });

    private Task<Booking> ReadAsync(Booking booking) => clinic.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == booking.Id));

    /// <summary>The first two hours after those of the tests before.</summary>
    private async Task<DateTime> FreeAsync(int day) => At(day, 8 + (2 * await clinic.ReadAsync(db => db.Bookings.CountAsync(b => b.StartsAt >= At(day, 0) && b.StartsAt < At(day, 23)))));

    private static DateTime At(int day, int hour) => new(2026, 6, day, hour, 0, 0, DateTimeKind.Utc);
}
