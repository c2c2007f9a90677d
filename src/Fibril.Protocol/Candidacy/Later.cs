namespace Fibril.Protocol;

/// <summary>How days and months are counted: calendar months clamp to the end of the month, and nothing leaves the calendar.</summary>
public static class Later
{
    /// <summary>The day that many whole days later.</summary>
    public static DateOnly Days(DateOnly from, int days) =>
        (long)from.DayNumber + days > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : from.AddDays(days);

    /// <summary>The same day number that many months later, or the last day of that month.</summary>
    public static DateOnly Months(DateOnly from, int months) =>
        ((from.Year * 12) + from.Month - 1 + months) / 12 > DateOnly.MaxValue.Year ? DateOnly.MaxValue : from.AddMonths(months);

    /// <summary>The birthday on which this age is reached.</summary>
    public static DateOnly Birthday(DateOnly birthDate, int years) => Months(birthDate, years * 12);
}
