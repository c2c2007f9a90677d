using Fibril.Practice.Clinics;
using Fibril.Protocol;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Fibril.Pathway.Recovery;

/// <summary>The days after one session as iCalendar: what may start again on each, and when we ask. The UIDs stay, so that a second download replaces the first.</summary>
public static class HealingCalendar
{
    /// <param name="link">Where the person reports.</param>
    /// <param name="madeAt">UTC.</param>
    public static string Of(Guid sessionId, DateOnly sessionOn, IReadOnlyList<ResumeItem> resume, Clinic clinic, Uri link, DateTime madeAt)
    {
        var calendar = new Calendar { Method = CalendarMethods.Publish, ProductId = "-//Fibril//Healing//EN" };
        foreach (var day in resume.GroupBy(r => r.FromOn).OrderBy(g => g.Key))
        {
            calendar.Events.Add(Event($"{sessionId}-resume-{day.Key.DayNumber - sessionOn.DayNumber}@fibril", day.Key, $"From today: {string.Join("; ", day.Select(Say))}", null, madeAt));
        }

        foreach (var day in RecoveryRules.CheckDays)
        {
            calendar.Events.Add(Event($"{sessionId}-check-{day}@fibril", sessionOn.AddDays(day), $"{clinic.Name}: how are you today?", link, madeAt));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static string Say(ResumeItem item) => item.RequiresQuietSkin ? $"{item.What} (only when calm)" : item.What;

    private static CalendarEvent Event(string uid, DateOnly on, string summary, Uri? link, DateTime madeAt) => new()
    {
        Uid = uid,
        DtStamp = new CalDateTime(madeAt),
        DtStart = new CalDateTime(on),
        DtEnd = new CalDateTime(on.AddDays(1)),
        Transparency = TransparencyType.Transparent,
        Summary = summary,
        Url = link,
    };
}
