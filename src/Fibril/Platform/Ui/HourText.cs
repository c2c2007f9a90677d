using System.Globalization;

namespace Fibril.Platform.Ui;

/// <summary>An hour of the day as people type and read it: 09:00.</summary>
public static class HourText
{
    /// <summary>What a field takes; browsers may add empty seconds.</summary>
    public const string Pattern = @"([01]\d|2[0-3]):[0-5]\d(:00)?";

    public static string ToText(this TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <returns>Null when nothing or no hour is written.</returns>
    public static TimeOnly? Read(string? text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var hour) ? hour : null;
}
