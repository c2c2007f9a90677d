using System.Globalization;

namespace Fibril.Practice.Protocols.Proof;

/// <summary>Values that the solver found for the unknowns, read from its answer to <c>get-value</c>.</summary>
internal sealed class Found
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public Found(string answer)
    {
        var at = answer.IndexOf('(', StringComparison.Ordinal) + 1;
        while (answer.IndexOf('(', at) is var open and >= 0)
        {
            var (name, afterName) = Item(answer, open + 1);
            var (value, end) = Item(answer, afterName);
            values[name] = value;
            at = answer.IndexOf(')', end) + 1;
        }
    }

    /// <summary>A yes or no; an unknown that no rule asked for is no.</summary>
    public bool Flag(string name) => values.GetValueOrDefault(name) == "true";

    /// <summary>A whole number; null when no rule asked for it.</summary>
    public int? Whole(string name) => Number(name) is { } number ? (int)number : null;

    /// <summary>A number; null when no rule asked for it.</summary>
    public decimal? Number(string name) => values.TryGetValue(name, out var value) ? Read(value) : null;

    /// <summary>A day; null when no rule asked for it.</summary>
    public DateOnly? Day(string name) => Whole(name) is { } number ? DateOnly.FromDayNumber(number) : null;

    private static decimal Read(string value)
    {
        var parts = value.Trim('(', ')').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["-", .. var rest] => -Read(string.Join(' ', rest)),
            ["/", var over, var under] => decimal.Round(Read(over) / Read(under), 6),
            [var number] => decimal.Parse(number, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException($"'{value}' is no number."),
        };
    }

    /// <summary>A word in bars, a plain word or something in brackets.</summary>
    private static (string Text, int End) Item(string answer, int at)
    {
        while (char.IsWhiteSpace(answer[at]))
        {
            at++;
        }

        var end = answer[at] switch
        {
            '|' => answer.IndexOf('|', at + 1) + 1,
            '(' => Closing(answer, at) + 1,
            _ => answer.IndexOfAny([' ', ')', '\n'], at),
        };
        return (answer[at..end], end);
    }

    private static int Closing(string answer, int at)
    {
        for (var depth = 0; ; at++)
        {
            depth += answer[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }
    }
}
