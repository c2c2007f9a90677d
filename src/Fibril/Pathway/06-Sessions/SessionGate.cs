using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>One check before the needle: what is asked or looked at, and from which step on it must be ticked.</summary>
/// <param name="BeforeCream">True when the cream waits for it too.</param>
/// <param name="NoteAsked">True when a tick says how: a photo taken or declined.</param>
public sealed record GateItem(string Id, string Text, bool BeforeCream, bool NoteAsked = false);

/// <summary>The checks of one session. Pure.</summary>
public static class SessionGate
{
    public const string Identity = "identity";
    public const string Well = "well";
    public const string Holds = "holds";
    public const string Consent = "consent";
    public const string Cartridge = "cartridge";
    public const string CreamRemoved = "cream-removed";
    public const string Photos = "photos";

    /// <summary>Not a check but a choice: no cream although the plan names one, with the reason as its note.</summary>
    public const string NoCream = "no-cream";

    /// <summary>Steps of the hour, kept beside the checks because they too are somebody's act: <c>step:start</c>. Never asked for as a check.</summary>
    public const string Step = "step:";
    public const string Started = Step + "start";
    public const string Finished = Step + "finish";
    public const string Aftercare = Step + "aftercare";

    /// <summary>Beginning of the id of a precaution that must be fulfilled: <c>met:M20</c>.</summary>
    public const string Met = "met:";

    /// <summary>All checks of a session: with cream or without, and one for each precaution that the decision asks to be fulfilled. Source: screens 3.6, R065, R068, M20.</summary>
    public static IReadOnlyList<GateItem> For(bool withCream, CandidacyDecision? decision) =>
    [
        new(Identity, "Name and birth date asked, and they are right", true),
        new(Well, "Feels well: no fever, no cold sore, no new medicine, no pregnancy", true),
        new(Holds, "Holds before the session asked one by one", true),
        new(Consent, "Consent talked over; the person still wants it", true),
        .. (decision?.Findings ?? []).Where(f => f.Met is false).DistinctBy(f => f.Rule).Select(f => new GateItem(Met + f.Rule, f.Reason, false)),
        new(Photos, "Photos before: taken, or declined", false, NoteAsked: true),
        .. withCream ? [new GateItem(CreamRemoved, "Cream wiped off fully, skin cleaned with antiseptic", false)] : Array.Empty<GateItem>(),
        new(Cartridge, "Cartridge sealed, in date, and opened before the person's eyes", false),
    ];

    public static bool IsTicked(Session session, string item) => session.Gate.Any(t => t.Item == item);
}
