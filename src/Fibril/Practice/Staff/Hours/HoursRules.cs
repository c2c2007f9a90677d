using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Practice.Staff.Hours;

/// <summary>When somebody can be booked. Pure; no hours recorded, always.</summary>
public static class HoursRules
{
    /// <summary>The diary's grid, minutes: hours and breaks lie on it.</summary>
    public const int GridMinutes = 5;

    /// <summary>May a visit be with this person at this moment of the clinic's clock?</summary>
    public static bool IsAtWork(StaffHours? hours, DateTime local) => hours is null
        || (On(hours, DateOnly.FromDateTime(local)) is { } work && work.From <= TimeOnly.FromDateTime(local) && TimeOnly.FromDateTime(local) < work.To);

    /// <summary>Is the person there at all on this day?</summary>
    public static bool Works(StaffHours? hours, DateOnly day) => hours is null || On(hours, day) is not null;

    /// <summary>The break of this day; null where the day is too short for it, or there is none.</summary>
    public static WorkBreak? BreakOn(StaffHours hours, DateOnly day)
    {
        if (hours.Break is not { } rest || On(hours, day) is not { } work)
        {
            return null;
        }

        var (from, to) = (rest.Earliest > work.From ? rest.Earliest : work.From, rest.Latest < work.To ? rest.Latest : work.To);
        return from < to && (to - from).TotalMinutes >= rest.Minutes ? rest with { Earliest = from, Latest = to } : null;
    }

    /// <summary>Whether these hours make sense, with every reason.</summary>
    public static Decision MaySet(IReadOnlyList<WorkDay> week, WorkBreak? rest) => Decision.From(
    [
        .. week.Where(d => d.To <= d.From).Select(d => Reason("hours-end", $"{d.Day}: the end must be later than the beginning.")),
        .. week.SelectMany(d => new[] { d.From, d.To }).Concat(rest is null ? [] : [rest.Earliest, rest.Latest]).Any(t => t.Minute % GridMinutes != 0)
            ? [Reason("hours-grid", $"Hours are multiples of {GridMinutes} minutes, as the diary is.")] : Array.Empty<Reason>(),
        .. rest is not null && (rest.Latest <= rest.Earliest || (rest.Latest - rest.Earliest).TotalMinutes < rest.Minutes)
            ? [Reason("break-fits", $"A break of {rest.Minutes} minutes does not fit between {rest.Earliest.ToText()} and {rest.Latest.ToText()}.")] : Array.Empty<Reason>(),
    ]);

    /// <summary>May these days be added: they end after they begin and are not over, and do not lie years ahead.</summary>
    public static Decision MayBeAway(DaysAway days, DateOnly today) => Decision.From(
    [
        .. days.LastOn < days.FirstOn ? [Reason("away-order", "The last day lies before the first.")] : Array.Empty<Reason>(),
        .. days.LastOn < today ? [Reason("away-over", "These days are over.")] : Array.Empty<Reason>(),
        .. days.LastOn > today.AddYears(2) ? [Reason("away-far", "This is more than two years ahead. Somebody who stays away that long has left.")] : Array.Empty<Reason>(),
    ]);

    private static (TimeOnly From, TimeOnly To)? On(StaffHours hours, DateOnly day)
    {
        if (hours.Away.Exists(a => a.FirstOn <= day && day <= a.LastOn))
        {
            return null;
        }

        return hours.Week.Count == 0 ? (TimeOnly.MinValue, TimeOnly.MaxValue) : hours.Week.Find(d => d.Day == day.DayOfWeek) is { } work ? (work.From, work.To) : null;
    }

    private static Reason Reason(string code, string sentence) => new(code, sentence, "clinic");
}
