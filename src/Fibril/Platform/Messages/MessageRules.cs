using Fibril.Platform.Data;

namespace Fibril.Platform.Messages;

/// <summary>When a mail may leave.</summary>
public static class MessageRules
{
    /// <summary>Time in which a mail can be called back.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromMinutes(3);

    /// <summary>After so many refusals that could have passed, a person looks at it.</summary>
    public const int MostAttempts = 8;

    public static DateTime NotBefore(Letter letter, DateTime now, Letterhead head) =>
        letter.MayWait ? AfterQuiet(now + UndoWindow, head) : now;

    /// <summary>The same instant, or the end of the quiet hours it falls into.</summary>
    public static DateTime AfterQuiet(DateTime utc, Letterhead head)
    {
        var local = utc.In(head.Zone);
        var time = TimeOnly.FromDateTime(local);
        if (head.QuietFrom == head.QuietUntil || !time.IsBetween(head.QuietFrom, head.QuietUntil))
        {
            return utc;
        }

        var day = time < head.QuietUntil ? local.Date : local.Date.AddDays(1);
        var end = DateTime.SpecifyKind(day + head.QuietUntil.ToTimeSpan(), DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(head.Zone.IsInvalidTime(end) ? end.AddHours(1) : end, head.Zone);
    }

    /// <summary>1, 2, 4 … minutes after a refusal that may pass, at most an hour.</summary>
    public static TimeSpan Backoff(int attempts) => TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Max(0, attempts - 1))));
}
