using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;

namespace Fibril.Pathway.Journey.Board;

/// <summary>How the next step is taken.</summary>
public enum StepWay
{
    /// <summary>Done by the press; the board stays.</summary>
    Press,

    /// <summary>Asks for more, on a page that is opened by a post.</summary>
    Open,

    /// <summary>Asks for more, on a page that is there already.</summary>
    Follow,
}

/// <summary>The one thing to do next for a visit.</summary>
/// <param name="Policy">Who may: the same as on the pages of the visit.</param>
/// <param name="Address">Where it is posted to, or the page that asks for more.</param>
public sealed record NextStep(string Word, string Policy, string Address, StepWay Way)
{
    /// <summary>What the button says: dots for what asks for more.</summary>
    public string Text => Way == StepWay.Press ? Word : Word + "…";

    public static NextStep Checks(Booking booking) => new("Checks", SessionPolicy.Prepare, $"/staff/bookings/{booking.Id}/session", StepWay.Open);

    public static NextStep Checks(Session session) => new("Checks", SessionPolicy.Prepare, SessionLinks.Of(session.Id, "gate"), StepWay.Follow);

    public static NextStep CreamOn(Session session) => new("Cream on", SessionPolicy.Prepare, $"{SessionLinks.Of(session.Id)}/cream", StepWay.Follow);

    public static NextStep Sign(Session session) => new("Sign", SessionPolicy.Sign, $"{SessionLinks.Of(session.Id)}/sign", StepWay.Follow);
}

/// <summary>A step that asks nothing: one press on the board does it.</summary>
/// <param name="Word">What the button says.</param>
/// <param name="Pattern">Address it is posted to.</param>
/// <param name="Part">Where on the session's page to look when it is refused; null where there is only the booking.</param>
/// <param name="There">Words of the link there.</param>
public sealed record BoardPress(string Word, string Policy, string Pattern, string? Part, string There)
{
    public static readonly BoardPress Arrived = new("Arrived", BookingPolicy.Mark, "/staff/board/bookings/{id:guid}/arrive", null, "Go to the visit");
    public static readonly BoardPress Left = new("Left", BookingPolicy.Mark, "/staff/board/bookings/{id:guid}/leave", null, "Go to the visit");
    public static readonly BoardPress CreamOff = new("Cream off", SessionPolicy.Prepare, "/staff/board/sessions/{id:guid}/cream-off", "cream", "Go to the cream");
    public static readonly BoardPress Start = new("Start needling", SessionPolicy.Needle, "/staff/board/sessions/{id:guid}/start", "gate", "Go to the checks");
    public static readonly BoardPress Finish = new("Finish", SessionPolicy.Needle, "/staff/board/sessions/{id:guid}/finish", "zones", "Go to the zones");
    public static readonly BoardPress Aftercare = new("Aftercare given", SessionPolicy.Prepare, "/staff/board/sessions/{id:guid}/aftercare", "after", "Go to the session");

    /// <param name="id">Of the booking or the session, as the address says.</param>
    public NextStep Of(Guid id) => new(Word, Policy, Pattern.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal), StepWay.Press);
}
