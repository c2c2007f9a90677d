using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Triages;

internal static class CheckIns
{
    /// <summary>A check-in with signs written as id, id:severity or id:severity:minutes.</summary>
    public static CheckIn On(int day, string signs) => new()
    {
        Day = day,
        Signs = [.. signs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Sign)],
    };

    private static SignReport Sign(string text)
    {
        var parts = text.Split(':');
        return new()
        {
            Id = parts[0],
            Severity = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1,
            Minutes = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : null,
        };
    }
}
