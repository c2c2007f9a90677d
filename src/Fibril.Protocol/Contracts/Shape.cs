using System.Text.Json;

namespace Fibril.Protocol;

/// <summary>What a JSON value must look like; it tells every problem as pointer, what is wrong, what would be right.</summary>
internal abstract class Shape
{
    public abstract void Check(JsonElement value, string pointer, ICollection<string> problems);

    protected static void Say(ICollection<string> problems, string pointer, string wrong, string right) =>
        problems.Add($"{(pointer.Length == 0 ? "(whole file)" : pointer)}: {wrong}; {right}.");

    /// <summary>The value as it stands in the file, short enough for one line.</summary>
    protected static string Shown(JsonElement value)
    {
        var raw = value.GetRawText().ReplaceLineEndings(" ");
        return value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => raw.Length <= 60 ? raw : raw[..57] + "...",
        };
    }
}

/// <summary>Any text.</summary>
internal sealed class TextShape : Shape
{
    public override void Check(JsonElement value, string pointer, ICollection<string> problems)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Say(problems, pointer, $"{Shown(value)} is not a text", "write a text in quotation marks");
        }
    }
}

/// <summary>One word of a closed list.</summary>
internal sealed class WordShape(string what, IReadOnlyList<string> words) : Shape
{
    private readonly HashSet<string> known = new(words, StringComparer.Ordinal);

    public override void Check(JsonElement value, string pointer, ICollection<string> problems)
    {
        if (value.ValueKind == JsonValueKind.String && known.Contains(value.GetString()!))
        {
            return;
        }

        var near = value.ValueKind == JsonValueKind.String ? Spelling.Nearest(value.GetString()!, words) : null;
        Say(problems, pointer, $"{Shown(value)} is not {what}", near is null ? Choices() : $"did you mean \"{near}\"");
    }

    private string Choices() => words.Count switch
    {
        1 => $"only \"{words[0]}\" is allowed",
        <= 12 => $"use one of {string.Join(", ", words)}",
        _ => $"use one of the {words.Count} ids of the vocabulary, such as {string.Join(", ", words.Take(3))}",
    };
}

/// <summary>A full day.</summary>
internal sealed class DayShape : Shape
{
    public override void Check(JsonElement value, string pointer, ICollection<string> problems)
    {
        if (value.ValueKind != JsonValueKind.String || !PartialDate.TryDay(value.GetString(), out _))
        {
            Say(problems, pointer, $"{Shown(value)} is not a day of the calendar", "write it as YYYY-MM-DD");
        }
    }
}

/// <summary>A day, a month or a year; null where that is an answer.</summary>
internal sealed class PartialDateShape(bool orNull = false) : Shape
{
    public override void Check(JsonElement value, string pointer, ICollection<string> problems)
    {
        if (orNull && value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (value.ValueKind != JsonValueKind.String || !PartialDate.TryParse(value.GetString(), out _))
        {
            var right = "write it as YYYY-MM-DD, YYYY-MM or YYYY" + (orNull ? ", or null while it is there" : "");
            Say(problems, pointer, $"{Shown(value)} is not a date of the calendar", right);
        }
    }
}

/// <summary>A number within limits; whole when asked.</summary>
internal sealed class NumberShape(decimal? least = null, decimal? most = null, decimal? above = null, bool whole = false) : Shape
{
    public override void Check(JsonElement value, string pointer, ICollection<string> problems)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || (whole && number % 1 != 0))
        {
            Say(problems, pointer, $"{Shown(value)} is not {(whole ? "a whole number" : "a number")}", $"write one {Limits()}");
        }
        else if (number < least || number <= above || number > (most ?? (whole ? int.MaxValue : decimal.MaxValue)))
        {
            Say(problems, pointer, $"{Shown(value)} is out of range", $"write a number {Limits()}");
        }
    }

    private string Limits() => (least, above, most) switch
    {
        (not null, _, not null) => $"from {least} to {most}",
        (not null, _, _) => $"of {least} or more",
        (_, not null, not null) => $"above {above} and at most {most}",
        (_, not null, _) => $"above {above}",
        _ => "without quotation marks",
    };
}

/// <summary>True or false; or only true.</summary>
internal sealed class FlagShape(bool onlyTrue = false) : Shape
{
    public override void Check(JsonElement value, string pointer, ICollection<string> problems)
    {
        if (value.ValueKind != JsonValueKind.True && (onlyTrue || value.ValueKind != JsonValueKind.False))
        {
            Say(problems, pointer, $"{Shown(value)} is not allowed here", onlyTrue ? "write true, or leave the key out" : "write true or false");
        }
    }
}
