using Fibril.Pathway.Bookings;
using Fibril.Pathway.Journey.Board;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Places;
using Fibril.Practice.Staff;
using Fibril.Practice.Staff.Hours;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Pathway.Plans;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Journey.Board;

public sealed class VisitsThatLackTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Visit_is_named_once_its_device_is_out_of_use_or_somebody_is_not_there()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room 1");
        var pen = await clinic.PenAsync();
        var (_, course) = await clinic.CreateReadyCourseAsync("Lena", anaesthetic: "none", device: pen.Id);
        var booking = await clinic.BookAsync(course, new(2026, 6, 17, 9, 0, 0, DateTimeKind.Utc));
        Assert.Empty(await LackAsync());

        await ChangeAsync(async db => (await db.Devices.SingleAsync()).RetiredAt = clinic.Clock.Now());
        var need = Assert.Single(await LackAsync());
        Assert.Equal(("Lena Example", "Booked for Wed 17 June, 10:00, with House pen, which is out of use", $"/staff/bookings/{booking.Id}"), (need.Person, need.What, need.Page));

        var name = await clinic.ReadAsync(db => db.StaffMembers.Where(s => s.Id == booking.PractitionerId).Select(s => s.Name).FirstAsync());
        var hours = new StaffHours { StaffId = booking.PractitionerId!.Value };
        hours.Set([new(DayOfWeek.Monday, new(9, 0), new(17, 0))], null);
        await clinic.AddAsync(hours);
        Assert.Equal($"Booked for Wed 17 June, 10:00, when {name} is not there, and with House pen, which is out of use", Assert.Single(await LackAsync()).What);

        await ChangeAsync(async db => (await db.Devices.SingleAsync()).RetiredAt = null);
        Assert.Equal($"Booked for Wed 17 June, 10:00, when {name} is not there", Assert.Single(await LackAsync()).What);
    }

    [Fact]
    public async Task Visit_is_named_once_somebody_of_it_has_left()
    {
        await clinic.AddPlaceAsync(PlaceKind.ConsultationRoom, "Talk");
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient("Mona"));
        await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(course.Id, VisitKind.Consultation, new(2026, 6, 18, 9, 0, 0, DateTimeKind.Utc), clinic.Practitioner.Id), clinic.FrontDesk);

        await clinic.UseAsync<LeaveStaff, FormResult>(u => u.Handle(clinic.Practitioner.Id), clinic.Owner);

        Assert.Contains(await LackAsync(), n => n.What == $"Booked for Thu 18 June, 10:00, when {clinic.Practitioner.Name} is not there");
    }

    private Task<IReadOnlyList<Need>> LackAsync() => clinic.UseAsync<VisitsThatLack, IReadOnlyList<Need>>(u => u.Handle(), clinic.FrontDesk);

    private Task ChangeAsync(Func<ClinicDb, Task> change) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        await change(db);
        await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
    });
}
