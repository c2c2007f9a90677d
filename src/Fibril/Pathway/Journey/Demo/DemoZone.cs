namespace Fibril.Pathway.Journey.Demo;

/// <summary>The demo clinic lies where it is late morning now, so that its day is always half full.</summary>
internal static class DemoZone
{
    private const double Hour = 11.2;

    private static readonly string[] Places =
    [
        "Pacific/Pago_Pago", "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Halifax",
        "America/Sao_Paulo", "Atlantic/South_Georgia", "Atlantic/Azores", "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Istanbul", "Asia/Dubai", "Asia/Karachi",
        "Asia/Dhaka", "Asia/Bangkok", "Asia/Singapore", "Asia/Tokyo", "Australia/Brisbane", "Pacific/Noumea", "Pacific/Auckland",
    ];

    public static TimeZoneInfo Now(DateTime utc) =>
        Places.Select(TimeZoneInfo.FindSystemTimeZoneById).MinBy(z => Math.Abs(TimeZoneInfo.ConvertTimeFromUtc(utc, z).TimeOfDay.TotalHours - Hour))!;
}
