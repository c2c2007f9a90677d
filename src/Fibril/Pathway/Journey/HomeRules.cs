namespace Fibril.Pathway.Journey;

/// <summary>What the person can do next, in one sentence and one button.</summary>
public sealed record HomeAction(string Sentence, string? Button, string? Href);

/// <summary>What the first page says to the person about one course. Plain words, no verdict: the clinician decides.</summary>
public static class HomeRules
{
    /// <summary>The one thing to do next.</summary>
    public static HomeAction NextFor(CoursePhase phase, CourseFacts f) => phase switch
    {
        CoursePhase.NeedsAnswers => new("We would like to know you first. The health questions take about ten minutes; you can stop and go on later.", f.ConsultationStarted ? "Go on with the questions" : "Start the questions", $"/my/consultation/{f.CourseId}"),
        CoursePhase.NeedsDecision or CoursePhase.NeedsReview => new("Thank you for your answers. A clinician looks at them and decides with you. This is what your answers mean so far.", "See what your answers mean", $"/my/screening/{f.CourseId}"),
        CoursePhase.WaitsForPrescriber => new("We have asked the doctor who prescribes your medicine. Please do not change anything you take.", "See what your answers mean", $"/my/screening/{f.CourseId}"),
        CoursePhase.NotSuitable => new("This treatment does not suit you here at present. We would like to talk about what would.", "See why", $"/my/screening/{f.CourseId}"),
        CoursePhase.NeedsPlan when f.PlanDrafted => new("Your plan is ready for you to read.", "Read your plan", $"/my/plan/{f.CourseId}"),
        CoursePhase.NeedsPlan => new("Your clinician is writing your plan. You can read about the treatment in the meantime.", "Read about the treatment", $"/my/consent/{f.CourseId}"),
        CoursePhase.NeedsConsent when f.Consent is ConsentStanding.Stale => new("Something changed since you signed. Please read the text again.", "Read it again", $"/my/consent/{f.CourseId}"),
        CoursePhase.NeedsConsent => new("Please read about the treatment at your own pace, and sign when you are ready.", "Read and sign", $"/my/consent/{f.CourseId}"),
        CoursePhase.ConsentWithdrawn => new("You took your consent back. Nothing will be done. If you change your mind, you can read and sign again.", "Read again", $"/my/consent/{f.CourseId}"),
        CoursePhase.Deferred => new("It is not time yet. This is from when treatment is possible, and why.", "See from when", $"/my/screening/{f.CourseId}"),
        CoursePhase.ReadyToBook => new("Everything is ready. You can choose a time.", "Choose a time", $"/my/visits/new/{f.CourseId}"),
        CoursePhase.Booked => new("Your visit is booked. Here is what to do and to leave out before it.", "See your visit", "/my/visits"),
        CoursePhase.InSession => new("You are being treated today. Ask us anything.", null, null),
        CoursePhase.Complication => new("We have your report and are looking after it. If it gets worse, call us at once.", "Tell us how it is now", "/my/recovery"),
        CoursePhase.Recovering => new("Your skin is healing. Tell us how it is; it takes a minute.", "Tell us how it is", "/my/recovery"),
        CoursePhase.AwaitsOutcome => new("New collagen takes months. We will look at the result together.", "See your progress", "/my/progress"),
        CoursePhase.Finished => new("Your course is complete.", "See your progress", "/my/progress"),
        _ => new("This course is closed.", null, null),
    };
}
