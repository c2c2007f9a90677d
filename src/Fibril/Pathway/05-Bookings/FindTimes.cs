using Fibril.Platform.Data;
using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>What can be booked, from when, and why not earlier.</summary>
/// <param name="Never">Refused when no day will do; then there are no offers.</param>
/// <param name="Because">Reasons that the first day is not today.</param>
/// <param name="Missing">What is still open and does not stop who looks.</param>
public sealed record TimesFound(
    VisitSubject Subject, Decision Never, DateOnly EarliestOn, IReadOnlyList<Reason> Because, IReadOnlyList<MissingThing> Missing, IReadOnlyList<DayOfOffers> Days)
{
    /// <summary>Must who books say why what is missing may wait?</summary>
    public bool AsksWhy => PrerequisiteRules.AsksWhy(Missing);
}

/// <summary>Free times of one day; none with the reasons where care or the day's load says no.</summary>
public sealed record DayOfOffers(DateOnly On, IReadOnlyList<Offer> Offers, Decision Care);

/// <summary>Looks for times at which the practitioner, the chair and the room are free together.</summary>
public sealed class FindTimes(ClinicDb db, Caller caller)
{
    /// <summary>Days that one look goes over.</summary>
    public const int Days = 14;

    /// <param name="from">First day; null = the earliest that care allows.</param>
    /// <param name="moving">A booking that is being moved.</param>
    /// <returns>Null when there is no such course.</returns>
    public async Task<TimesFound?> Handle(Guid courseId, VisitKind kind, DateOnly? from = null, int days = Days, Guid? practitionerId = null, Guid? moving = null)
    {
        var isStaff = !caller.IsPatient;
        if (await VisitSubject.LoadAsync(db, caller, courseId, kind, (_, facts) => new(First(facts, from), days), practitionerId, moving) is not { } subject)
        {
            return null;
        }

        var missing = moving is null ? PrerequisiteRules.Missing(subject.Facts) : []; // what was booked may be moved
        var never = BookingRules.Never(subject.Facts).And(PrerequisiteRules.MayOffer(missing, isStaff));
        var (earliest, because) = BookingRules.Earliest(subject.Facts);
        var first = First(subject.Facts, from);
        var found = never.IsAllowed ? Enumerable.Range(0, days).Select(n => On(subject, first.AddDays(n))) : [];
        return new(subject, never, earliest, because, PrerequisiteRules.Open(missing, isStaff), [.. found]);
    }

    /// <summary>The day that was asked for, or the earliest that care allows where that is later.</summary>
    private static DateOnly First(BookingFacts facts, DateOnly? from) => BookingRules.Earliest(facts).On is var earliest && from > earliest ? from.Value : earliest;

    private DayOfOffers On(VisitSubject subject, DateOnly day)
    {
        var care = BookingRules.MayBook(subject.Facts, day);
        return new(day, care.IsAllowed ? [.. BookingChoice.On(subject, day, caller.Now)] : [], care);
    }
}
