using Fibril.Pathway.Consultations;
using Fibril.Platform.Jobs;

namespace Fibril.Pathway.Screening;

/// <summary>The answers are there: the first decision is made.</summary>
public sealed class ScreenOnAnswers(ScreenCourse screen) : IReact<ConsultationSubmitted>
{
    public Task HandleAsync(ConsultationSubmitted fact, CancellationToken stop) => screen.Handle(fact.CourseId, null, "patient");
}

/// <summary>An answer or the examination changed: the decision is made anew, for the same day if that is still to come.</summary>
public sealed class ScreenOnChange(ScreenCourse screen, Platform.Data.ClinicDb db) : IReact<ConsultationChanged>
{
    public async Task HandleAsync(ConsultationChanged fact, CancellationToken stop)
    {
        var former = await ScreeningQueries.CurrentAsync(db, fact.CourseId, stop);
        await screen.Handle(fact.CourseId, former?.ForOn, "facts changed");
    }
}
