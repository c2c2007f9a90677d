using Fibril.Platform.Data;

namespace Fibril.Platform.Messages;

public enum MessageState
{
    Queued,
    Sent,
    Failed,
    Cancelled,
}

/// <summary>One mail of the clinic, from the moment it is asked for until it has left or was called back.</summary>
public sealed class Message : ClinicRow
{
    public required MessageKind Kind { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>What the mail says; encrypted when <see cref="IsSealed"/>, and then forgotten once the mail has left.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The text lets its bearer in and must not be readable in the database.</summary>
    public bool IsSealed { get; private set; }

    /// <summary>Whose record it is about; null for staff.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>A second request with the same key is the same message.</summary>
    public string? Key { get; init; }

    /// <summary>iCalendar text that goes along; null for none.</summary>
    public string? Calendar { get; init; }

    public required DateTime QueuedAt { get; init; }

    /// <summary>Does not leave earlier: time to undo, and the clinic's quiet hours.</summary>
    public required DateTime NotBefore { get; init; }

    public MessageState State { get; private set; }

    /// <summary>When it was sent, failed or was cancelled.</summary>
    public DateTime? EndedAt { get; private set; }

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Earliest next attempt after a refusal that may pass.</summary>
    public DateTime? RetryAt { get; private set; }

    /// <summary>A sender holds it until then.</summary>
    public DateTime? LeasedUntil { get; private set; }

    public void Write(string text, bool isSealed) => (Text, IsSealed) = (text, isSealed);

    public void Sent(DateTime now) => End(MessageState.Sent, now, null);

    public void Fail(string error, DateTime now) => End(MessageState.Failed, now, error);

    public void Cancel(DateTime now) => End(MessageState.Cancelled, now, LastError);

    /// <summary>Back into the queue with a clean sheet.</summary>
    public void Requeue() => (State, EndedAt, Attempts, LastError, RetryAt) = (MessageState.Queued, null, 0, null, null);

    private void End(MessageState state, DateTime now, string? error)
    {
        (State, EndedAt, LastError, LeasedUntil) = (state, now, error, null);
        Text = IsSealed ? "" : Text;
    }
}
