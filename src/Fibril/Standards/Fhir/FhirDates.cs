using System.Globalization;

namespace Fibril.Standards.Fhir;

/// <summary>FHIR dates of any length. Of a date without a day it takes the last day it can have been, so that no waiting time is too short.</summary>
public static class FhirDates
{
    /// <param name="text"><c>2024</c>, <c>2024-03</c>, <c>2024-03-18</c> or an instant; the day as it was written there.</param>
    public static bool TryRead(string text, out DateOnly day)
    {
        day = default;
        var parts = text.Split('T')[0].Split('-');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9998 || parts.Length > 3)
        {
            return false;
        }

        var month = 12;
        if (parts.Length > 1 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out month) || month is < 1 or > 12))
        {
            return false;
        }

        var last = DateTime.DaysInMonth(year, month);
        var date = last;
        if (parts.Length > 2 && (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out date) || date < 1 || date > last))
        {
            return false;
        }

        day = new(year, month, date);
        return true;
    }
}
