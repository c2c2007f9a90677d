using Fibril.Platform.Data;

namespace Fibril.Pathway.Recovery;

/// <summary>What somebody of the staff wrote back about a report; the person reads it behind the sign-in.</summary>
public sealed class ReportReply : CourseRow
{
    public required Guid CheckInId { get; init; }

    public required string Text { get; init; }

    public required DateTime SentAt { get; init; }

    public required string SentByName { get; init; }
}

/// <summary>A reply that the clinic sends often, ready to be sent or changed first.</summary>
public sealed class ReplyTemplate : ClinicRow
{
    /// <summary>1 to 6: its place in the list.</summary>
    public required int Number { get; init; }

    /// <summary>Empty = no reply in this place.</summary>
    public required string Text { get; set; }
}
