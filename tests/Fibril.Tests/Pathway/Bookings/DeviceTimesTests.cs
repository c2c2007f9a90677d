using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Moving;
using Fibril.Platform.Ui;
using Fibril.Practice.Devices;
using Fibril.Practice.Places;
using Fibril.Tests.Pathway.Plans;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>Two rooms, two practitioners and one pen; each test has days of its own.</summary>
public sealed class DeviceTimesTests(TestClinic clinic) : IClassFixture<TestClinic>, IAsyncLifetime
{
    private Device pen = null!;

    public async ValueTask InitializeAsync()
    {
        if (!await clinic.ReadAsync(db => db.Devices.AnyAsync()))
        {
            await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room 1");
            await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room 2");
            await clinic.PenAsync();
        }

        pen = await clinic.ReadAsync(db => db.Devices.FirstAsync(d => d.Name == "House pen"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Two_sessions_at_once_with_one_pen_are_one_every_time()
    {
        for (var n = 0; n < 5; n++)
        {
            var (one, two) = (await CourseAsync($"One{n}"), await CourseAsync($"Two{n}"));
            var at = At(6 + n, 9);

            var answers = await Task.WhenAll(new[] { one, two }.Select(c => Task.Run(() => BookAsync(c, at))));

            Assert.Single(answers.OfType<FormResult.GoTo>());
            Assert.Equal("slot-taken", Assert.Single(answers.OfType<FormResult.Refused>()).Decision.Reasons[0].Code);
            Assert.Equal(1, await clinic.ReadAsync(db => db.Bookings.CountAsync(b => b.StartsAt == at)));
        }
    }

    [Fact]
    public async Task Pen_is_free_again_when_the_needle_rests_and_a_talk_needs_none()
    {
        var first = await clinic.BookAsync(await CourseAsync("First"), At(15, 9));
        var needle = first.Segments.Single(s => s.Kind == SegmentKind.Needling);
        Assert.Equal(pen.Id, needle.DeviceId);
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        var appointment = await (await desk.RawAsync(new(HttpMethod.Get, $"/fhir/Appointment/{first.Id}"))).Content.ReadAsStringAsync();
        Assert.Contains($"\"Device/{pen.Id}\"", appointment, StringComparison.Ordinal);

        var second = await CourseAsync("Second");
        Assert.IsType<FormResult.Refused>(await BookAsync(second, At(15, 9)));
        var found = await clinic.UseAsync<FindTimes, TimesFound?>(u => u.Handle(second.Id, VisitKind.Session, new(2026, 7, 15), days: 1), clinic.FrontDesk);
        var next = found!.Days[0].Offers.First(o => o.StartsAt > first.StartsAt); // checked in while the first has the aftercare
        Assert.True(next.StartsAt < first.EndsAt && next.Segments.Single(s => s.Kind == SegmentKind.Needling).StartsAt >= needle.EndsAt, $"{next.StartsAt:HH:mm}");
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(first.CourseId, VisitKind.Review, At(15, 10)), clinic.FrontDesk));
    }

    [Fact]
    public async Task Who_moves_a_visit_reads_that_the_pen_is_with_somebody_else()
    {
        await clinic.BookAsync(await CourseAsync("Olga"), At(16, 9));
        var mine = await clinic.BookAsync(await CourseAsync("Mia"), At(16, 12));

        var found = await clinic.UseAsync<FindPlaces, PlacesFound?>(u => u.Handle(mine.Id), clinic.FrontDesk);

        Assert.Contains(found!.Places, p => p.Choices.Single(c => c.StartsAt == At(16, 9)).Words.Contains("House pen is with Olga Example", StringComparison.Ordinal));
        Assert.Equal("House pen", found.Use.Name(pen.Id));
    }

    [Fact]
    public async Task Second_pen_of_the_kind_lets_two_be_needled_at_once()
    {
        var (one, two) = (await CourseAsync("Ella"), await CourseAsync("Emma"));
        await clinic.BookAsync(one, At(17, 9));
        var spare = await clinic.PenAsync(name: "Spare pen");

        var booking = await clinic.BookAsync(two, At(17, 9));

        Assert.Equal(spare.Id, booking.Segments.Single(s => s.Kind == SegmentKind.Needling).DeviceId);
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await desk.GetAsync($"/staff/bookings/{booking.Id}");
        Assert.Contains("with Spare pen", desk.Text, StringComparison.Ordinal);
        var input = SaveDevice.Input.Of(spare);
        input.Retired = true;
        await clinic.UseAsync<SaveDevice, FormResult>(u => u.Handle(spare.Id, input), clinic.Owner);
    }

    private static DateTime At(int day, int hour) => new(2026, 7, day, hour, 0, 0, DateTimeKind.Utc);

    private async Task<Course> CourseAsync(string name) => (await clinic.CreateReadyCourseAsync(name, anaesthetic: "none", device: pen.Id)).Course;

    private Task<FormResult?> BookAsync(Course course, DateTime at) => clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(course.Id, VisitKind.Session, at), clinic.FrontDesk);
}
