using System.Globalization;

namespace Fibril.Protocol;

/// <summary>A day as texts show it.</summary>
internal static class DayText
{
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A number as texts show it: without needless zeros is the writer's choice; it stays as it was given.</summary>
internal static class NumberText
{
    public static string Of(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
