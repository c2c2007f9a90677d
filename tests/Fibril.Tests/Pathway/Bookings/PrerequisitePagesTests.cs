using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Waiting;
using Fibril.Platform.Ui;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>What must be there before a session is booked, as the owner sets it and as patient, desk and other systems meet it.</summary>
public class PrerequisitePagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Owner_chooses_a_level_and_patient_and_desk_meet_it()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room");
        var (patient, course) = await clinic.CreateReadyCourseAsync("Needs", anaesthetic: "none");
        using var own = Browser.Of(clinic, patient);
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await SetAsync("StaffOnly");
        await own.GetAsync($"/my/visits/new/{course.Id}?from=2026-06-15");
        Assert.Contains("Call the clinic, which can book it all the same.", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep this time", own.Text, StringComparison.Ordinal);
        Assert.Equal("consent-missing", Code(await clinic.UseAsync<HoldTime, FormResult?>(u => u.Handle(course.Id, VisitKind.Session, At(9), null, "I sign at the door."), patient: patient)));
        Assert.Equal("consent-missing", Code(await clinic.UseAsync<JoinWaiting, FormResult?>(u => u.Handle(course.Id, new(), []), patient: patient)));

        await SetAsync("SkippableWithReason");
        await own.GetAsync($"/my/visits/new/{course.Id}?from=2026-06-15");
        await own.PressAsync("Keep this time", ("15 June", "2026-06-15T09:00Z"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Contains("Say why it may wait.", own.Text, StringComparison.Ordinal);
        await own.PressAsync("Keep this time", ("Why may it wait?", "I sign at the door."));
        await own.PressAsync("Book it");
        var booking = await clinic.ReadAsync(db => db.Bookings.SingleAsync(b => b.CourseId == course.Id));
        Assert.Equal("I sign at the door.", booking.SkippedWhy);
        await desk.GetAsync($"/staff/bookings/{booking.Id}");
        Assert.Contains("I sign at the door.", desk.Text, StringComparison.Ordinal);

        await SetAsync("Required");
        var (_, other) = await clinic.CreateReadyCourseAsync("Strict", anaesthetic: "none");
        await desk.GetAsync($"/staff/courses/{other.Id}/bookings?from=2026-06-16");
        Assert.Contains("No session is booked before.", desk.Text, StringComparison.Ordinal);
        Assert.Equal("consent-missing", Code(await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(other.Id, VisitKind.Session, At(11), null, "asked by telephone"), clinic.FrontDesk)));
        await desk.GetAsync($"/staff/bookings/{booking.Id}/move?from=2026-06-16");
        Assert.DoesNotContain("No session is booked before.", desk.Text, StringComparison.Ordinal); // what was booked may be moved

        await clinic.SignConsentAsync(other);
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(other.Id, VisitKind.Session, At(11)), clinic.FrontDesk));
    }

    private async Task SetAsync(string level)
    {
        using var owner = await Browser.OfAsync(clinic, clinic.Owner);
        await owner.GetAsync("/staff/practice/booking");
        await owner.PressAsync("Save", ("The consent is signed", level));
        Assert.Equal(HttpStatusCode.OK, owner.Status);
    }

    private static DateTime At(int hour) => new(2026, 6, 15, hour, 0, 0, DateTimeKind.Utc);

    private static string Code(FormResult? result) => Assert.IsType<FormResult.Refused>(result).Decision.Reasons[0].Code;
}
