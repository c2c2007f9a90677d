using Fibril.Practice.Clinics;
using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>Something that a clinic wants to be there before a session is booked, and that is not.</summary>
public sealed record MissingThing(Reason Reason, PrerequisiteLevel Level);

/// <summary>What is missing and what it means for who books. Pure; the needling itself asks again, whatever was skipped here.</summary>
public static class PrerequisiteRules
{
    /// <summary>Characters of a reason.</summary>
    public const int LongestWhy = 200;

    /// <summary>What is not there yet; nothing for a talk. Source: clinic, design 3.5 (what is missing blocks signing).</summary>
    public static IReadOnlyList<MissingThing> Missing(BookingFacts facts) => facts.Kind != VisitKind.Session ? [] :
    [
        .. If(!facts.ConsentValid, "consent-missing", "The consent is not signed yet. It must be read and signed before the session.", facts.Terms.Consent),
        .. If(!facts.HasTelephone, "telephone-missing", "The clinic has no telephone number to call on the day.", facts.Terms.Telephone),
    ];

    /// <summary>Whether times are offered at all to who looks, with what stops it. Source: clinic.</summary>
    public static Decision MayOffer(IEnumerable<MissingThing> missing, bool isStaff) => Decision.From(
        missing.Where(m => Stops(m, isStaff)).Select(m => m.Reason with { Sentence = $"{m.Reason.Sentence} {(m.Level == PrerequisiteLevel.Required ? "No session is booked before." : "Call the clinic, which can book it all the same.")}" }));

    /// <summary>What is open and does not stop who looks.</summary>
    public static IReadOnlyList<MissingThing> Open(IEnumerable<MissingThing> missing, bool isStaff) => [.. missing.Where(m => !Stops(m, isStaff))];

    /// <summary>Must who books say why it may wait?</summary>
    public static bool AsksWhy(IEnumerable<MissingThing> missing) => missing.Any(m => m.Level == PrerequisiteLevel.SkippableWithReason);

    /// <summary>May it be booked by this person with this reason, or none. Source: clinic.</summary>
    public static Decision MayBook(IReadOnlyList<MissingThing> missing, bool isStaff, string? why) => MayOffer(missing, isStaff).And(
        AsksWhy(missing) && string.IsNullOrWhiteSpace(why) ? Decision.Refuse(new Reason("why-missing", "Something is still open. Say why it may wait.", "clinic"))
        : why?.Length > LongestWhy ? Decision.Refuse(new Reason("why-long", $"Say it in at most {LongestWhy} characters.", "clinic"))
        : Decision.Allow());

    private static bool Stops(MissingThing missing, bool isStaff) =>
        missing.Level == PrerequisiteLevel.Required || (missing.Level == PrerequisiteLevel.StaffOnly && !isStaff);

    private static MissingThing[] If(bool isMissing, string code, string sentence, PrerequisiteLevel level) => isMissing ? [new(new(code, sentence, "clinic"), level)] : [];
}
