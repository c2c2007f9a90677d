using Fibril.Pathway.Consultations;
using Fibril.Pathway.Outcomes;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>One look at the result of a person of the demo.</summary>
/// <param name="AfterDays">Days after the last session.</param>
/// <param name="Grade">Grade on the scale of the baseline.</param>
/// <param name="Gais">Rating against the first photo, 1 best to 5 worst, by examiner and person alike.</param>
public sealed record DemoResult(int AfterDays, int Grade, int Gais);

/// <summary>Rates and photographs a person of the demo before the first session and after the last.</summary>
internal sealed class DemoResults(Walker walker, DemoTeam team, PathwayWalk walk, DemoPerson person, Func<DateOnly, double, DateTime> at)
{
    private const int BaselineGrade = 3;

    /// <summary>The indication's scale of one value; null where the protocol has none.</summary>
    private readonly Scale? scale = ProtocolPack.Current.Scales.FirstOrDefault(s => s.Indications.Contains(person.Indication) && s.Keys.Count == 1);

    private readonly DemoPhotos photos = new(walker, team, walk, person);

    public async Task RateBaselineAsync()
    {
        if (person.Photographed)
        {
            await photos.BaselineAsync();
        }

        if (scale is not null)
        {
            Walker.Went(await walker.AsAsync<RateScale, FormResult>(team.Physician, u => u.Handle(walk.CourseId, scale.Id, Graded(BaselineGrade), person.Zone)), "rate baseline");
        }
    }

    public async Task HoldAsync()
    {
        foreach (var (result, n) in person.Results.Select((r, n) => (r, n + 1)))
        {
            var visit = await walk.ReadAsync(db => db.OutcomeVisits.AsNoTracking().SingleAsync(v => v.CourseId == walk.CourseId && v.AfterDays == result.AfterDays));
            walker.Clock.Set(at(visit.DueOn, 10));
            if (person.Photographed)
            {
                await photos.FollowUpAsync(1 - (0.3 * n), n);
            }

            HoldOutcome.Input input = new() { ExaminerGais = result.Gais, PatientGais = result.Gais };
            Walker.Went(await walker.AsAsync<HoldOutcome, FormResult>(team.Physician, u => u.Handle(visit.Id, input, [new(scale!.Id, person.Zone, Graded(result.Grade))])), "hold outcome visit");
        }
    }

    private Dictionary<string, decimal> Graded(int grade) => new() { [scale!.Keys[0]] = grade };
}
