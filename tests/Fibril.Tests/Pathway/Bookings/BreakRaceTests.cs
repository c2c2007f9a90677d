using Fibril.Pathway.Bookings;
using Fibril.Platform.Ui;
using Fibril.Practice.Places;
using Fibril.Practice.Staff.Hours;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>Two who leave each other no break: the key of the occupied times does not know of it.</summary>
public sealed class BreakRaceTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Two_visits_at_once_that_together_would_take_a_break_are_one()
    {
        var hours = new StaffHours { StaffId = clinic.Practitioner.Id };
        hours.Set([], new(30, new(12, 0), new(14, 0)));
        await clinic.AddAsync(hours);
        await clinic.AddPlaceAsync(PlaceKind.ConsultationRoom, "Talk 1");
        for (var n = 0; n < 5; n++)
        {
            var wanted = new[] { At(12), At(13) }.Select(t => t.AddDays(n)).ToList(); // London in October: 45 minutes from 12:00 and from 13:00
            var courses = new[] { (await clinic.CreateReadyCourseAsync($"Noon{n}")).Course, (await clinic.CreateReadyCourseAsync($"One{n}")).Course };

            var answers = await Task.WhenAll(wanted.Zip(courses).Select(w => Task.Run(() => clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(w.Second.Id, VisitKind.Consultation, w.First, clinic.Practitioner.Id), clinic.FrontDesk))));

            Assert.Single(answers.OfType<FormResult.GoTo>());
            Assert.Single(answers.OfType<FormResult.Refused>());
        }

        static DateTime At(int hour) => new(2026, 10, 5, hour - 1, 0, 0, DateTimeKind.Utc);
    }
}
