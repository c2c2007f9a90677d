namespace Fibril.Platform.Ui;

/// <summary>One choice of a list: the value that is sent and the words that are read.</summary>
public sealed record Option(string Value, string Text, string? Hint = null)
{
    /// <summary>The members of an enum, in words: <c>FrontDesk</c> reads "Front desk".</summary>
    public static IReadOnlyList<Option> Of<T>() where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => new Option(v.ToString(), Words.Of(v.ToString())))];
}

public static class Words
{
    /// <summary><c>FrontDesk</c> and <c>front-desk</c> read "Front desk".</summary>
    public static string Of(string id)
    {
        var words = string.Concat(id.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c is '-' or '_' ? " " : c.ToString()));
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Of(Enum value) => Of(value.ToString());

    public static string Count(int n, string one, string? many = null) => n == 1 ? $"1 {one}" : $"{n} {many ?? one + "s"}";
}
