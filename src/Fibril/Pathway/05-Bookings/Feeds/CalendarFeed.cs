using Fibril.Platform.Data;

namespace Fibril.Pathway.Bookings.Feeds;

public enum FeedOwner
{
    Staff,
    Place,
    Patient,
}

/// <summary>A link under which a calendar program reads the visits of one person or place. The token is in the link and nowhere else; here is its hash.</summary>
public sealed class CalendarFeed : ClinicRow
{
    public required FeedOwner Owner { get; init; }

    /// <summary>The staff member's, place's or patient's id.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    public required DateTime MadeAt { get; init; }

    public required string MadeByName { get; init; }

    /// <summary>When a calendar last fetched it, to the day; null when none has yet.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>The link no longer works.</summary>
    public DateTime? RevokedAt { get; private set; }

    public void Read(DateTime now) => ReadAt = now;

    public void Revoke(DateTime now) => RevokedAt = now;
}
