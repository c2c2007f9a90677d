using Fibril.Practice.Staff;

namespace Fibril.Practice.Duty;

/// <summary>Who is on duty, in the order in which they are called.</summary>
public static class DutyRules
{
    /// <summary>The span that holds now: a dated one before a weekly one, then the one that began last.</summary>
    /// <param name="localNow">Wall clock of the clinic.</param>
    /// <returns>Null when nobody is on duty.</returns>
    public static DutySpan? At(IEnumerable<DutySpan> spans, DateTime localNow) =>
        (from span in spans
         where span.WithdrawnAt is null
         let began = BeganAt(span, localNow)
         where began is not null
         orderby span.IsDated descending, began descending, span.Id
         select span).FirstOrDefault();

    /// <summary>The people of the span that holds now who still work here.</summary>
    public static IReadOnlyList<StaffMember> LineAt(IEnumerable<DutySpan> spans, IEnumerable<StaffMember> staff, DateTime localNow)
    {
        var present = staff.Where(s => s.LeftAt is null).ToDictionary(s => s.Id);
        return [.. (At(spans, localNow)?.Line ?? []).Where(present.ContainsKey).Select(id => present[id])];
    }

    /// <summary>When the running duty began: today, or yesterday and over midnight; null when it does not run.</summary>
    public static DateTime? BeganAt(DutySpan span, DateTime localNow)
    {
        var today = DateOnly.FromDateTime(localNow);
        return new[] { today, today.AddDays(-1) }
            .Where(day => BeginsOn(span, day))
            .Select(day => day.ToDateTime(span.StartsAt))
            .Where(start => start <= localNow && localNow < start + LengthOf(span))
            .Cast<DateTime?>().FirstOrDefault();
    }

    public static TimeSpan LengthOf(DutySpan span) =>
        span.StartsAt == span.EndsAt ? TimeSpan.FromDays(1) : span.EndsAt - span.StartsAt; // TimeOnly goes round the clock

    private static bool BeginsOn(DutySpan span, DateOnly day) =>
        span.Days.Contains(day.DayOfWeek) && (span.FromOn is null || span.FromOn <= day) && (span.ToOn is null || day <= span.ToOn);
}
