using Fibril.Practice.Patients;

namespace Fibril.Pathway.Bookings.Moving;

/// <summary>Words and addresses of a move.</summary>
internal static class MoveText
{
    /// <summary>The part that an address names; null when it names none.</summary>
    public static SegmentKind? PartOf(string? name) => Enum.TryParse<SegmentKind>(name, ignoreCase: true, out var part) && Enum.IsDefined(part) ? part : null;

    /// <summary>The people, places and the device of a visit, each once, in the order of its parts.</summary>
    public static string Crew(IReadOnlyList<Segment> segments, DayUse use) =>
        string.Join(", ", segments.Select(s => s.StaffId).Concat(segments.Select(s => s.PlaceId)).Concat(segments.Select(s => s.DeviceId)).OfType<Guid>().Distinct().Select(use.Name));

    /// <summary>Who hears of the new time, and who must be rung.</summary>
    public static string Told(Patient patient) =>
        patient.Email is { Length: > 0 } address ? $"{patient.Name} is told by mail, at {address}."
        : $"{patient.Name} has no mail address: ring {(patient.Phone is { Length: > 0 } phone ? phone : "somebody who knows the number")}.";
}
