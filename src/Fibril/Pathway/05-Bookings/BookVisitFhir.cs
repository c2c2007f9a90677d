using Fibril.Platform.Ui;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Pathway.Bookings;

/// <summary>Booking by another system: <c>POST /fhir/Appointment</c> with the course as an EpisodeOfCare, the start, and what kind of visit it is.</summary>
internal static class BookVisitFhir
{
    /// <exception cref="FormatException">The course or the start is missing, or the kind is none of ours.</exception>
    public static Task<FormResult?> BookAsync(IServiceProvider services, R4.Appointment wanted)
    {
        var course = Id(wanted.SupportingInformation.Select(r => r.Reference), "EpisodeOfCare") ?? throw new FormatException("/supportingInformation: say which course, as EpisodeOfCare/{id}.");
        var start = wanted.Start ?? throw new FormatException("/start: say when.");
        return services.GetRequiredService<BookVisit>().Handle(course, Kind(wanted), start.UtcDateTime, Id(wanted.Participant.Select(p => p.Actor?.Reference), "Practitioner"), wanted.Comment);
    }

    private static VisitKind Kind(R4.Appointment wanted)
    {
        var word = wanted.ServiceType.FirstOrDefault()?.Coding.FirstOrDefault()?.Code ?? nameof(VisitKind.Session);
        return Enum.TryParse<VisitKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind
            : throw new FormatException($"/serviceType: one of {string.Join(", ", Enum.GetNames<VisitKind>()).ToLowerInvariant()}.");
    }

    private static Guid? Id(IEnumerable<string?> references, string type) =>
        references.OfType<string>().Where(r => r.StartsWith(type + "/", StringComparison.Ordinal)).Select(r => Guid.TryParse(r[(type.Length + 1)..], out var id) ? id : (Guid?)null).FirstOrDefault();
}
