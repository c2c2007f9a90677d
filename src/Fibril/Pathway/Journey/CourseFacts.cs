namespace Fibril.Pathway.Journey;

/// <summary>Where the consent of a course stands.</summary>
public enum ConsentStanding
{
    None,
    Opened,
    Valid,
    Stale,
    Withdrawn,
}

/// <summary>Everything that the state of a course is derived from: facts of the nine stages, nothing typed by hand.</summary>
public sealed record CourseFacts
{
    public required Guid CourseId { get; init; }

    public required Guid PatientId { get; init; }

    public DateTime? ClosedAt { get; init; }

    public string? ClosedReason { get; init; }

    /// <summary>The person has told or answered something; the course alone is no beginning.</summary>
    public bool ConsultationStarted { get; init; }

    public bool ConsultationSubmitted { get; init; }

    public bool Examined { get; init; }

    /// <summary>Headline that stands after overrides and the clinician's word: proceed, proceed-with-precautions, defer, physician-review, do-not-treat; null before any decision.</summary>
    public string? Outcome { get; init; }

    public DateOnly? NotBeforeOn { get; init; }

    /// <summary>A clinician has decided; a referral is not yet a decision.</summary>
    public bool Reviewed { get; init; }

    /// <summary>The person was sent to a colleague, whose answer is awaited.</summary>
    public bool Referred { get; init; }

    /// <summary>Questions to prescribers without an answer.</summary>
    public int PrescriberWaits { get; init; }

    public ConsentStanding Consent { get; init; }

    public bool PlanDrafted { get; init; }

    public bool PlanAgreed { get; init; }

    public int SessionsPlanned { get; init; }

    /// <summary>Next visit that stands.</summary>
    public DateTime? NextVisitAt { get; init; }

    public string? NextVisitKind { get; init; }

    public bool SessionRunning { get; init; }

    /// <summary>Sessions whose needling is finished.</summary>
    public int SessionsHeld { get; init; }

    /// <summary>Sessions held and not yet signed.</summary>
    public int SessionsUnsigned { get; init; }

    public DateOnly? LastSessionOn { get; init; }

    public bool AftercareGiven { get; init; }

    /// <summary>Highest level of the reports that nobody has closed: normal … emergency; null without any.</summary>
    public string? OpenLevel { get; init; }

    /// <summary>Day of the latest report of the running recovery; null when silent.</summary>
    public int? LastReportDay { get; init; }

    /// <summary>Adverse events without an outcome.</summary>
    public int OpenHarm { get; init; }

    /// <summary>Next look at the result that has not been held.</summary>
    public DateOnly? OutcomeDueOn { get; init; }

    public int OutcomesHeld { get; init; }
}
