using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Aftercare;

/// <summary>The person said the advice back in own words.</summary>
public sealed class TeachBack(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid sheetId)
    {
        var sheet = await db.AftercareSheets.OneAsync(s => s.Id == sheetId);
        sheet.TeachBack(caller.Now);
        await db.SaveAsync(caller.Act("note teach-back"));
        return FormResult.Go($"/staff/courses/{sheet.CourseId}/aftercare");
    }
}
