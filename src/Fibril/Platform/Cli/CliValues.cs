using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Fibril.Platform.Cli;

/// <summary>Options with numbers and days, read alike in every country; a wrong one says what would be right.</summary>
public static class CliValues
{
    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>; null when it is not given.</summary>
    public static Option<decimal?> Number(string name, string description, decimal least, decimal most, bool whole = false) =>
        new(name) { Description = description, CustomParser = result => Number(result, name, least, most, whole) };

    /// <summary>A day; null when it is not given.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name) { Description = description, CustomParser = result => Day(result, name) };

    /// <summary>A number as people and programs write it: a point before decimals, no thousands.</summary>
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>A number without needless zeros.</summary>
    public static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A day as YYYY-MM-DD.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal? Number(ArgumentResult result, string name, decimal least, decimal most, bool whole)
    {
        if (result.Tokens is not [{ Value: var text }])
        {
            result.AddError($"{name}: give one {Kind(whole)} from {Text(least)} to {Text(most)}.");
            return null;
        }

        if (TryNumber(text, out var number) && number >= least && number <= most && (!whole || number == decimal.Truncate(number)))
        {
            return number;
        }

        result.AddError($"{name}: \"{text}\" is no {Kind(whole)} from {Text(least)} to {Text(most)}.");
        return null;
    }

    private static DateOnly? Day(ArgumentResult result, string name)
    {
        if (result.Tokens is [{ Value: var text }] && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"{name}: {(result.Tokens is [var token] ? $"\"{token.Value}\" is no day" : "no day is given")}; write YYYY-MM-DD, such as 2026-11-22.");
        return null;
    }

    private static string Kind(bool whole) => whole ? "whole number" : "number";
}
