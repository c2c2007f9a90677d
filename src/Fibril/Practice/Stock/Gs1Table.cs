using System.Text.RegularExpressions;

namespace Fibril.Practice.Stock;

/// <summary>
/// Every application identifier of GS1 with the shape of its value, so that what we do not need is passed over and not mistaken for something else.
/// Source: GS1 General Specifications 26.0 (January 2026), section 3.2; element strings of predefined length, section 7.8.5.
/// </summary>
public static partial class Gs1Table
{
    /// <summary>Ranges of identifiers (n is a decimal place, 0 to 5) and the format of the specification: N digits, X character set 82, Y character set 39; brackets may be missing.</summary>
    private static readonly (string Ids, string Format)[] Rows =
    [
        ("00", "N18"), ("01-03", "N14"), ("10 21-22", "X..20"), ("11-13 15-17", "N6"), ("20", "N2"), ("30 37", "N..8"),
        ("235", "X..28"), ("240-241 250-251", "X..30"), ("242", "N..6"), ("243 254", "X..20"), ("253", "N13 [X..17]"), ("255", "N13 [N..12]"),
        ("310n-316n 320n-337n 340n-357n 360n-369n", "N6"), ("3900-3909 3920-3929", "N..15"), ("3910-3919 3930-3939", "N3 N..15"), ("3940-3943", "N4"), ("3950-3955", "N6"),
        ("400-401 403", "X..30"), ("402", "N17"), ("410-417", "N13"), ("420", "X..20"), ("421", "N3 X..9"), ("422 424 426", "N3"), ("423 425", "N3 [N..12]"), ("427", "X..3"),
        ("4300-4301 4310-4311 4320", "X..35"), ("4302-4306 4312-4316", "X..70"), ("4307 4317", "X2"), ("4308 4319", "X..30"), ("4309", "N20"), ("4318", "X..20"),
        ("4321-4323", "N1"), ("4324-4325", "N10"), ("4326", "N6"), ("4330-4333", "N6 [X..1]"),
        ("7001", "N13"), ("7002 7023", "X..30"), ("7003", "N10"), ("7004", "N..4"), ("7005", "X..12"), ("7006", "N6"), ("7007", "N6 [N..6]"), ("7008", "X..3"), ("7009", "X..10"), ("7010", "X..2"),
        ("7011", "N6 [N..4]"), ("7020-7022", "X..20"), ("7030-7039", "N3 X..27"), ("7040", "N1 X3"), ("7041", "X..4"), ("710-717", "X..20"),
        ("7230-7239", "X2 X..28"), ("7240", "X..20"), ("7241", "N2"), ("7242", "X..25"), ("7250", "N8"), ("7251", "N12"), ("7252", "N1"), ("7253-7254 7259", "X..40"),
        ("7255", "X..10"), ("7256", "X..90"), ("7257", "X..70"), ("7258", "X3"),
        ("8001", "N14"), ("8002 8012", "X..20"), ("8003", "N14 [X..16]"), ("8004", "X..30"), ("8005", "N6"), ("8006 8026", "N18"), ("8007", "X..34"), ("8008", "N8 [N..4]"), ("8009", "X..50"),
        ("8010", "Y..30"), ("8011", "N..12"), ("8013-8014 8020", "X..25"), ("8017-8018", "N18"), ("8019", "N..10"), ("8030", "X..90"), ("8040-8041", "N15"), ("8042", "N32"), ("8043", "N18 [N..2]"),
        ("8110 8112 8200", "X..70"), ("8111", "N4"), ("90", "X..30"), ("91-99", "X..90"),
    ];

    private static readonly Dictionary<string, Gs1Field> Fields =
        Rows.SelectMany(r => r.Ids.Split(' ').SelectMany(Span).Select(id => new Gs1Field(id, r.Format))).ToDictionary(f => f.Id, StringComparer.Ordinal);

    public static IEnumerable<string> Ids => Fields.Keys;

    /// <returns>Null when GS1 has no such identifier.</returns>
    public static Gs1Field? Find(string id) => Fields.GetValueOrDefault(id);

    /// <summary>The identifier that begins here; none begins another, so that there is at most one.</summary>
    public static Gs1Field? At(string text, int at) =>
        Enumerable.Range(2, 3).Where(n => at + n <= text.Length).Select(n => Find(text.Substring(at, n))).FirstOrDefault(f => f is not null);

    /// <summary>A number in brackets that would be read as an identifier, such as the (91) of LOT1(91)XYZ.</summary>
    [GeneratedRegex(@"\(([0-9]{2,4})\)")]
    public static partial Regex InBrackets();

    private static IEnumerable<string> Span(string range) => range.Split('-') switch
    {
        [var one] => [one],
        [var first, var last] when first[^1] == 'n' => Span($"{first[..^1]}-{last[..^1]}").SelectMany(id => Enumerable.Range(0, 6).Select(places => $"{id}{places}")),
        [var first, var last] => Enumerable.Range(Gs1Code.Number(first), Gs1Code.Number(last) - Gs1Code.Number(first) + 1).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(first.Length, '0')),
        var other => throw new InvalidOperationException($"No range: {string.Join('-', other)}."),
    };
}
