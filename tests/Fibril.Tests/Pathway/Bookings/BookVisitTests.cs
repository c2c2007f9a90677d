using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Ui;
using Fibril.Practice.Places;
using Fibril.Tests.Pathway.Consents;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings;

public sealed class BookVisitTests : IClassFixture<TestClinic>, IAsyncLifetime
{
    private readonly TestClinic clinic;

    public BookVisitTests(TestClinic clinic) => this.clinic = clinic;

    /// <summary>One room and one practitioner per test's day; every test takes a day of its own.</summary>
    public async ValueTask InitializeAsync()
    {
        if (!await clinic.ReadAsync(db => db.Places.AnyAsync()))
        {
            await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room 1");
            await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair 1");
            await clinic.InAsync(async services =>
            {
                var db = (Fibril.Platform.Data.ClinicDb)services.GetService(typeof(Fibril.Platform.Data.ClinicDb))!;
                var physician = await db.StaffMembers.FirstAsync(s => s.Id == clinic.Physician.Id);
                physician.MaxDepthMm = 0.1m;
                var caller = (Fibril.Platform.Data.Caller)services.GetService(typeof(Fibril.Platform.Data.Caller))!;
                await db.SaveAsync(caller.Act("prepare test"));
            });
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Thirty_two_at_once_for_one_slot_one_wins()
    {
        var courses = new List<Guid>();
        for (var n = 0; n < 32; n++)
        {
            courses.Add((await clinic.CreateReadyCourseAsync($"Racer{n}")).Course.Id);
        }

        var at = At(11, 9);
        var results = await Task.WhenAll(courses.Select(c => Task.Run(() => Book(c, at))));

        Assert.Single(results.OfType<FormResult.GoTo>());
        Assert.All(results.OfType<FormResult.Refused>(), r => Assert.Equal("slot-taken", Assert.Single(r.Decision.Reasons).Code));
        var held = await clinic.ReadAsync(db => db.Bookings.CountAsync(b => b.StartsAt == at));
        Assert.Equal(1, held);
    }

    [Fact]
    public async Task Everything_the_visit_needs_is_taken_unit_by_unit()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Unit");

        var booking = await clinic.BookAsync(course, At(12, 9));

        var taken = await clinic.ReadAsync(db => db.Occupancies.Where(o => o.BookingId == booking.Id).ToListAsync());
        Assert.Equal(VisitLayout.UnitsOf(booking.Segments, new Dictionary<Guid, int>(), booking.PatientId).Count(), taken.Count);
        Assert.All(taken, o => Assert.Null(o.ExpiresAt));
    }

    [Fact]
    public async Task A_taken_time_names_what_is_still_free()
    {
        var (_, first) = await clinic.CreateReadyCourseAsync("First");
        var (_, second) = await clinic.CreateReadyCourseAsync("Second");
        await clinic.BookAsync(first, At(13, 9));

        var result = await Book(second.Id, At(13, 9));

        var reason = Assert.Single(Assert.IsType<FormResult.Refused>(result).Decision.Reasons);
        Assert.Equal("slot-taken", reason.Code);
        Assert.Contains("Still free that day", reason.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_keeps_the_time_and_lapses_after_ten_minutes()
    {
        var (patient, first) = await clinic.CreateReadyCourseAsync("Holder");
        var (_, second) = await clinic.CreateReadyCourseAsync("Waiter");
        var hold = await clinic.UseAsync<HoldTime, FormResult?>(u => u.Handle(first.Id, VisitKind.Session, At(14, 9)), patient: patient);
        var id = Guid.Parse(Assert.IsType<FormResult.GoTo>(hold).Url.Split('/')[3]);
        Assert.IsType<FormResult.Refused>(await Book(second.Id, At(14, 9)));

        clinic.Clock.Advance(HoldTime.Length);
        var booked = await Book(second.Id, At(14, 9));
        var late = await clinic.UseAsync<BookHeldTime, FormResult?>(u => u.Handle(id), patient: patient);

        Assert.IsType<FormResult.GoTo>(booked);
        Assert.Equal([HoldRules.Over, "slot-taken"], Assert.IsType<FormResult.Refused>(late).Decision.Reasons.Select(r => r.Code));
    }

    [Fact]
    public async Task A_held_time_becomes_a_booking()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Keeper");
        var hold = await clinic.UseAsync<HoldTime, FormResult?>(u => u.Handle(course.Id, VisitKind.Session, At(15, 9)), patient: patient);
        var id = Guid.Parse(Assert.IsType<FormResult.GoTo>(hold).Url.Split('/')[3]);

        await clinic.UseAsync<BookHeldTime, FormResult?>(u => u.Handle(id), patient: patient);
        clinic.Clock.Advance(TimeSpan.FromMinutes(30));
        var (_, other) = await clinic.CreateReadyCourseAsync("Other");
        var refused = await Book(other.Id, At(15, 9));

        Assert.IsType<FormResult.Refused>(refused);
        var booking = await clinic.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == id));
        Assert.True(booking.Stands);
        Assert.DoesNotContain(await clinic.ReadAsync(db => db.Occupancies.Where(o => o.BookingId == id).ToListAsync()), o => o.ExpiresAt is not null);
    }

    [Fact]
    public async Task Moving_gives_the_old_time_back_and_raises_the_sequence()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Mover");
        var (_, next) = await clinic.CreateReadyCourseAsync("Next");
        var booking = await clinic.BookAsync(course, At(16, 9));

        var moved = await clinic.UseAsync<MoveVisit, FormResult?>(u => u.Handle(booking.Id, At(16, 9).AddMinutes(15)), clinic.FrontDesk);
        var far = await clinic.UseAsync<MoveVisit, FormResult?>(u => u.Handle(booking.Id, At(16, 13)), clinic.FrontDesk);
        var taken = await Book(next.Id, At(16, 9));

        Assert.IsType<FormResult.GoTo>(moved);
        Assert.IsType<FormResult.GoTo>(far);
        Assert.IsType<FormResult.GoTo>(taken);
        Assert.Equal(booking.Sequence + 2, (await clinic.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id))).Sequence);
    }

    [Fact]
    public async Task A_move_that_fails_leaves_the_visit_where_it_was()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Stay");
        var (_, other) = await clinic.CreateReadyCourseAsync("Blocker");
        var booking = await clinic.BookAsync(course, At(17, 9));
        await clinic.BookAsync(other, At(17, 13));

        var result = await clinic.UseAsync<MoveVisit, FormResult?>(u => u.Handle(booking.Id, At(17, 13)), clinic.FrontDesk);

        Assert.IsType<FormResult.Refused>(result);
        Assert.Equal(At(17, 9), (await clinic.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id))).StartsAt);
    }

    [Fact]
    public async Task Cancelling_frees_the_time_and_keeps_the_reason()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Gone");
        var (_, next) = await clinic.CreateReadyCourseAsync("Glad");
        var booking = await clinic.BookAsync(course, At(18, 9));

        var silent = await clinic.UseAsync<CancelVisit, FormResult?>(u => u.Handle(booking.Id, " "), clinic.FrontDesk);
        await clinic.UseAsync<CancelVisit, FormResult?>(u => u.Handle(booking.Id, "flu"), clinic.FrontDesk);

        Assert.IsType<FormResult.Refused>(silent);
        Assert.Equal("flu", (await clinic.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id))).CancelledWhy);
        Assert.IsType<FormResult.GoTo>(await Book(next.Id, At(18, 9)));
    }

    [Fact]
    public async Task A_patient_reaches_nobody_elses_visit()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Own");
        var (stranger, _) = await clinic.CreateReadyCourseAsync("Stranger");
        var booking = await clinic.BookAsync(course, At(19, 9));

        Assert.Null(await clinic.UseAsync<CancelVisit, FormResult?>(u => u.Handle(booking.Id, "no"), patient: stranger));
        Assert.Null(await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(course.Id, VisitKind.Session, At(20, 9)), patient: stranger));
    }

    [Fact]
    public async Task Offers_begin_where_care_lets_them_and_say_why()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Later", ConsentData.Case() with { Products = [new() { Id = "retinol", LastUsed = clinic.Today.AddDays(-1), Zones = ["cheek"] }] });
        var consultation = new Consultation { CourseId = course.Id, PatientId = course.PatientId, StartedAt = TestClinic.Start.UtcDateTime };
        consultation.Reply(new()
        {
            Question = "skincare",
            Reply = Reply.Yes,
            AnsweredAt = TestClinic.Start.UtcDateTime,
            By = "patient",
            Items = [new() { Kind = AnswerItemKind.Product, Id = "retinol", Now = true, Prescribed = false }],
        });
        await clinic.AddAsync(consultation);

        var found = await clinic.UseAsync<FindTimes, TimesFound?>(u => u.Handle(course.Id, VisitKind.Session), clinic.FrontDesk);

        Assert.Equal(clinic.Today.AddDays(5), found!.EarliestOn);
        Assert.Equal(["hold", "not-before"], found.Because.Select(r => r.Code));
        Assert.Equal(found.EarliestOn, found.Days[0].On);
    }

    private Task<FormResult?> Book(Guid courseId, DateTime at) =>
        clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(courseId, VisitKind.Session, at), clinic.FrontDesk);

    private static DateTime At(int day, int hour) => new(2026, 6, day, hour, 0, 0, DateTimeKind.Utc);
}
