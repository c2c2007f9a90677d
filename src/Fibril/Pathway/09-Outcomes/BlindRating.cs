namespace Fibril.Pathway.Outcomes;

public enum Side
{
    Left,
    Right,
}

/// <summary>Which of the two looks better.</summary>
public enum BlindChoice
{
    Left,
    Right,
    NoDifference,

    /// <summary>Another light, pose or focus: nothing can be said.</summary>
    CannotBeCompared,
}

public enum BlindAmount
{
    Slightly = 1,
    Clearly = 2,
    VeryMuch = 3,
}

/// <summary>
/// Two photographs of one course and one view, side by side, as one rater saw them: no name, no day, no word which came first.
/// What lay where is kept in the row and is looked up only after the rating.
/// </summary>
public sealed class BlindRating : CourseRow
{
    public required Guid BaselinePhotoId { get; init; }

    public required Guid FollowUpPhotoId { get; init; }

    /// <summary>What the order was drawn from.</summary>
    public required int Seed { get; init; }

    public required bool BaselineOnLeft { get; init; }

    public required Guid RaterId { get; init; }

    public required string RaterName { get; init; }

    /// <summary>The rater had a hand in a session of this course: the rating stands, and is not blind.</summary>
    public required bool TreatedByRater { get; init; }

    public required DateTime DrawnAt { get; init; }

    public DateTime? RatedAt { get; private set; }

    public BlindChoice? Choice { get; private set; }

    /// <summary>Null without a difference.</summary>
    public BlindAmount? Amount { get; private set; }

    public void Rate(BlindChoice choice, BlindAmount? amount, DateTime now) =>
        (Choice, Amount, RatedAt) = (choice, choice is BlindChoice.Left or BlindChoice.Right ? amount : null, now);

    public Guid PhotoOn(Side side) => (side == Side.Left) == BaselineOnLeft ? BaselinePhotoId : FollowUpPhotoId;
}
