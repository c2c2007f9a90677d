using System.Globalization;
using Fibril.Platform.Ui;

namespace Fibril.Practice.Duty;

/// <summary>Duty in words.</summary>
public static class DutyWords
{
    /// <summary>Monday first, as a roster is read.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static IReadOnlyList<Option> Options { get; } = [.. Week.Select(d => new Option(d.ToString(), d.ToString()))];

    /// <summary>"Monday to Friday", "Saturday, Sunday".</summary>
    public static string Days(IReadOnlyCollection<DayOfWeek> days)
    {
        var at = days.Select(d => Week.ToList().IndexOf(d)).Order().ToList();
        return at.Count == Week.Count ? "Every day"
            : at.Count > 2 && at[^1] - at[0] == at.Count - 1 ? $"{Week[at[0]]} to {Week[at[^1]]}"
            : string.Join(", ", at.Select(i => Week[i]));
    }

    /// <summary>"18:00 to 09:00 of the next day".</summary>
    public static string Hours(DutySpan span) =>
        span.StartsAt == span.EndsAt ? $"{span.StartsAt.ToText()}, for 24 hours"
        : $"{span.StartsAt.ToText()} to {span.EndsAt.ToText()}{(span.EndsAt < span.StartsAt ? " of the next day" : "")}";

    /// <summary>"every week", "21 December to 2 January 2027".</summary>
    public static string Dates(DutySpan span) => (span.FromOn, span.ToOn) switch
    {
        (null, null) => "every week",
        ({ } from, null) => $"from {Day(from)}",
        (null, { } to) => $"until {Day(to)}",
        ({ } from, { } to) => $"{Day(from)} to {Day(to)}",
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
