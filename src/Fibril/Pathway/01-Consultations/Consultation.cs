namespace Fibril.Pathway.Consultations;

/// <summary>An area the person would like treated, and for what; ids of the protocol's vocabulary.</summary>
public sealed record AskedArea(string Zone, string Indication);

/// <summary>What was found when the skin was looked at.</summary>
public sealed record Examination
{
    /// <summary>Fitzpatrick phototype, 1 to 6.</summary>
    public required int Phototype { get; init; }

    /// <summary>"questionnaire" or "examiner": self-report under-calls darker types (clinical source S99).</summary>
    public required string PhototypeMethod { get; init; }

    /// <summary>Result of the body-dysmorphic concern screen: negative, borderline, positive, not-done.</summary>
    public string Bdd { get; init; } = "not-done";

    /// <summary>A physician's look at a pigmented spot: benign, suspicious, not-done.</summary>
    public string LesionCheck { get; init; } = "not-done";

    /// <summary>Share of acne-scar types in per cent; null when there are none.</summary>
    public int? IcePick { get; init; }

    public int? Boxcar { get; init; }

    public int? Rolling { get; init; }

    /// <summary>Dissatisfied again and again after earlier treatments.</summary>
    public bool RepeatedDissatisfaction { get; init; }

    /// <summary>The examiner sees at most a minimal defect.</summary>
    public bool MinimalDefect { get; init; }

    public string Notes { get; init; } = "";
}

/// <summary>The first stage: what the person wants, the health answers in the person's own words, and what the examiner saw.</summary>
public sealed class Consultation : CourseRow
{
    public string Goal { get; set; } = "";

    public List<AskedArea> Areas { get; set; } = [];

    /// <summary>An event that should not fall into the days of redness.</summary>
    public DateOnly? EventOn { get; set; }

    public List<Answer> Answers { get; set; } = [];

    public required DateTime StartedAt { get; init; }

    /// <summary>When the person said "that is all".</summary>
    public DateTime? SubmittedAt { get; private set; }

    public Examination? Examination { get; private set; }

    public DateTime? SignedAt { get; private set; }

    public Guid? SignedById { get; private set; }

    public string? SignedByName { get; private set; }

    /// <summary>Puts an answer in place of an earlier one to the same question.</summary>
    public void Reply(Answer answer) => Answers = [.. Answers.Where(a => a.Question != answer.Question), answer];

    public Answer? AnswerTo(string question) => Answers.FirstOrDefault(a => a.Question == question);

    /// <summary>Something was told, and is waiting to be gone on with.</summary>
    public bool HasBegun => Goal.Length > 0 || Areas.Count > 0 || Answers.Count > 0;

    /// <summary>Something was changed after the person said "that is all".</summary>
    public bool ChangedSinceSigned => SignedAt is { } signed && Answers.Any(a => a.AnsweredAt > signed);

    public void Submit(DateTime now) => SubmittedAt = now;

    public void Examine(Examination examination) => Examination = examination;

    public void Sign(Guid by, string name, DateTime now) => (SignedById, SignedByName, SignedAt) = (by, name, now);
}
