using Fibril.Pathway.Plans;
using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes;

/// <summary>What may be expected: how this clinic's people fared, and what studies found.</summary>
/// <param name="Own">Null when there are too few to say.</param>
/// <param name="Figures">Of studies, for what is treated; empty where none is on file.</param>
public sealed record ExpectationView(Course Course, Patient Patient, OwnSpread? Own, string Summary, IReadOnlyList<StudyFigure> Figures);

public sealed class ReadExpectation(ClinicDb db, ReadRegistry registry)
{
    /// <exception cref="NotHereException">No such course.</exception>
    public async Task<ExpectationView> Handle(Guid courseId, CancellationToken stop = default)
    {
        var course = await db.Courses.AsNoTracking().OneAsync(c => c.Id == courseId, stop);
        var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Id == course.PatientId, stop);
        var plan = await PlanQueries.CurrentAsync(db, courseId, stop);
        var consultation = await db.Consultations.AsNoTracking().Where(c => c.CourseId == courseId).OrderByDescending(c => c.StartedAt).FirstOrDefaultAsync(stop);
        LikeWhom like = new(
            RegistryBands.One(RegistryBands.Indications(plan, consultation)),
            RegistryBands.PhototypeGroup(RegistryBands.Phototype(consultation?.Examination?.Phototype ?? patient.Phototype)),
            RegistryBands.Depth(plan is { Zones.Count: > 0 } ? plan.DeepestMm : null));
        var pack = ProtocolPack.Current;
        return new(
            course, patient, OwnResultRules.Of(pack, await registry.Handle(stop), like, courseId),
            pack.ExpectationRules.Summary, [.. pack.ExpectationRules.Figures.Where(f => f.Indications.Contains(like.Indication))]);
    }
}
