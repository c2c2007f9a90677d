using System.CommandLine;
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

    public override IEnumerable<JobSchedule> Jobs => [JobSchedule.Each<SendReminders>(TimeSpan.FromMinutes(30))];

    public override IEnumerable<Command> Verbs => [PlanDayVerb.Create()];

    public override void Map(IEndpointRouteBuilder routes)
    {
        MapStaff(routes);
        MapPatient(routes);
    }

    private static void MapStaff(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/bookings/{id:guid}/arrive", BookingPolicy.Mark, (Guid id, MarkArrived use) => use.Handle(id));
        routes.MapAction("/staff/bookings/{id:guid}/not-come", BookingPolicy.Mark, (Guid id, MarkNotCome use) => use.Handle(id));
        routes.MapAction("/staff/bookings/{id:guid}/leave", BookingPolicy.Mark, (Guid id, MarkLeft use) => use.Handle(id));
        routes.MapAction("/staff/bookings/{id:guid}/cancel", BookingPolicy.Book, (Guid id, [FromForm] string? reason, CancelVisit use) => use.Handle(id, reason));
        routes.MapAction("/staff/bookings/{id:guid}/holds/{hold}/confirm", BookingPolicy.Mark, (Guid id, string hold, ConfirmHold use) => use.Handle(id, hold));
    }

    private static void MapPatient(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/my/visits/{id:guid}/book", BookingPolicy.Own, (Guid id, BookHeldTime use) => use.Handle(id));
        routes.MapAction("/my/visits/{id:guid}/cancel", BookingPolicy.Own, (Guid id, [FromForm] string? reason, CancelVisit use) => use.Handle(id, reason));
        routes.MapAction("/my/visits/{id:guid}/holds/{hold}/confirm", BookingPolicy.Own, (Guid id, string hold, ConfirmHold use) => use.Handle(id, hold));
        routes.MapGet("/my/visits/{id:guid}/visit.ics", VisitFileAsync).RequireAuthorization(BookingPolicy.Own);
        routes.MapGet("/my/visits/calendar.ics", CalendarFileAsync).RequireAuthorization(BookingPolicy.Own);
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
        Results.Text(VisitCalendar.Of(await BookingQueries.OfPatientAsync(db, caller.Who.Id), await VisitSubject.ClinicAsync(db)), VisitCalendar.ContentType);
}
