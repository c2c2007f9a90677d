using Fibril.Platform.Ui;

namespace Fibril.Pathway.Journey;

/// <summary>Where a course is, in the order in which it is asked: the first that is true counts.</summary>
public enum CoursePhase
{
    Closed,
    Complication,
    InSession,
    NeedsAnswers,
    NeedsDecision,
    WaitsForPrescriber,
    NeedsReview,
    NotSuitable,
    Recovering,
    AwaitsOutcome,
    Finished,
    NeedsPlan,
    ConsentWithdrawn,
    NeedsConsent,
    Booked,
    Deferred,
    ReadyToBook,
}

public enum StepState
{
    /// <summary>An earlier step comes first.</summary>
    NotYet,

    /// <summary>Somebody can do it now.</summary>
    Open,

    /// <summary>It waits for a day or for somebody else.</summary>
    Waiting,
    Done,

    /// <summary>It stands in the way.</summary>
    Stopped,

    /// <summary>Somebody must look now.</summary>
    Alarm,
}

/// <summary>One step of the pathway strip: its state, why, and the page that goes on.</summary>
public sealed record Step(int Number, string Name, StepState State, string Why, string Page)
{
    public Tone Tone => State switch
    {
        StepState.Done => Tone.Good,
        StepState.Open => Tone.Info,
        StepState.Waiting => Tone.Wait,
        StepState.Stopped or StepState.Alarm => Tone.Alarm,
        _ => Tone.Plain,
    };

    public string Word => State switch
    {
        StepState.NotYet => "not yet",
        StepState.Open => "to do",
        StepState.Waiting => "waiting",
        StepState.Done => "done",
        StepState.Stopped => "stopped",
        _ => "look now",
    };
}

/// <summary>The derived state of a course. It is computed, never stored and never set.</summary>
public sealed record CourseStatus(CoursePhase Phase, string Next, IReadOnlyList<Step> Steps)
{
    /// <summary>The state of a course on a day, from its facts alone.</summary>
    public static CourseStatus Of(CourseFacts facts, DateOnly today)
    {
        var phase = CourseStatusRules.PhaseOf(facts, today);
        return new(phase, PhaseTable.Of(phase).Next, StepRules.All(facts, today));
    }
}
