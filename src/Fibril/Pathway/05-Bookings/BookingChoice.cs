using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>Is the chosen time still to be had, and if not, what is near it. Pure.</summary>
internal static class BookingChoice
{
    /// <summary>So many other times are named. Source: interop 4.4.</summary>
    public const int Alternatives = 3;

    /// <summary>The offer at this start, or why there is none; neither when somebody else has taken it. Source: interop 4.4, screens 3.2.</summary>
    public static (Offer? Offer, Decision? Why) At(VisitSubject subject, DateTime startsAt, DateTime now)
    {
        var care = BookingRules.MayBook(subject.Facts, startsAt.DayIn(subject.Clinic.Zone));
        var why = care.IsAllowed ? Hours(subject, startsAt, now) : care;
        return why.IsAllowed ? FreeTimes.At(subject.Question, startsAt) switch
        {
            { } offer when offer.EndsAt > Closing(subject.Clinic, startsAt) => (null, TooLong(subject.Clinic, offer.EndsAt - startsAt)),
            var offer => (offer, null),
        } : (null, why);
    }

    /// <summary>All times of a day that are free; care is asked before.</summary>
    public static IEnumerable<Offer> On(VisitSubject subject, DateOnly day, DateTime now) => Starts(subject, day, now).Select(s => At(subject, s)).OfType<Offer>();

    /// <summary>Times that are free, nearest to the wanted one first: of its own day, and where that has too few, of the days after it. Source: interop 4.4.</summary>
    public static IReadOnlyList<Offer> Near(VisitSubject subject, DateTime wanted, int days, DateTime now)
    {
        var day = wanted.DayIn(subject.Clinic.Zone);
        return
        [
            .. Enumerable.Range(0, days).Select(n => day.AddDays(n))
                .Where(d => BookingRules.MayBook(subject.Facts, d).IsAllowed)
                .SelectMany(d => Starts(subject, d, now).OrderBy(s => Math.Abs((s - wanted).TotalMinutes)))
                .Select(s => At(subject, s)).OfType<Offer>().Take(Alternatives),
        ];
    }

    /// <summary>Somebody else was first: what is still free, as a sentence and as choices. Source: interop 4.4.</summary>
    public static FormResult.Refused Gone(IReadOnlyList<Offer> others, DateTime wanted, TimeZoneInfo zone)
    {
        var day = wanted.DayIn(zone);
        var sameDay = others.All(o => o.StartsAt.DayIn(zone) == day);
        List<Option> instead = [.. others.OrderBy(o => o.StartsAt).Select(o => new Option(o.Value, Text(o)))];
        var why = instead.Count == 0 ? "This time has just been taken. Choose another."
            : $"This time has just been taken. {(sameDay ? "Still free that day" : "Free instead")}: {string.Join(", ", instead.Select(i => i.Text))}.";
        return FormResult.Taken(Refuse("slot-taken", why), instead);

        string Text(Offer offer) => offer.StartsAt.DayIn(zone) == day
            ? VisitText.Clock(offer.StartsAt, zone)
            : $"{offer.StartsAt.DayIn(zone).ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture)} {VisitText.Clock(offer.StartsAt, zone)}";
    }

    private static Offer? At(VisitSubject subject, DateTime start) =>
        FreeTimes.At(subject.Question, start) is { } offer && offer.EndsAt <= Closing(subject.Clinic, start) ? offer : null;

    private static IEnumerable<DateTime> Starts(VisitSubject subject, DateOnly day, DateTime now) =>
        VisitTimes.Starts(subject.Clinic.Zone, day, subject.Clinic.OpensAt, subject.Clinic.ClosesAt, subject.ShortestMinutes).Where(s => s > now);

    private static Decision Hours(VisitSubject subject, DateTime start, DateTime now)
    {
        var (clinic, length) = (subject.Clinic, TimeSpan.FromMinutes(subject.ShortestMinutes));
        return start <= now ? Refuse("time-past", "This time is past.")
            : Starts(subject, start.DayIn(clinic.Zone), now).Contains(start) ? Decision.Allow()
            : start < Closing(clinic, start) && start + length > Closing(clinic, start) ? TooLong(clinic, length)
            : Refuse("outside-hours", $"Visits begin each {VisitTimes.GridMinutes} minutes between {clinic.OpensAt.ToText()} and {clinic.ClosesAt.ToText()}.");
    }

    private static Decision TooLong(Clinic clinic, TimeSpan length) =>
        Refuse("after-closing", $"The clinic closes at {clinic.ClosesAt.ToText()}, and this visit takes {Words.Count((int)length.TotalMinutes, "minute")}.");

    private static Decision Refuse(string code, string sentence) => Decision.Refuse(new Reason(code, sentence, "clinic"));

    private static DateTime Closing(Clinic clinic, DateTime at) => VisitTimes.Closing(clinic.Zone, at.DayIn(clinic.Zone), clinic.ClosesAt);
}
