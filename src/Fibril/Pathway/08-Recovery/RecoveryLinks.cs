using Fibril.Platform.Data;

namespace Fibril.Pathway.Recovery;

/// <summary>Addresses of reports, for whoever looks.</summary>
public static class RecoveryLinks
{
    public static string Report(Caller caller, Guid checkInId) =>
        caller.IsPatient ? OfPatient(checkInId) : Detail(checkInId);

    public static string OfPatient(Guid checkInId) => $"/my/recovery/reports/{checkInId}";

    public static string Detail(Guid checkInId) => $"/staff/recovery/{checkInId}";

    public static string OfCourse(Guid courseId) => $"/staff/courses/{courseId}/recovery";
}
