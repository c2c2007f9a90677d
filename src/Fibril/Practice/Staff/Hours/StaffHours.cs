using Fibril.Platform.Data;

namespace Fibril.Practice.Staff.Hours;

/// <summary>Hours of one day of the week, by the clinic's clock.</summary>
public sealed record WorkDay(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>A break that may lie anywhere between two hours, by the clinic's clock: not before <paramref name="Earliest"/>, over by <paramref name="Latest"/>.</summary>
public sealed record WorkBreak(int Minutes, TimeOnly Earliest, TimeOnly Latest);

/// <summary>Days away, the last one included. Why stays with the person: the diary does not need it.</summary>
public sealed record DaysAway(DateOnly FirstOn, DateOnly LastOn);

/// <summary>When one person can be booked. Somebody without such a row can be booked whenever the clinic is open.</summary>
public sealed class StaffHours : ClinicRow
{
    public required Guid StaffId { get; init; }

    /// <summary>None listed: every day, as long as the clinic is open.</summary>
    public List<WorkDay> Week { get; private set; } = [];

    /// <summary>Kept free on each day that is long enough for it; null for none.</summary>
    public WorkBreak? Break { get; private set; }

    /// <summary>First days first.</summary>
    public List<DaysAway> Away { get; private set; } = [];

    public void Set(IEnumerable<WorkDay> week, WorkBreak? rest) => (Week, Break) = ([.. week], rest);

    public void Leave(DaysAway days) => Away = [.. Away.Append(days).Distinct().OrderBy(a => a.FirstOn)];

    public void Return(DaysAway days) => Away = [.. Away.Where(a => a != days)];
}
