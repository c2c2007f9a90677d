using Fibril.Protocol;

namespace Fibril.Practice.Protocols.Proof;

/// <summary>A value in SMT-LIB text, and when it is known.</summary>
/// <param name="Type">What it is; days are whole numbers, numbers are real, words are whole numbers by their place.</param>
/// <param name="Value">The value.</param>
/// <param name="Known">A yes or no; <c>true</c> = always.</param>
/// <param name="Words">For a word: the words by place.</param>
internal sealed record Term(NameType Type, string Value, string Known = "true", IReadOnlyList<string>? Words = null)
{
    public static Term Flag(string value) => new(NameType.Flag, value);

    public static Term Number(string value, string known = "true") => new(NameType.Number, value, known);

    public static Term Day(string value, string known = "true") => new(NameType.Day, value, known);

    /// <summary>One word, always the same.</summary>
    public static Term Word(string word, IReadOnlyList<string> words) => new(NameType.Word, $"{words.ToList().IndexOf(word)}", "true", words);
}

/// <summary>Sentences of SMT-LIB.</summary>
internal static class Smt
{
    public static string And(params IEnumerable<string> parts) => Join("and", "true", "false", parts);

    public static string Or(params IEnumerable<string> parts) => Join("or", "false", "true", parts);

    public static string Not(string part) => part switch { "true" => "false", "false" => "true", _ => $"(not {part})" };

    public static string If(string condition, string then, string otherwise) => then == otherwise ? then : $"(ite {condition} {then} {otherwise})";

    private static string Join(string word, string neutral, string absorbing, IEnumerable<string> parts)
    {
        var list = parts.Where(p => p != neutral).Distinct(StringComparer.Ordinal).ToList();
        return list.Contains(absorbing) ? absorbing : list.Count switch { 0 => neutral, 1 => list[0], _ => $"({word} {string.Join(' ', list)})" };
    }
}
