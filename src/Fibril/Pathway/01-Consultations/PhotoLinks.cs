namespace Fibril.Pathway.Consultations;

/// <summary>Addresses of photographs.</summary>
public static class PhotoLinks
{
    public static string OfCourse(Guid courseId) => $"/staff/courses/{courseId}/photos";

    /// <summary>Where one came from: the photographs of the course, or the session that it is taken for.</summary>
    public static string Home(Guid courseId, Guid? session) => session is null ? OfCourse(courseId) : $"/staff/sessions/{session}#photos";

    /// <summary>Where one is taken; the view and area of an earlier one are chosen already.</summary>
    /// <param name="session">The session to which it leads back.</param>
    public static string Take(Guid courseId, PhotoView? view = null, string? zone = null, Guid? session = null) =>
        $"/staff/courses/{courseId}/consultation/photos/new" + QueryString.Create(new Dictionary<string, string?> { ["view"] = view?.ToString(), ["zone"] = zone, ["session"] = session?.ToString() }.Where(p => p.Value is not null));

    public static string Held(Guid photoId, Guid? session = null) => $"/staff/photos/{photoId}/held" + (session is null ? "" : $"?session={session}");
}
