using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>A credential is asked for on the day of the visit, not on the day on which it is booked.</summary>
public class CredentialDayTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Session_is_offered_and_booked_until_the_last_day_of_the_credential()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom);
        await clinic.AddPlaceAsync(PlaceKind.NumbingChair);
        var last = new DateOnly(2026, 6, 18);
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            (await db.StaffMembers.SingleAsync(s => s.Id == clinic.Practitioner.Id)).CredentialExpiresOn = last;
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });
        var (_, course) = await clinic.CreateReadyCourseAsync();

        var found = await clinic.UseAsync<FindTimes, TimesFound?>(u => u.Handle(course.Id, VisitKind.Session, last.AddDays(-1), days: 4, clinic.Practitioner.Id), clinic.FrontDesk);

        Assert.Equal([true, true, false, false], found!.Days.Select(d => d.Offers.Count > 0));
        Assert.IsType<FormResult.Refused>(await BookAsync(last.AddDays(1)));
        Assert.IsType<FormResult.GoTo>(await BookAsync(last));

        Task<FormResult?> BookAsync(DateOnly day) => clinic.UseAsync<BookVisit, FormResult?>(
            u => u.Handle(course.Id, VisitKind.Session, day.ToDateTime(new(9, 0), DateTimeKind.Utc), clinic.Practitioner.Id), clinic.FrontDesk);
    }

    [Fact]
    public async Task Talk_needs_no_credential()
    {
        await clinic.AddPlaceAsync(PlaceKind.ConsultationRoom);
        var person = TestData.Staff("Ex Pired", Fibril.Platform.Access.Role.Practitioner, Fibril.Practice.Staff.Profession.Practitioner, clinic.Clock.Now());
        person.CredentialExpiresOn = clinic.Today.AddDays(-1);
        await clinic.AddAsync(person);
        var (_, course) = await clinic.CreateReadyCourseAsync("Talk");

        var found = await clinic.UseAsync<FindTimes, TimesFound?>(u => u.Handle(course.Id, VisitKind.Consultation, days: 3, practitionerId: person.Id), clinic.FrontDesk);

        Assert.Contains(found!.Days, d => d.Offers.Count > 0);
    }
}
