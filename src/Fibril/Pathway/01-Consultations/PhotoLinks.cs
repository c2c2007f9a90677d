namespace Fibril.Pathway.Consultations;

/// <summary>Addresses of photographs.</summary>
public static class PhotoLinks
{
    public static string OfCourse(Guid courseId) => $"/staff/courses/{courseId}/photos";

    /// <summary>Where one is taken; the view and area of an earlier one are chosen already.</summary>
    public static string Take(Guid courseId, PhotoView? view = null, string? zone = null) =>
        $"/staff/courses/{courseId}/consultation/photos/new" + (view is null ? "" : $"?view={view}" + (zone is null ? "" : $"&zone={zone}"));

    public static string Held(Guid photoId) => $"/staff/photos/{photoId}/held";
}
