using Fibril.Platform.Data;
using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>What can be booked, from when, and why not earlier.</summary>
/// <param name="Never">Refused when no day will do; then there are no offers.</param>
/// <param name="Because">Reasons that the first day is not today.</param>
/// <param name="Missing">What may still be open now, and must be there on the day.</param>
public sealed record TimesFound(
    VisitSubject Subject, Decision Never, DateOnly EarliestOn, IReadOnlyList<Reason> Because, IReadOnlyList<Reason> Missing, IReadOnlyList<DayOfOffers> Days);

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
        if (await VisitSubject.LoadAsync(db, caller, courseId, kind, practitionerId, moving) is not { } subject)
        {
            return null;
        }

        var never = BookingRules.Never(subject.Facts);
        var (earliest, because) = BookingRules.Earliest(subject.Facts);
        var first = from is { } day && day > earliest ? day : earliest;
        var found = never.IsAllowed ? Enumerable.Range(0, days).Select(n => On(subject, first.AddDays(n))) : [];
        return new(subject, never, earliest, because, BookingRules.Missing(subject.Facts), [.. found]);
    }

    private DayOfOffers On(VisitSubject subject, DateOnly day)
    {
        var care = BookingRules.MayBook(subject.Facts, day);
        var clinic = subject.Clinic;
        var offers = care.IsAllowed
            ? VisitTimes.Starts(clinic.Zone, day, clinic.OpensAt, clinic.ClosesAt, subject.ShortestMinutes)
                .Where(start => start > caller.Now)
                .Select(start => FreeTimes.At(subject.Question, start))
                .Where(o => o is not null && o.EndsAt <= Closing(clinic, day))
                .Select(o => o!)
            : [];
        return new(day, [.. offers], care);
    }

    private static DateTime Closing(Practice.Clinics.Clinic clinic, DateOnly day) =>
        VisitTimes.Closing(clinic.Zone, day, clinic.ClosesAt);
}
