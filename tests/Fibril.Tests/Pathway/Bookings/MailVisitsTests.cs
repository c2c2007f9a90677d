using Fibril.Pathway.Bookings;
using Fibril.Platform.Messages;
using Fibril.Platform.Ui;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings;

public class MailVisitsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Booking_moving_and_cancelling_each_send_one_mail_without_a_clinical_word()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room M");
        var (patient, course) = await clinic.CreateReadyCourseAsync("Mail");
        var booking = await clinic.BookAsync(course, new(2026, 8, 20, 9, 0, 0, DateTimeKind.Utc));
        await clinic.DrainAsync();
        await clinic.UseAsync<MoveVisit, FormResult?>(u => u.Handle(booking.Id, new(2026, 8, 20, 11, 0, 0, DateTimeKind.Utc)), clinic.FrontDesk);
        await clinic.DrainAsync();
        await clinic.UseAsync<CancelVisit, FormResult?>(u => u.Handle(booking.Id, "allergy to lidocaine"), clinic.FrontDesk);
        await clinic.DrainAsync();

        var mails = await clinic.ReadAsync(db => db.Messages.Where(m => m.PersonId == patient.Id).OrderBy(m => m.QueuedAt).ToListAsync());

        Assert.Equal([MessageKind.VisitBooked, MessageKind.VisitMoved, MessageKind.VisitCancelled], mails.Select(m => m.Kind).Order());
        Assert.All(mails, m => Assert.DoesNotContain("lidocaine", m.Text + m.Calendar, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("METHOD:CANCEL", mails.Single(m => m.Kind == MessageKind.VisitCancelled).Calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_goes_once_two_days_before()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room R");
        var (patient, course) = await clinic.CreateReadyCourseAsync("Remind");
        await clinic.BookAsync(course, new(2026, 7, 20, 9, 0, 0, DateTimeKind.Utc));

        var early = await clinic.UseAsync<RemindOfVisits, int>(u => u.Handle());
        clinic.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 18, 10, 0, 0, TimeSpan.Zero));
        await clinic.UseAsync<RemindOfVisits, int>(u => u.Handle());
        await clinic.UseAsync<RemindOfVisits, int>(u => u.Handle());

        Assert.Equal(0, early);
        Assert.Equal(1, await clinic.ReadAsync(db => db.Messages.CountAsync(m => m.PersonId == patient.Id && m.Kind == MessageKind.VisitReminder)));
    }
}
