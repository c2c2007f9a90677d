using System.CommandLine;
using Fibril.Pathway.Bookings.Feeds;
using Fibril.Pathway.Bookings.Waiting;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Ui;
using Fibril.Standards.Fhir;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Bookings;

public sealed class BookingsStage : Stage
{
    public override int Number => 5;

    public override string Name => "Bookings";

    public override string Summary =>
        "A visit that fits the day: segments, people and places, never two in one slot; holds before it, reminders, moving and cancelling.";

    public override IEnumerable<FhirResource> Resources => [BookingFhir.Appointment];

    public override IEnumerable<JobSchedule> Jobs => [JobSchedule.Each<SendReminders>(TimeSpan.FromMinutes(30)), JobSchedule.Each<PassOnLapsedOffers>(TimeSpan.FromMinutes(1))];

    public override IEnumerable<Command> Verbs => [PlanDayVerb.Create()];

    public override void Map(IEndpointRouteBuilder routes)
    {
        MapStaff(routes);
        MapPatient(routes);
        MapWaiting(routes);
        MapFeeds(routes);
        routes.MapFhirCreate<Hl7.Fhir.Model.Appointment>(BookingFhir.Appointment, BookingPolicy.Book, BookVisitFhir.BookAsync);
    }

    private static void MapStaff(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/bookings/{id:guid}/arrive", BookingPolicy.Mark, (Guid id, MarkArrived use) => use.Handle(id));
        routes.MapAction("/staff/bookings/{id:guid}/not-come", BookingPolicy.Mark, (Guid id, MarkNotCome use) => use.Handle(id));
        routes.MapAction("/staff/bookings/{id:guid}/leave", BookingPolicy.Mark, (Guid id, MarkLeft use) => use.Handle(id));
        routes.MapAction("/staff/bookings/{id:guid}/cancel", BookingPolicy.Book, (Guid id, [FromForm] string? reason, CancelVisit use) => use.Handle(id, reason));
        routes.MapAction("/staff/bookings/{id:guid}/accept", BookingPolicy.Book, (Guid id, AcceptRequest use) => use.Handle(id));
        routes.MapAction("/staff/bookings/{id:guid}/decline", BookingPolicy.Book, (Guid id, [FromForm] string? reason, DeclineRequest use) => use.Handle(id, reason));
        routes.MapAction("/staff/bookings/{id:guid}/holds/{hold}/confirm", BookingPolicy.Mark, (Guid id, string hold, ConfirmHold use) => use.Handle(id, hold));
    }

    private static void MapWaiting(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/courses/{id:guid}/waiting/leave", BookingPolicy.Book, (Guid id, LeaveWaiting use) => use.Handle(id));
        routes.MapAction("/staff/courses/{id:guid}/waiting/take", BookingPolicy.Book, (Guid id, TakeOffer use) => use.Handle(id));
        routes.MapAction("/staff/courses/{id:guid}/waiting/decline", BookingPolicy.Book, (Guid id, DeclineOffer use) => use.Handle(id));
        routes.MapAction("/my/waiting/{id:guid}/leave", BookingPolicy.Own, (Guid id, LeaveWaiting use) => use.Handle(id));
        routes.MapAction("/my/waiting/{id:guid}/take", BookingPolicy.Own, (Guid id, TakeOffer use) => use.Handle(id));
        routes.MapAction("/my/waiting/{id:guid}/decline", BookingPolicy.Own, (Guid id, DeclineOffer use) => use.Handle(id));
    }

    private static void MapPatient(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/my/visits/{id:guid}/cancel", BookingPolicy.Own, (Guid id, [FromForm] string? reason, CancelVisit use) => use.Handle(id, reason));
        routes.MapAction("/my/visits/{id:guid}/take-back", BookingPolicy.Own, (Guid id, DeclineRequest use) => use.Handle(id, null));
        routes.MapAction("/my/visits/{id:guid}/holds/{hold}/confirm", BookingPolicy.Own, (Guid id, string hold, ConfirmHold use) => use.Handle(id, hold));
        routes.MapGet("/my/visits/{id:guid}/visit.ics", VisitFileAsync).RequireAuthorization(BookingPolicy.Own);
        routes.MapGet("/my/visits/calendar.ics", CalendarFileAsync).RequireAuthorization(BookingPolicy.Own);
    }

    private static void MapFeeds(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/feeds/{id:guid}/revoke", BookingPolicy.Read, (Guid id, RevokeFeed use) => use.Handle(id));
        routes.MapAction("/my/feed/{id:guid}/revoke", BookingPolicy.Own, (Guid id, RevokeFeed use) => use.Handle(id));
        routes.MapGet("/feeds/{clinic:guid}/{token}.ics", async (Guid clinic, string token, HttpContext http, ReadFeed use) =>
        {
            http.Response.Headers.CacheControl = "private, no-store";
            return await use.Handle(clinic, token) is { } text ? Results.Text(text, VisitCalendar.ContentType) : Results.NotFound();
        }).RequireAuthorization(BookingPolicy.Feed);
    }

    private static async Task<IResult> VisitFileAsync(Guid id, ClinicDb db, Caller caller)
    {
        if (await BookingQueries.FindAsync(db, caller, id) is not { HeldUntil: null } booking)
        {
            return Results.NotFound();
        }

        return Results.Text(VisitCalendar.Of(booking, await VisitSubject.ClinicAsync(db)), VisitCalendar.ContentType);
    }

    private static async Task<IResult> CalendarFileAsync(ClinicDb db, Caller caller) =>
        Results.Text(VisitCalendar.Of((await BookingQueries.OfPatientAsync(db, caller.Who.Id)).Where(b => b.HeldUntil is null), await VisitSubject.ClinicAsync(db)), VisitCalendar.ContentType);
}
