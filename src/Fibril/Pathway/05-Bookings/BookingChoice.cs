using Fibril.Platform.Data;
using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>Is the chosen time still to be had, and if not, what is near it. Pure.</summary>
internal static class BookingChoice
{
    private const int Alternatives = 3;

    /// <summary>The offer at this start, or why there is none, with the nearest free times of that day. Source: interop 4.4, screens 3.2.</summary>
    public static (Offer? Offer, Decision Why) At(VisitSubject subject, DateTime startsAt, DateTime now)
    {
        var clinic = subject.Clinic;
        var day = startsAt.DayIn(clinic.Zone);
        var care = BookingRules.MayBook(subject.Facts, day);
        if (!care.IsAllowed)
        {
            return (null, care);
        }

        var closing = VisitTimes.Closing(clinic.Zone, day, clinic.ClosesAt);
        var starts = VisitTimes.Starts(clinic.Zone, day, clinic.OpensAt, clinic.ClosesAt, subject.ShortestMinutes).Where(s => s > now).ToList();
        if (!starts.Contains(startsAt))
        {
            return (null, Decision.Refuse(new Reason("outside-hours", "No visit can start at that time: it is over, or outside the clinic's hours.", "clinic")));
        }

        return FreeTimes.At(subject.Question, startsAt) is { } offer && offer.EndsAt <= closing
            ? (offer, Decision.Allow())
            : (null, Gone([.. Near(subject, starts, startsAt, closing)]));
    }

    /// <summary>Somebody else was first. Source: interop 4.4.</summary>
    public static Decision Gone(IReadOnlyList<string> others) => Decision.Refuse(new Reason(
        "slot-taken",
        others.Count == 0 ? "This time has just been taken. Choose another." : $"This time has just been taken. Still free that day: {string.Join(", ", others)}.",
        "clinic"));

    private static IEnumerable<string> Near(VisitSubject subject, List<DateTime> starts, DateTime wanted, DateTime closing) => starts
        .OrderBy(s => Math.Abs((s - wanted).TotalMinutes))
        .Where(s => FreeTimes.At(subject.Question, s) is { } offer && offer.EndsAt <= closing)
        .Take(Alternatives).Order()
        .Select(s => VisitText.Clock(s, subject.Clinic.Zone));
}
