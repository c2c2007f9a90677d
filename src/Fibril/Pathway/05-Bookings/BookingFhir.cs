using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Pathway.Bookings;

/// <summary>A visit as an R4 Appointment.</summary>
internal static class BookingFhir
{
    public static FhirResource Appointment { get; } = CourseFhir.Of("Appointment", BookingPolicy.Read, (Booking b) => b.StartsAt, Map) with { IsCreated = true };

    public static R4.Appointment Map(Booking booking)
    {
        var appointment = new R4.Appointment
        {
            Id = booking.Id.ToString(),
            Status = Status(booking),
            Created = booking.MadeAt.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
            Start = booking.StartsAt,
            End = booking.EndsAt,
            MinutesDuration = (int)(booking.EndsAt - booking.StartsAt).TotalMinutes,
            Description = booking.Kind.ToString(),
            ServiceType = [new("urn:fibril:visit", booking.Kind.ToString().ToLowerInvariant())],
            SupportingInformation = [new($"EpisodeOfCare/{booking.CourseId}")],
            Identifier = [new("urn:ietf:rfc:3986", $"urn:uuid:{booking.Id}")],
        };
        if (booking.CancelledAt is not null)
        {
            appointment.CancelationReason = new() { Text = booking.CancelledWhy };
        }

        appointment.Participant.Add(Participant($"Patient/{booking.PatientId}"));
        appointment.Participant.AddRange(booking.Segments.Where(s => s.StaffId is not null).Select(s => s.StaffId).Distinct().Select(id => Participant($"Practitioner/{id}")));
        appointment.Participant.AddRange(booking.Segments.Where(s => s.PlaceId is not null).Select(s => s.PlaceId).Distinct().Select(id => Participant($"Location/{id}")));
        appointment.Participant.AddRange(booking.Segments.Where(s => s.DeviceId is not null).Select(s => s.DeviceId).Distinct().Select(id => Participant($"Device/{id}")));
        return appointment;
    }

    private static R4.Appointment.AppointmentStatus Status(Booking booking) => booking switch
    {
        { CancelledAt: not null } => R4.Appointment.AppointmentStatus.Cancelled,
        { NoShowAt: not null } => R4.Appointment.AppointmentStatus.Noshow,
        { HeldUntil: not null } => R4.Appointment.AppointmentStatus.Pending,
        { LeftAt: not null } => R4.Appointment.AppointmentStatus.Fulfilled,
        { ArrivedAt: not null } => R4.Appointment.AppointmentStatus.Arrived,
        _ => R4.Appointment.AppointmentStatus.Booked,
    };

    private static R4.Appointment.ParticipantComponent Participant(string reference) => new()
    {
        Actor = new(reference),
        Status = R4.ParticipationStatus.Accepted,
    };
}
