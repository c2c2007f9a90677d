using Fibril.Platform.Data;

namespace Fibril.Practice.Duty;

/// <summary>Hours in which somebody answers for the clinic, with the next in line: every week, or between two dates in place of the week.</summary>
public sealed class DutySpan : ClinicRow
{
    /// <summary>Days of the week on which it begins; never empty.</summary>
    public List<DayOfWeek> Days { get; set; } = [];

    /// <summary>Wall clock of the clinic.</summary>
    public required TimeOnly StartsAt { get; set; }

    /// <summary>Ends on the next day when it is not later than the start; equal means a whole day.</summary>
    public required TimeOnly EndsAt { get; set; }

    /// <summary>First day on which it may begin; null = every week.</summary>
    public DateOnly? FromOn { get; set; }

    /// <summary>Last day on which it may begin.</summary>
    public DateOnly? ToOn { get; set; }

    /// <summary>Staff in the order in which they are called.</summary>
    public List<Guid> Line { get; set; } = [];

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Holiday cover and the like: it goes before what holds every week.</summary>
    public bool IsDated => FromOn is not null || ToOn is not null;

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}
