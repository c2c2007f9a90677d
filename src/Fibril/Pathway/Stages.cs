using Fibril.Pathway.Aftercare;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Outcomes;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Recovery;
using Fibril.Pathway.Screening;
using Fibril.Pathway.Sessions;

namespace Fibril.Pathway;

/// <summary>The nine stages in the order a patient goes through them: the table of contents of the system.</summary>
public static class Stages
{
    public static IReadOnlyList<Stage> All { get; } =
    [
        new ConsultationsStage(),
        new ScreeningStage(),
        new ConsentsStage(),
        new PlansStage(),
        new BookingsStage(),
        new SessionsStage(),
        new AftercareStage(),
        new RecoveryStage(),
        new OutcomesStage(),
    ];
}
