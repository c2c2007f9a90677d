using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Waiting;
using Fibril.Platform.Messages;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>The waiting list from the wish to the visit; one room, one chair; each test has a day of its own and ends with an empty list.</summary>
public sealed class WaitingTests : IClassFixture<TestClinic>, IAsyncLifetime
{
    private readonly TestClinic clinic;

    public WaitingTests(TestClinic clinic) => this.clinic = clinic;

    public async ValueTask InitializeAsync()
    {
        if (!await clinic.ReadAsync(db => db.Places.AnyAsync()))
        {
            await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room 1");
            await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair 1");
        }
    }

    /// <summary>Nobody is left on the list for the next test.</summary>
    public async ValueTask DisposeAsync()
    {
        await clinic.ReadAsync(db => db.WaitingEntries.ExecuteDeleteAsync());
        await clinic.DrainAsync();
    }

    [Fact]
    public async Task A_cancelled_visit_is_offered_to_the_longest_waiting_who_says_yes()
    {
        var (_, booked) = await clinic.CreateReadyCourseAsync("Cancels");
        var (first, waits) = await clinic.CreateReadyCourseAsync("Waits");
        var (_, later) = await clinic.CreateReadyCourseAsync("Later");
        var visit = await clinic.BookAsync(booked, At(22, 9));
        await JoinAsync(waits, first);
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await JoinAsync(later);

        await CancelAsync(visit);
        using var browser = Browser.Of(clinic, first);
        await browser.GetAsync($"/my/waiting/{waits.Id}");

        Assert.Contains("Arrive 10:00", browser.Text, StringComparison.Ordinal);
        Assert.Null((await EntryAsync(later)).Open);
        var mail = await clinic.ReadAsync(db => db.Messages.SingleAsync(m => m.PersonId == first.Id && m.Kind == MessageKind.TimeOffered));
        Assert.Contains($"/my/waiting/{waits.Id}", mail.Text, StringComparison.Ordinal);
        await browser.PressAsync("Yes, book it");
        Assert.Contains("Booked", browser.Text, StringComparison.Ordinal);
        Assert.Equal("has a time", (await EntryAsync(waits)).EndedWhy);
        Assert.DoesNotContain(await clinic.ReadAsync(db => db.Occupancies.Where(o => o.UnitStart >= At(22, 0) && o.UnitStart < At(23, 0)).ToListAsync()), o => o.ExpiresAt is not null);
    }

    [Fact]
    public async Task An_offer_without_an_answer_goes_to_the_next_and_the_person_stays()
    {
        var (_, booked) = await clinic.CreateReadyCourseAsync("Goes");
        var (_, silent) = await clinic.CreateReadyCourseAsync("Silent");
        var (_, next) = await clinic.CreateReadyCourseAsync("Next");
        var visit = await clinic.BookAsync(booked, At(23, 9));
        await JoinAsync(silent);
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await JoinAsync(next);
        await CancelAsync(visit);

        clinic.Clock.Advance(WaitingRules.ToAnswer + MessageRules.UndoWindow);
        var lapsed = await clinic.UseAsync<PassOnOffers, int>(u => u.Handle());
        await clinic.DrainAsync();
        var again = await clinic.UseAsync<PassOnOffers, int>(u => u.Handle());

        Assert.Equal((1, 0), (lapsed, again));
        Assert.Equal(WaitingAnswer.Lapsed, Assert.Single((await EntryAsync(silent)).Offers).Answer);
        Assert.Null((await EntryAsync(silent)).EndedAt);
        Assert.Equal(At(23, 9), (await EntryAsync(next)).Open!.StartsAt);
        var late = await clinic.UseAsync<TakeOffer, FormResult?>(u => u.Handle(silent.Id), clinic.FrontDesk);
        Assert.Null(late);
    }

    [Fact]
    public async Task No_asks_the_next_at_once_and_nobody_is_asked_twice()
    {
        var (_, booked) = await clinic.CreateReadyCourseAsync("Off");
        var (_, only) = await clinic.CreateReadyCourseAsync("Only");
        var visit = await clinic.BookAsync(booked, At(24, 9));
        await JoinAsync(only);
        await CancelAsync(visit);

        await clinic.UseAsync<DeclineOffer, FormResult?>(u => u.Handle(only.Id), clinic.FrontDesk);
        await clinic.DrainAsync();
        var again = await clinic.UseAsync<OfferTime, Guid?>(u => u.Handle(new(At(24, 9), At(24, 9).AddMinutes(15))));

        Assert.Null(again);
        Assert.Null((await EntryAsync(only)).Open);
        Assert.Equal(0, await clinic.ReadAsync(db => db.Bookings.CountAsync(b => b.CourseId == only.Id)));
    }

    [Theory]
    [InlineData("declines", 6)]
    [InlineData("leaves", 7)]
    public async Task Patient_who_wants_it_not_hands_the_time_on(string how, int day)
    {
        var (_, booked) = await clinic.CreateReadyCourseAsync("Gives");
        var (patient, first) = await clinic.CreateReadyCourseAsync("First");
        var (_, next) = await clinic.CreateReadyCourseAsync("After");
        var at = new DateTime(2026, 7, day, 9, 0, 0, DateTimeKind.Utc);
        var visit = await clinic.BookAsync(booked, at);
        await JoinAsync(first);
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await JoinAsync(next);
        await CancelAsync(visit);
        Assert.Equal(at, (await EntryAsync(first)).Open!.StartsAt);

        Assert.IsType<FormResult.GoTo>(how == "declines"
            ? await clinic.UseAsync<DeclineOffer, FormResult?>(u => u.Handle(first.Id), patient: patient)
            : await clinic.UseAsync<LeaveWaiting, FormResult?>(u => u.Handle(first.Id), patient: patient));
        await clinic.DrainAsync();

        Assert.Equal(at, (await EntryAsync(next)).Open!.StartsAt);
        await clinic.UseAsync<LeaveWaiting, FormResult?>(u => u.Handle(first.Id), clinic.FrontDesk);
        await clinic.UseAsync<LeaveWaiting, FormResult?>(u => u.Handle(next.Id), clinic.FrontDesk);
    }

    [Fact]
    public async Task Who_has_a_later_visit_moves_it_and_the_sequence_rises()
    {
        var (_, booked) = await clinic.CreateReadyCourseAsync("Free");
        var (_, mover) = await clinic.CreateReadyCourseAsync("Mover");
        var visit = await clinic.BookAsync(booked, At(25, 9));
        var own = await clinic.BookAsync(mover, At(29, 9));
        await clinic.DrainAsync();
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await JoinAsync(mover);
        await CancelAsync(visit);

        var result = await clinic.UseAsync<TakeOffer, FormResult?>(u => u.Handle(mover.Id), clinic.FrontDesk);

        Assert.IsType<FormResult.GoTo>(result);
        var moved = Assert.Single(await clinic.ReadAsync(db => db.Bookings.Where(b => b.CourseId == mover.Id).ToListAsync()));
        Assert.Equal((own.Id, At(25, 9), own.Sequence + 1), (moved.Id, moved.StartsAt, moved.Sequence));
        var taken = await clinic.ReadAsync(db => db.Occupancies.Where(o => o.BookingId == own.Id).ToListAsync());
        Assert.All(taken, o => Assert.True(o.UnitStart < At(26, 0) && o.ExpiresAt is null));
    }

    [Fact]
    public async Task A_moved_visit_leaves_its_time_to_who_waits_for_that_day_of_the_week()
    {
        var (_, booked) = await clinic.CreateReadyCourseAsync("Moves");
        var (_, monday) = await clinic.CreateReadyCourseAsync("Monday");
        var (_, tuesday) = await clinic.CreateReadyCourseAsync("Tuesday");
        var visit = await clinic.BookAsync(booked, At(30, 9));
        await JoinAsync(monday, days: DayOfWeek.Monday);
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await JoinAsync(tuesday, days: DayOfWeek.Tuesday);

        await clinic.UseAsync<MoveVisit, FormResult?>(u => u.Handle(visit.Id, At(30, 14)), clinic.FrontDesk);
        await clinic.DrainAsync();

        Assert.Null((await EntryAsync(monday)).Open);
        Assert.Equal(At(30, 9), (await EntryAsync(tuesday)).Open!.StartsAt);
    }

    [Fact]
    public async Task Who_books_in_another_way_no_longer_waits()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Other way");
        await JoinAsync(course);

        await clinic.BookAsync(course, new(2026, 7, 2, 9, 0, 0, DateTimeKind.Utc));
        await clinic.DrainAsync();

        Assert.Equal("booked a time", (await EntryAsync(course)).EndedWhy);
    }

    [Fact]
    public async Task The_desk_sees_who_waits_in_the_diary_and_takes_somebody_off()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Seen");
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync($"/staff/courses/{course.Id}/waiting");
        await browser.PressAsync("Put on the waiting list", ("Days", "Tuesday"), ("Not before", "13:00"));

        await browser.GetAsync("/staff/diary");
        Assert.Contains("Tue, from 13:00", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Seen Example");
        await browser.PressAsync("Take off the list");

        Assert.Contains("When would it suit?", browser.Text, StringComparison.Ordinal);
        Assert.NotNull((await EntryAsync(course)).EndedAt);
    }

    [Fact]
    public async Task A_stranger_reaches_nobody_elses_place_on_the_list()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Private");
        var (stranger, _) = await clinic.CreateReadyCourseAsync("Curious");
        await JoinAsync(course);

        Assert.Null(await clinic.UseAsync<LeaveWaiting, FormResult?>(u => u.Handle(course.Id), patient: stranger));
        Assert.Null(await clinic.UseAsync<JoinWaiting, FormResult?>(u => u.Handle(course.Id, new(), []), patient: stranger));
        Assert.Null(await clinic.UseAsync<TakeOffer, FormResult?>(u => u.Handle(course.Id), patient: stranger));
    }

    private async Task JoinAsync(Course course, Patient? patient = null, params DayOfWeek[] days) =>
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<JoinWaiting, FormResult?>(u => u.Handle(course.Id, new(), days), patient is null ? clinic.FrontDesk : null, patient));

    private async Task CancelAsync(Booking visit)
    {
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<CancelVisit, FormResult?>(u => u.Handle(visit.Id, "flu"), clinic.FrontDesk));
        await clinic.DrainAsync();
    }

    private Task<WaitingEntry> EntryAsync(Course course) => clinic.ReadAsync(db => db.WaitingEntries.AsNoTracking().SingleAsync(w => w.CourseId == course.Id));

    private static DateTime At(int day, int hour) => new(2026, 6, day, hour, 0, 0, DateTimeKind.Utc);
}
