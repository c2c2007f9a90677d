using Fibril.Pathway.Bookings;
using Fibril.Platform.Ui;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings.Moving;

/// <summary>Two that are moved to one time at once, where there is room for both.</summary>
public class MoveRaceTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Who_loses_the_first_crew_gets_the_second()
    {
        foreach (var n in new[] { 1, 2 })
        {
            await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, $"Room {n}");
            await clinic.AddPlaceAsync(PlaceKind.NumbingChair, $"Chair {n}");
        }

        for (var n = 0; n < 6; n++)
        {
            var day = new DateTime(2026, 7, 6 + n, 0, 0, 0, DateTimeKind.Utc);
            var bookings = new List<Booking>();
            foreach (var (name, hour) in new[] { ("Ann", 8), ("Ben", 10) })
            {
                bookings.Add(await clinic.BookAsync((await clinic.CreateReadyCourseAsync($"{name}{n}")).Course, day.AddHours(hour)));
            }

            var answers = await Task.WhenAll(bookings.Select(b => Task.Run(() => clinic.UseAsync<MoveVisit, FormResult?>(u => u.Handle(b.Id, day.AddHours(14)), clinic.FrontDesk))));

            Assert.All(answers, a => Assert.IsType<FormResult.GoTo>(a));
            Assert.Equal(2, await clinic.ReadAsync(db => db.Bookings.CountAsync(b => b.StartsAt == day.AddHours(14))));
        }
    }
}
