using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Where a visit of today is: one word, in the fixed order of the day.</summary>
public sealed record VisitProgress(string Word, Tone Tone, NextStep? Next)
{
    /// <summary>Derived from the booking's and the session's instants.</summary>
    /// <param name="withCream">Whether a cream is planned and nobody chose to go without.</param>
    public static VisitProgress Of(Booking booking, Session? session, bool withCream) => (booking, session) switch
    {
        ({ NoShowAt: not null }, _) => new("did not come", Tone.Plain, null),
        (_, { SignedAt: not null }) => new("signed", Tone.Good, null),
        (_, { AftercareGivenAt: not null }) => new("aftercare given", Tone.Info, NextStep.Sign(session)),
        (_, { NeedlingFinishedAt: not null }) => new("needling finished", Tone.Info, BoardPress.Aftercare.Of(session.Id)),
        (_, { NeedlingStartedAt: not null }) => new("needling", Tone.Info, BoardPress.Finish.Of(session.Id)),
        (_, { CreamOffAt: not null }) => new("cream off", Tone.Info, BoardPress.Start.Of(session.Id)),
        (_, { CreamOnAt: not null }) => new("numbing", Tone.Wait, BoardPress.CreamOff.Of(session.Id)),
        (_, not null) when !IsReadyForCream(session) => new("checks", Tone.Info, NextStep.Checks(session)),
        (_, not null) => new("checks", Tone.Info, withCream ? NextStep.CreamOn(session) : BoardPress.Start.Of(session.Id)),
        ({ LeftAt: not null }, _) => new("left", Tone.Good, null),
        ({ ArrivedAt: not null, Kind: VisitKind.Session }, _) => new("arrived", Tone.Info, NextStep.Checks(booking)),
        ({ ArrivedAt: not null }, _) => new("arrived", Tone.Info, BoardPress.Left.Of(booking.Id)),
        _ => new("expected", Tone.Plain, BoardPress.Arrived.Of(booking.Id)),
    };

    /// <summary>Whether every check is ticked that the cream waits for.</summary>
    private static bool IsReadyForCream(Session session) =>
        SessionGate.For(withCream: true, decision: null).Where(g => g.BeforeCream).All(g => SessionGate.IsTicked(session, g.Id));
}
