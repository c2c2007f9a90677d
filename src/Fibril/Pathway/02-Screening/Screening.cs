namespace Fibril.Pathway.Screening;

public enum Verdict
{
    Accepted,
    AcceptedWithChange,
    Referred,
    NotTreated,
}

/// <summary>One person's word against one finding; it belongs to that finding and changes nothing in the stored decision.</summary>
public sealed record FindingOverride(string Rule, List<string> Zones, string Reason, Guid ById, string ByName, string Profession, DateTime At);

/// <summary>Facts × protocol → decision, kept with its inputs so that it can be replayed years later; then the clinician's review.</summary>
public sealed class CandidacyScreening : CourseRow
{
    /// <summary>The session day that it was judged for.</summary>
    public required DateOnly ForOn { get; init; }

    public required DateTime DecidedAt { get; init; }

    /// <summary>The case file, exactly as it was judged.</summary>
    public required string CaseJson { get; init; }

    /// <summary>The decision, exactly as it came out.</summary>
    public required string DecisionJson { get; init; }

    public required string ProtocolVersion { get; init; }

    public required string ProtocolHash { get; init; }

    /// <summary>Headline as it came out: proceed, proceed-with-precautions, defer, physician-review, do-not-treat. What holds now is <see cref="ScreeningRules.Standing"/>.</summary>
    public required string Outcome { get; init; }

    public DateOnly? NotBeforeOn { get; init; }

    /// <summary>"patient", "staff", "arrival", "facts changed".</summary>
    public required string Trigger { get; init; }

    /// <summary>A plan was judged, not only what was asked for.</summary>
    public bool IsPlanned { get; init; }

    public List<FindingOverride> Overrides { get; private set; } = [];

    public Verdict? Verdict { get; private set; }

    public string? ReviewNote { get; private set; }

    /// <summary>A clinician has opened the way. That implies that what overrides leave may be treated: <see cref="ScreeningRules.MayAccept"/> asks.</summary>
    public bool IsAccepted => Verdict is Screening.Verdict.Accepted or Screening.Verdict.AcceptedWithChange;

    public DateTime? ReviewedAt { get; private set; }

    public Guid? ReviewedById { get; private set; }

    public string? ReviewedByName { get; private set; }

    /// <summary>A newer one took its place.</summary>
    public DateTime? SupersededAt { get; private set; }

    public void Override(FindingOverride finding) => Overrides = [.. Overrides, finding];

    public void Review(Verdict verdict, string? note, Guid by, string name, DateTime now) =>
        (Verdict, ReviewNote, ReviewedById, ReviewedByName, ReviewedAt) = (verdict, note, by, name, now);

    /// <summary>What a clinician said of the former one holds for this one too.</summary>
    public void Keep(CandidacyScreening former, bool review, IEnumerable<FindingOverride> overrides)
    {
        Overrides = [.. overrides];
        if (review)
        {
            (Verdict, ReviewNote, ReviewedById, ReviewedByName, ReviewedAt) = (former.Verdict, former.ReviewNote, former.ReviewedById, former.ReviewedByName, former.ReviewedAt);
        }
    }

    public void Supersede(DateTime now) => SupersededAt ??= now;
}

/// <summary>A question to the one who prescribed a medicine. The person is never told to change it.</summary>
public sealed class PrescriberQuestion : CourseRow
{
    public required string Medicine { get; init; }

    public required string Question { get; init; }

    public required string SentTo { get; init; }

    public required DateTime AskedAt { get; init; }

    public required string AskedByName { get; init; }

    public string? Answer { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public string? AnsweredByName { get; private set; }

    public void Reply(string answer, string by, DateTime now) => (Answer, AnsweredByName, AnsweredAt) = (answer, by, now);
}
