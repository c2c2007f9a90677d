using Fibril.Platform.Data;

namespace Fibril.Pathway.Consents;

/// <summary>Addresses of this stage.</summary>
public static class ConsentLinks
{
    public static string Mine(Guid courseId) => $"/my/consent/{courseId}";

    public static string Mine(Guid courseId, ConsentStep step) => Mine(courseId) + step.Path;

    /// <summary>The page of the one who acts.</summary>
    public static string For(Caller caller, Guid courseId) => caller.IsPatient ? Mine(courseId) : Staff(courseId);

    public static string Staff(Guid courseId) => $"/staff/courses/{courseId}/consent";
}
