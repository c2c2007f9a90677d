using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Where a visit of today is: one word, in the fixed order of the day.</summary>
public sealed record VisitProgress(string Word, Tone Tone, string? NextStep)
{
    /// <summary>Derived from the booking's and the session's instants.</summary>
    public static VisitProgress Of(Booking booking, Session? session) => (booking, session) switch
    {
        ({ NoShowAt: not null }, _) => new("did not come", Tone.Plain, null),
        (_, { SignedAt: not null }) => new("signed", Tone.Good, null),
        (_, { AftercareGivenAt: not null }) => new("aftercare given", Tone.Info, "Sign"),
        (_, { NeedlingFinishedAt: not null }) => new("needling finished", Tone.Info, "Give aftercare"),
        (_, { NeedlingStartedAt: not null }) => new("needling", Tone.Info, "Finish"),
        (_, { CreamOffAt: not null }) => new("cream off", Tone.Info, "Start needling"),
        (_, { CreamOnAt: not null }) => new("numbing", Tone.Wait, "Cream off"),
        (_, not null) => new("checks", Tone.Info, "Cream on"),
        ({ LeftAt: not null }, _) => new("left", Tone.Good, null),
        ({ ArrivedAt: not null, Kind: VisitKind.Session }, _) => new("arrived", Tone.Info, "Checks"),
        ({ ArrivedAt: not null }, _) => new("arrived", Tone.Info, null),
        _ => new("expected", Tone.Plain, "Arrived"),
    };
}
