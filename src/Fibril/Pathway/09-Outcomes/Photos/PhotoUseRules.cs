using Fibril.Pathway.Consultations;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>Whether one photograph may be used in one way now, and by which choice.</summary>
public sealed record UseStanding(PhotoUse Use, bool Allowed, string Why);

/// <summary>
/// The choice for the one photograph counts before the choice for the whole course; silence is no, but for the own record, which is what a photograph
/// is taken for.
/// </summary>
public static class PhotoUseRules
{
    /// <param name="ofCourse">What the signed consent of the course says; null when nothing was signed.</param>
    public static UseStanding Standing(Photo photo, PhotoUse use, bool? ofCourse) => photo.Choice(use) switch
    {
        { Stands: true } => new(use, true, "allowed for this photograph"),
        { Given: false } or { WithdrawnAt: not null } => new(use, false, "taken back for this photograph"),
        _ => (use, ofCourse) switch
        {
            (_, true) => new(use, true, "allowed in the consent"),
            (PhotoUse.Record, null) => new(use, true, "taken for the record"),
            (_, false) => new(use, false, "the consent says no"),
            _ => new(use, false, "never asked"),
        },
    };

    /// <summary>Two of the same course, view and area, both counting, the earlier one first.</summary>
    public static Protocol.Decision MayCompare(Photo before, Photo after) => Protocol.Decision.From(Problems(before, after));

    private static IEnumerable<Protocol.Reason> Problems(Photo before, Photo after)
    {
        if (before.Id == after.Id || before.CourseId != after.CourseId)
        {
            yield return new("pair-strange", "Only two photographs of one course are compared.", "clinic");
        }

        if (before.View == PhotoView.Sent)
        {
            yield return new("pair-sent", "A photograph that the person sent is looked at, not compared: its distance and light are not known.", "clinic");
        }

        if (before.View != after.View || before.Zone != after.Zone)
        {
            yield return new("pair-view", $"{PhotoWords.Of(before)} and {PhotoWords.Of(after)} are different views: they cannot be compared.", "clinic");
        }

        if (!before.Counts || !after.Counts)
        {
            yield return new("pair-set-aside", "One of the two is held, struck out, or taken out of the record by the person.", "clinic");
        }

        if (before.TakenAt > after.TakenAt)
        {
            yield return new("pair-order", "The earlier photograph comes first.", "clinic");
        }
    }
}
