using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Bookings;

public class LookFirstTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 2)]
    public async Task Default_course_can_be_judged_before_session_four(int held, int earliestIn)
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync($"Look{held}");
        for (var n = 1; n <= held; n++)
        {
            var at = clinic.Clock.Now().AddDays(-28 * n);
            Booking booking = new() { CourseId = course.Id, PatientId = patient.Id, Kind = VisitKind.Session, MadeAt = at.AddDays(-7), MadeByName = "test" };
            booking.Place([new(SegmentKind.Needling, at, 30, clinic.Practitioner.Id, null)]);
            booking.Arrive(at);
            await clinic.AddAsync(booking);
        }

        var found = (await clinic.UseAsync<FindTimes, TimesFound?>(u => u.Handle(course.Id, VisitKind.Session), clinic.FrontDesk))!;
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/visits/new/{course.Id}");

        Assert.Equal(clinic.Today.AddDays(earliestIn), found.EarliestOn);
        Assert.Equal(earliestIn > 0, browser.Text.Contains("After session 3 we look at the result before the next one", StringComparison.Ordinal));
    }
}
