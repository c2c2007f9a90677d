using System.Globalization;
using Fibril.Platform.Ui;
using Fibril.Practice.Duty;

namespace Fibril.Practice.Staff.Hours;

/// <summary>Hours in words.</summary>
public static class HoursWords
{
    /// <summary>"Monday to Friday 09:00–17:00; Saturday 09:00–13:00".</summary>
    public static string Week(StaffHours? hours) => hours is not { Week.Count: > 0 } ? "while the clinic is open" : string.Join(
        "; ", hours.Week.GroupBy(d => (d.From, d.To)).Select(g => $"{DutyWords.Days([.. g.Select(d => d.Day)])} {g.Key.From.ToText()}–{g.Key.To.ToText()}"));

    /// <summary>"21 December 2026 to 2 January 2027".</summary>
    public static string Away(DaysAway days) => days.FirstOn == days.LastOn ? Text(days.FirstOn) : $"{Text(days.FirstOn)} to {Text(days.LastOn)}";

    private static string Text(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
