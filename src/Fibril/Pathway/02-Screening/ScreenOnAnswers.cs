using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Practice.Protocols;

namespace Fibril.Pathway.Screening;

/// <summary>The answers are there: the first decision is made.</summary>
public sealed class ScreenOnAnswers(ScreenCourse screen) : IReact<ConsultationSubmitted>
{
    public Task HandleAsync(ConsultationSubmitted fact, CancellationToken stop) => screen.Handle(fact.CourseId, null, "patient");
}

/// <summary>An answer or the examination changed: the decision is made anew, for the same day if that is still to come. A change that no fact shows leaves the review standing.</summary>
public sealed class ScreenOnChange(ScreenCourse screen, ClinicDb db, Caller caller) : IReact<ConsultationChanged>
{
    public async Task HandleAsync(ConsultationChanged fact, CancellationToken stop)
    {
        var former = await ScreeningQueries.CurrentAsync(db, fact.CourseId, stop);
        if (former is null || await IsStaleAsync(former, fact.CourseId, stop))
        {
            await screen.Handle(fact.CourseId, former?.ForOn, "facts changed");
        }
    }

    private async Task<bool> IsStaleAsync(CandidacyScreening former, Guid courseId, CancellationToken stop) =>
        await Intake.FindAsync(db, caller, courseId, stop) is { } intake
        && await ScreeningQueries.CaseLikeAsync(db, intake, former, caller.Now, stop) is { } now
        && ScreeningRules.IsStale(former, now, await AdoptedProtocol.PackAsync(db, stop));
}
