using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Waiting;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>Times that are kept while somebody chooses, before and after their ten minutes. One room and one chair; each test has days of its own.</summary>
public sealed class HoldTests : IClassFixture<TestClinic>, IAsyncLifetime
{
    private readonly TestClinic clinic;

    public HoldTests(TestClinic clinic) => this.clinic = clinic;

    public async ValueTask InitializeAsync() => await clinic.OneRoomAndChairAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_a_person_holds_is_free_for_that_person_and_for_nobody_else()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Holds");
        var (stranger, other) = await clinic.CreateReadyCourseAsync("Looks");
        var hold = await HoldAsync(patient, course, At(11, 9));

        var own = await FindAsync(course, 11, u => clinic.UseAsync(u, patient: patient));
        var desk = await FindAsync(course, 11, u => clinic.UseAsync(u, clinic.FrontDesk));
        var theirs = await FindAsync(other, 11, u => clinic.UseAsync(u, patient: stranger));

        foreach (var found in new[] { own, desk })
        {
            Assert.Contains(found.Days.SelectMany(d => d.Offers), o => o.StartsAt == At(11, 9));
            Assert.Equal(hold, Assert.Single(found.Subject.Held).Id);
        }

        Assert.Empty(theirs.Subject.Held);
        Assert.DoesNotContain(theirs.Days.SelectMany(d => d.Offers), o => o.StartsAt == At(11, 9));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(240)]
    public async Task Another_hold_ends_the_one_before_it(int minutesLater)
    {
        var day = minutesLater switch { 0 => 12, 15 => 15, _ => 16 };
        var (patient, course) = await clinic.CreateReadyCourseAsync("Again");
        var first = await HoldAsync(patient, course, At(day, 9));

        var second = await HoldAsync(patient, course, At(day, 9).AddMinutes(minutesLater));

        Assert.Equal([second], (await LastingAsync(course)).Select(b => b.Id));
        Assert.Equal(HoldRules.AnotherTime, (await BookingAsync(first)).CancelledWhy);
        Assert.Equal([second], await TakenByAsync(day));
        var late = Assert.IsType<FormResult.Refused>(await clinic.UseAsync<BookHeldTime, FormResult?>(u => u.Handle(first), patient: patient));
        Assert.StartsWith("Another time was chosen since.", late.Decision.Reasons[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_of_one_person_cannot_fill_a_day()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Greedy");
        var (_, other) = await clinic.CreateReadyCourseAsync("Modest");
        foreach (var minutes in Enumerable.Range(0, 16).Select(n => n * 30))
        {
            await clinic.UseAsync<HoldTime, FormResult?>(u => u.Handle(course.Id, VisitKind.Consultation, At(17, 8).AddMinutes(minutes)), patient: patient);
        }

        Assert.Single(await TakenByAsync(17));
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(other.Id, VisitKind.Session, At(17, 9)), clinic.FrontDesk));
    }

    [Fact]
    public async Task A_hold_for_one_person_leaves_those_for_others_alone()
    {
        var (_, first) = await clinic.CreateReadyCourseAsync("First");
        var (_, second) = await clinic.CreateReadyCourseAsync("Second");

        await clinic.UseAsync<HoldTime, FormResult?>(u => u.Handle(first.Id, VisitKind.Session, At(18, 9)), clinic.FrontDesk);
        await clinic.UseAsync<HoldTime, FormResult?>(u => u.Handle(second.Id, VisitKind.Session, At(18, 13)), clinic.FrontDesk);

        Assert.Single(await LastingAsync(first));
        Assert.Single(await LastingAsync(second));
    }

    [Fact]
    public async Task The_desk_books_for_a_person_what_that_person_holds()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Calls");
        var hold = await HoldAsync(patient, course, At(19, 9));

        var booking = await clinic.BookAsync(course, At(19, 9));

        Assert.NotEqual(hold, booking.Id);
        Assert.Equal([booking.Id], await TakenByAsync(19));
        Assert.Empty(await LastingAsync(course));
    }

    [Fact]
    public async Task Moving_a_visit_to_a_time_that_the_person_holds_ends_the_hold()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Moves");
        var booking = await clinic.BookAsync(course, At(22, 9));
        await clinic.UseAsync<HoldTime, FormResult?>(u => u.Handle(course.Id, VisitKind.Consultation, At(22, 13)), patient: patient);

        var moved = await clinic.UseAsync<MoveVisit, FormResult?>(u => u.Handle(booking.Id, At(22, 13)), patient: patient);

        Assert.IsType<FormResult.GoTo>(moved);
        Assert.Equal([booking.Id], await TakenByAsync(22));
    }

    [Fact]
    public async Task Two_holds_at_once_by_one_person_leave_one()
    {
        for (var day = 6; day <= 10; day++)
        {
            var (patient, course) = await clinic.CreateReadyCourseAsync($"Twice{day}");
            var starts = new[] { 9, 13 }.Select(h => At(day, h)).ToList();

            var answers = await Task.WhenAll(starts.Select(s => Task.Run(() => clinic.UseAsync<HoldTime, FormResult?>(u => u.Handle(course.Id, VisitKind.Session, s), patient: patient))));

            Assert.All(answers, a => Assert.IsType<FormResult.GoTo>(a));
            var lasting = Assert.Single(await LastingAsync(course));
            var taken = await clinic.ReadAsync(db => db.Occupancies.Where(o => o.ResourceId == patient.Id).Select(o => o.BookingId).Distinct().ToListAsync());
            Assert.Equal([lasting.Id], taken);
        }
    }

    [Fact]
    public async Task Book_it_too_late_keeps_what_was_typed_and_one_press_books_anew()
    {
        await ConsentAsync(PrerequisiteLevel.SkippableWithReason);
        var (patient, course) = await clinic.CreateReadyCourseAsync("Late");
        var hold = await HoldAsync(patient, course, At(24, 9), "I sign at the door.");
        Lapse();

        var late = Assert.IsType<FormResult.Refused>(await clinic.UseAsync<BookHeldTime, FormResult?>(u => u.Handle(hold), patient: patient));
        var anew = Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<BookHeldTime, FormResult?>(u => u.Handle(hold, anew: true), patient: patient));

        Assert.Equal((HoldRules.Over, 409, 0), (Assert.Single(late.Decision.Reasons).Code, late.Status, late.Instead.Count));
        var booking = await BookingAsync(Guid.Parse(anew.Url.Split('/')[^1]));
        Assert.Equal((At(24, 9), "I sign at the door.", true), (booking.StartsAt, booking.SkippedWhy, booking.Stands));
        await ConsentAsync(PrerequisiteLevel.Reminder);
    }

    [Fact]
    public async Task Too_late_for_a_time_that_has_gone_names_the_three_nearest()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Slow");
        var (_, other) = await clinic.CreateReadyCourseAsync("Quick");
        var hold = await HoldAsync(patient, course, At(25, 9));
        Lapse();
        await clinic.BookAsync(other, At(25, 9));

        var late = Assert.IsType<FormResult.Refused>(await clinic.UseAsync<BookHeldTime, FormResult?>(u => u.Handle(hold), patient: patient));
        var anew = Assert.IsType<FormResult.Refused>(await clinic.UseAsync<BookHeldTime, FormResult?>(u => u.Handle(hold, anew: true), patient: patient));

        Assert.Equal([HoldRules.Over, "slot-taken"], late.Decision.Reasons.Select(r => r.Code));
        Assert.Equal(3, late.Instead.Count);
        Assert.Equal("slot-taken", Assert.Single(anew.Decision.Reasons).Code);
        Assert.Empty(await LastingAsync(course));
    }

    [Fact]
    public async Task Who_read_a_hold_before_its_time_was_given_back_cannot_book_it()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Reads");
        var (_, other) = await clinic.CreateReadyCourseAsync("Takes");
        var hold = await HoldAsync(patient, course, At(26, 9));

        await Assert.ThrowsAsync<LostRaceException>(() => clinic.InAsync(async services =>
        {
            var (db, caller) = (services.GetRequiredService<ClinicDb>(), services.GetRequiredService<Caller>());
            var read = await db.Bookings.SingleAsync(b => b.Id == hold);
            Lapse();
            await clinic.BookAsync(other, At(26, 9));
            read.HoldUntil(null);
            await db.SaveAsync(caller.Act("book visit"));
        }));
    }

    [Fact]
    public async Task A_hold_that_is_over_is_known_for_a_week()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Weeks");
        var (_, other) = await clinic.CreateReadyCourseAsync("Sweeps");
        var hold = await HoldAsync(patient, course, At(29, 9));

        Lapse();
        await clinic.BookAsync(other, At(29, 9));
        Assert.Equal(HoldRules.TimeIsOver, (await BookingAsync(hold)).CancelledWhy);

        clinic.Clock.Advance(HoldRules.KnownFor);
        await HoldAsync(patient, course, At(31, 9));
        Lapse();
        var (_, next) = await clinic.CreateReadyCourseAsync("Next");
        await clinic.BookAsync(next, At(31, 9));

        Assert.False(await clinic.ReadAsync(db => db.Bookings.AnyAsync(b => b.Id == hold)));
    }

    [Fact]
    public async Task A_hold_and_an_offer_of_the_waiting_list_leave_each_other_alone()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Waits");
        await clinic.UseAsync<JoinWaiting, FormResult?>(u => u.Handle(course.Id, new(), []), patient: patient);
        var (morning, noon) = (At(30, 9), At(30, 13));
        var hold = await HoldAsync(patient, course, noon);

        var asked = await clinic.UseAsync<OfferTime, Guid?>(u => u.Handle(new(morning, morning.AddMinutes(15))), clinic.FrontDesk);
        Assert.NotNull(asked);
        Assert.Equal(2, (await LastingAsync(course)).Count);

        var second = await HoldAsync(patient, course, noon.AddMinutes(30));
        var offered = (await clinic.ReadAsync(db => db.WaitingEntries.SingleAsync(w => w.Id == asked))).Open!.HoldId;
        Assert.Equal(new[] { offered, second }.Order(), (await LastingAsync(course)).Select(b => b.Id).Order());
        Assert.NotNull((await BookingAsync(hold)).CancelledAt);
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<TakeOffer, FormResult?>(u => u.Handle(course.Id), patient: patient));
    }

    private static DateTime At(int day, int hour) => new(2026, 7, day, hour, 0, 0, DateTimeKind.Utc);

    private void Lapse() => clinic.Clock.Advance(HoldTime.Length);

    private Task<Booking> BookingAsync(Guid id) => clinic.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == id));

    /// <summary>Holds of a course that are neither over nor ended.</summary>
    private async Task<IReadOnlyList<Booking>> LastingAsync(Course course)
    {
        var now = clinic.Clock.GetUtcNow().UtcDateTime;
        return await clinic.ReadAsync(db => db.Bookings.AsNoTracking().Where(b => b.CourseId == course.Id && b.HeldUntil > now && b.CancelledAt == null).ToListAsync());
    }

    /// <summary>Whose the units of a day are.</summary>
    private Task<List<Guid>> TakenByAsync(int day) =>
        clinic.ReadAsync(db => db.Occupancies.Where(o => o.UnitStart >= At(day, 0) && o.UnitStart < At(day, 23)).Select(o => o.BookingId).Distinct().ToListAsync());

    private static async Task<TimesFound> FindAsync(Course course, int day, Func<Func<FindTimes, Task<TimesFound?>>, Task<TimesFound?>> use) =>
        (await use(u => u.Handle(course.Id, VisitKind.Session, DateOnly.FromDateTime(At(day, 0)), days: 1)))!;

    private Task ConsentAsync(PrerequisiteLevel level) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        var row = await db.Clinics.SingleAsync();
        row.Booking = row.Booking with { Consent = level };
        await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
    });

    private async Task<Guid> HoldAsync(Patient patient, Course course, DateTime at, string? why = null)
    {
        var hold = await clinic.UseAsync<HoldTime, FormResult?>(u => u.Handle(course.Id, VisitKind.Session, at, why: why), patient: patient);
        return Guid.Parse(Assert.IsType<FormResult.GoTo>(hold).Url.Split('/')[3]);
    }
}
