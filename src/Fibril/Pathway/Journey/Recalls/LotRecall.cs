using Fibril.Platform.Data;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary>One lot's people are told: begun, found, reached one by one, ended. A drill is the same work on real names, and sends nothing.</summary>
public sealed class LotRecall : ClinicRow
{
    public required Guid LotId { get; init; }

    /// <summary>Practice: nothing is sent, the lot stays in use, and every page and report says so.</summary>
    public required bool IsDrill { get; init; }

    /// <summary>What the notice says.</summary>
    public required string Reason { get; init; }

    /// <summary>The stopwatch begins here.</summary>
    public required DateTime StartedAt { get; init; }

    public required string StartedByName { get; init; }

    /// <summary>When the notice had been followed to the list of people; null while a drill still looks for the lot.</summary>
    public DateTime? FoundAt { get; private set; }

    /// <summary>What the people read behind their sign-in; empty until it was sent.</summary>
    public string Note { get; private set; } = "";

    public DateTime? EndedAt { get; private set; }

    public string? EndedByName { get; private set; }

    /// <summary>Why it ended although somebody was not reached; empty otherwise.</summary>
    public string EndedReason { get; private set; } = "";

    public void Find(DateTime now) => FoundAt ??= now;

    public void Write(string note) => Note = note;

    public void End(string byName, string reason, DateTime now) => (EndedByName, EndedReason, EndedAt) = (byName, reason, now);
}

/// <summary>How somebody was reached.</summary>
public enum Reach
{
    Phone,
    Mail,
    InPerson,
    Letter,

    /// <summary>The person opened the note behind the sign-in and said so.</summary>
    Note,
}

/// <summary>One person of a recall, whatever the number of sessions: told or not, answered or not, by whom and when.</summary>
public sealed class RecallPerson : ClinicRow, IAboutPerson
{
    public required Guid RecallId { get; init; }

    public required Guid PatientId { get; init; }

    /// <summary>When a mail was queued; in a drill when it would have been.</summary>
    public DateTime? MailedAt { get; private set; }

    /// <summary>The mail in the outbox; null in a drill.</summary>
    public Guid? MessageId { get; private set; }

    public DateTime? ReachedAt { get; private set; }

    public Reach? ReachedHow { get; private set; }

    public string? ReachedByName { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public string? AnsweredByName { get; private set; }

    /// <summary>What the person said, as it was written down.</summary>
    public string Answer { get; private set; } = "";

    Guid IAboutPerson.PersonId => PatientId;

    public void Mail(Guid? messageId, DateTime now) => (MessageId, MailedAt) = (messageId, now);

    /// <summary>The mail was called back before it left.</summary>
    public void CallBack() => (MessageId, MailedAt) = (null, null);

    /// <summary>The first time counts.</summary>
    public void MarkReached(Reach how, string byName, DateTime now)
    {
        if (ReachedAt is null)
        {
            (ReachedHow, ReachedByName, ReachedAt) = (how, byName, now);
        }
    }

    public void MarkAnswered(string words, string byName, DateTime now) => (Answer, AnsweredByName, AnsweredAt) = (words, byName, now);
}
