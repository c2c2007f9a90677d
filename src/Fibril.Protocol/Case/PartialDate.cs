using System.Globalization;

namespace Fibril.Protocol;

/// <summary>A day, a month or a year, as a person remembers it: <c>2026-06-10</c>, <c>2026-06</c> or <c>2026</c>.</summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private readonly string? text;

    /// <summary>A full day.</summary>
    public PartialDate(DateOnly day)
    {
        text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        FirstDay = LastDay = day;
    }

    private PartialDate(string text, DateOnly first, DateOnly last) => (this.text, FirstDay, LastDay) = (text, first, last);

    /// <summary>As it was written.</summary>
    public string Text => text ?? "0001-01-01";

    /// <summary>First day it can have been.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Last day it can have been.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The day a rule counts from: the last day it can have been, but never a day after the assessment.</summary>
    public DateOnly DayAsOf(DateOnly on) => LastDay < on ? LastDay : on;

    /// <summary>A full day.</summary>
    public static implicit operator PartialDate(DateOnly day) => new(day);

    /// <summary>Reads one of the three forms.</summary>
    /// <exception cref="FormatException">It is none of them, or no day of the calendar.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date; write YYYY-MM-DD, YYYY-MM or YYYY.");

    /// <summary>Reads one of the three forms; false when it is none of them, or no day of the calendar.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var first = text?.Length switch { 10 => text, 7 => text + "-01", 4 => text + "-01-01", _ => null };
        if (first is null || !TryDay(first, out var day))
        {
            return false;
        }

        var last = text!.Length switch { 10 => day, 7 => EndOfMonth(day.Year, day.Month), _ => EndOfMonth(day.Year, 12) };
        date = new(text, day, last);
        return true;
    }

    /// <summary>Reads a full day; false when it is none.</summary>
    public static bool TryDay(string? text, out DateOnly day)
    {
        day = default;
        return text is { Length: 10 }
            && text.All(c => c is '-' or (>= '0' and <= '9'))
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    /// <summary>By last day, then first day.</summary>
    public int CompareTo(PartialDate other) =>
        LastDay != other.LastDay ? LastDay.CompareTo(other.LastDay) : FirstDay.CompareTo(other.FirstDay);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>Earlier.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
