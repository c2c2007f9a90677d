using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Plans;

/// <summary>What later stages ask of plans.</summary>
public static class PlanQueries
{
    /// <summary>The plan that stands, agreed or not; null when none was drafted.</summary>
    public static Task<Plan?> CurrentAsync(ClinicDb db, Guid courseId, CancellationToken stop = default) =>
        db.Plans.Where(p => p.CourseId == courseId && p.SupersededAt == null).OrderByDescending(p => p.DraftedAt).ThenByDescending(p => p.Id).FirstOrDefaultAsync(stop);
}
