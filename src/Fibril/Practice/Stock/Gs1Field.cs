using System.Text.RegularExpressions;

namespace Fibril.Practice.Stock;

/// <summary>One application identifier and what its value may look like.</summary>
public sealed partial class Gs1Field
{
    private readonly Regex shape;
    private readonly bool digitsOnly;

    /// <param name="format">As in the specification: "N6", "X..20", "N13 [X..17]".</param>
    public Gs1Field(string id, string format)
    {
        Id = id;
        var parts = Part().Matches(format).Select(m => (
            Signs: m.Groups["kind"].Value switch { "N" => "[0-9]", "Y" => "[#/0-9A-Z-]", _ => "[!\"%-/0-9:-?A-Z_a-z]" },
            Least: m.Groups["open"].Success ? 0 : m.Groups["upTo"].Success ? 1 : Gs1Code.Number(m.Groups["length"].Value),
            Most: Gs1Code.Number(m.Groups["length"].Value))).ToList();
        (Shortest, Longest) = (parts.Sum(p => p.Least), parts.Sum(p => p.Most));
        digitsOnly = !format.Contains('X') && !format.Contains('Y');
        shape = new($"^{string.Concat(parts.Select(p => $"{p.Signs}{{{p.Least},{p.Most}}}"))}\\z", RegexOptions.CultureInvariant);
    }

    public string Id { get; }

    /// <summary>Signs of the value at least.</summary>
    public int Shortest { get; }

    /// <summary>Signs of the value at most.</summary>
    public int Longest { get; }

    /// <summary>The next identifier follows without a separator. Not so of every fixed length: the first two digits decide.</summary>
    public bool EndsByLength => Gs1Code.Number(Id[..2]) is <= 4 or (>= 11 and <= 20) or (>= 31 and <= 36) or 41;

    public bool Takes(string value) => shape.IsMatch(value);

    /// <summary>What is wrong with a value that it does not take.</summary>
    public string Refuse(string value) => (digitsOnly, Shortest == Longest) switch
    {
        (true, true) => $"({Id}) needs {Longest} digits, but the code has “{value}”. Scan again.",
        (var digits, _) => $"({Id}) has “{value}”: {Shortest} to {Longest} {(digits ? "digits" : "letters and digits")} are allowed. The separator after it may be missing: type it with brackets.",
    };

    [GeneratedRegex(@"(?<open>\[)?(?<kind>[NXY])(?<upTo>\.\.)?(?<length>\d+)\]?")]
    private static partial Regex Part();
}
