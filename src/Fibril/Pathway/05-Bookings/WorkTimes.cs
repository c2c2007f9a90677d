using Fibril.Platform.Data;
using Fibril.Practice.Staff;
using Fibril.Practice.Staff.Hours;

namespace Fibril.Pathway.Bookings;

/// <summary>A break that must still find its minutes between two instants.</summary>
public sealed record DayBreak(Guid StaffId, DateTime From, DateTime To, int Minutes);

/// <summary>Hours of the people as the diary counts them: 5-minute units in which nobody is there, and breaks that are to be kept. Pure.</summary>
public static class WorkTimes
{
    /// <summary>Units outside somebody's hours. Source: clinic.</summary>
    public static IEnumerable<(Guid ResourceId, DateTime UnitStart)> Off(IReadOnlyCollection<StaffHours> hours, TimeZoneInfo zone, DaySpan days)
    {
        var (from, to) = (VisitTimes.DayOf(zone, days.From).From, VisitTimes.DayOf(zone, days.From.AddDays(days.Days)).From);
        for (var unit = from; unit < to && hours.Count > 0; unit = unit.AddMinutes(Occupancy.UnitMinutes))
        {
            var local = unit.In(zone);
            foreach (var person in hours.Where(h => !HoursRules.IsAtWork(h, local)))
            {
                yield return (person.StaffId, unit);
            }
        }
    }

    /// <summary>Units of the days after somebody's credential has lapsed. Source: R069.</summary>
    public static IEnumerable<(Guid ResourceId, DateTime UnitStart)> Lapsed(IReadOnlyCollection<StaffMember> people, TimeZoneInfo zone, DaySpan days)
    {
        var to = VisitTimes.DayOf(zone, days.From.AddDays(days.Days)).From;
        foreach (var person in people.Where(p => p.CredentialExpiresOn < days.From.AddDays(days.Days)))
        {
            for (var unit = VisitTimes.DayOf(zone, person.CredentialExpiresOn!.Value).To; unit < to; unit = unit.AddMinutes(Occupancy.UnitMinutes))
            {
                yield return (person.Id, unit);
            }
        }
    }

    /// <summary>The breaks of these days. Source: clinic.</summary>
    public static IReadOnlyList<DayBreak> Breaks(IReadOnlyCollection<StaffHours> hours, TimeZoneInfo zone, DaySpan days) =>
    [
        .. from day in Enumerable.Range(0, days.Days).Select(days.From.AddDays)
           from person in hours
           let rest = HoursRules.BreakOn(person, day)
           where rest is not null
           select new DayBreak(person.StaffId, VisitTimes.At(zone, day, rest.Earliest), VisitTimes.Closing(zone, day, rest.Latest), rest.Minutes),
    ];

    /// <summary>Can this break still be had when these units are taken too?</summary>
    public static bool Fits(DayBreak rest, IReadOnlySet<(Guid ResourceId, DateTime UnitStart)> taken, IReadOnlyCollection<(Guid ResourceId, DateTime UnitStart)> also)
    {
        var free = 0;
        for (var unit = rest.From; unit < rest.To; unit = unit.AddMinutes(Occupancy.UnitMinutes))
        {
            free = taken.Contains((rest.StaffId, unit)) || also.Contains((rest.StaffId, unit)) ? 0 : free + Occupancy.UnitMinutes;
            if (free >= rest.Minutes)
            {
                return true;
            }
        }

        return false;
    }
}
