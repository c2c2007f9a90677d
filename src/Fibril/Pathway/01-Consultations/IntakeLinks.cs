using Fibril.Platform.Data;

namespace Fibril.Pathway.Consultations;

/// <summary>The same pages stand under two addresses: the patient's own, and the one where staff type for them.</summary>
public static class IntakeLinks
{
    public static string Home(Caller caller, Guid courseId) =>
        caller.IsPatient ? $"/my/consultation/{courseId}" : $"/staff/courses/{courseId}/consultation";

    public static string Question(Caller caller, Guid courseId, string question) => $"{Home(caller, courseId)}/q/{question}";

    public static string Check(Caller caller, Guid courseId) => $"{Home(caller, courseId)}/check";

    /// <summary>The next question nobody has replied to, or the page that shows all answers.</summary>
    public static string Next(Caller caller, Intake intake, string? after = null) =>
        (IntakeRules.NextOpen(intake, after) ?? IntakeRules.NextOpen(intake)) is { } next
            ? Question(caller, intake.Course.Id, next.Id)
            : Check(caller, intake.Course.Id);
}
