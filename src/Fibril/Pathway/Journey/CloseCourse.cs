using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Journey;

/// <summary>Ends a course with a reason; nothing in it is removed.</summary>
public sealed class CloseCourse(ClinicDb db, Caller caller)
{
    public const string Verb = "close course";

    public async Task<FormResult> Handle(Guid courseId, string? reason)
    {
        var course = await db.Courses.OneAsync(c => c.Id == courseId);
        if (string.IsNullOrWhiteSpace(reason))
        {
            return FormResult.Refuse("reason-missing", "Say why the course ends: the reason stays with the record.");
        }

        course.Close(reason.Trim(), caller.Now);
        await db.SaveAsync(caller.Act(Verb, reason.Trim()));
        return FormResult.Go($"/staff/patients/{course.PatientId}");
    }
}

/// <summary>Opens a closed course again.</summary>
public sealed class ReopenCourse(ClinicDb db, Caller caller)
{
    public const string Verb = "reopen course";

    public async Task<FormResult> Handle(Guid courseId)
    {
        var course = await db.Courses.OneAsync(c => c.Id == courseId);
        course.Reopen();
        await db.SaveAsync(caller.Act(Verb));
        return FormResult.Go($"/staff/patients/{course.PatientId}");
    }
}
