using System.Globalization;
using System.Text.RegularExpressions;

namespace Fibril.Protocol;

/// <summary>One ingredient as it stands on a label.</summary>
/// <param name="Text">As written.</param>
/// <param name="Position">Place in the list, from 1.</param>
/// <param name="LineNumber">Line of the pasted text, from 1.</param>
/// <param name="Percent">Stated strength; null = none stated.</param>
/// <param name="Names">Names to look up: the whole, without brackets, and what stands in brackets or between slashes.</param>
internal sealed record LabelIngredient(string Text, int Position, int LineNumber, decimal? Percent, IReadOnlyList<string> Names);

/// <summary>Cuts the text of a label into ingredients. Lines are wrapped anywhere on a label, so a line break parts only where nothing else does.</summary>
internal static partial class IngredientList
{
    public static IReadOnlyList<LabelIngredient> Read(string text)
    {
        var body = Heading().Replace(text.ReplaceLineEndings("\n"), m => Blank(m.Value));
        var separator = Separator().IsMatch(body) ? Separator() : LineBreak();
        var found = new List<LabelIngredient>();
        var start = 0;
        foreach (var end in separator.Matches(body).Select(m => (m.Index, Next: m.Index + m.Length)).Append((body.Length, Next: body.Length)))
        {
            Add(found, body, start, end.Item1);
            start = end.Next;
        }

        return found;
    }

    /// <summary>Lower case, plain hyphens and single spaces, no end marks.</summary>
    public static string Normalise(string name)
    {
        var plain = Dashes().Replace(name, "-").Replace("*", "", StringComparison.Ordinal);
        return Spaces().Replace(plain, " ").Trim(' ', '.', ':', '+', '[', ']').ToLowerInvariant();
    }

    // Same length and same line breaks, so that line numbers stay true.
    private static string Blank(string heading) => string.Concat(heading.Select(c => c == '\n' ? c : ' '));

    private static void Add(List<LabelIngredient> found, string body, int start, int end)
    {
        var raw = body[start..end];
        var text = Spaces().Replace(MayContain().Replace(raw, " "), " ").Trim();
        if (Normalise(text).Length == 0)
        {
            return;
        }

        var line = 1 + body.AsSpan(0, start + (raw.Length - raw.TrimStart().Length)).Count('\n');
        var percent = Percent().Match(text) is { Success: true } m ? decimal.Parse(m.Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture) : (decimal?)null;
        found.Add(new(text.Contains('[', StringComparison.Ordinal) ? text : text.TrimEnd('.', ']'), found.Count + 1, line, percent, Names(Percent().Replace(text, " "))));
    }

    private static List<string> Names(string text)
    {
        var outside = Brackets().Replace(text, " ");
        var inside = Brackets().Matches(text).Select(m => m.Groups[1].Value);
        IEnumerable<string> all = [text, outside, .. inside, .. outside.Split('/')];
        return [.. all.Select(Normalise).Where(n => n.Length > 0).Distinct()];
    }

    [GeneratedRegex(@"^\s*(ingredients?|inci|ingr[ée]dients|ingredientes|composition)\s*(\([^)]*\))?\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    // A comma between digits belongs to a name such as 1,2-Hexanediol.
    [GeneratedRegex(@"(?<!\d),|,(?!\d)|[;•·|]")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\n")]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"\[?\s*\+/-\s*:?|\b(may contain|peut contenir)\b\s*:?", RegexOptions.IgnoreCase)]
    private static partial Regex MayContain();

    [GeneratedRegex(@"\(?\s*(\d{1,3}(?:[.,]\d+)?)\s*%\s*\)?")]
    private static partial Regex Percent();

    [GeneratedRegex(@"[\(\[]([^\)\]]*)[\)\]]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[‐‑‒–—−]")]
    private static partial Regex Dashes();
}

/// <summary>Names to classes, built once for each pack.</summary>
internal sealed class IngredientIndex
{
    private readonly Dictionary<string, IngredientClass> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> harmless = new(StringComparer.Ordinal);
    private readonly HashSet<string> trace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> synonyms;
    private readonly IReadOnlyList<IngredientClass> patterned;

    public IngredientIndex(IngredientRules rules)
    {
        foreach (var one in rules.Classes)
        {
            one.Names.ToList().ForEach(n => classes[IngredientList.Normalise(n)] = one);
            trace.UnionWith(one.Trace.Select(IngredientList.Normalise));
        }

        foreach (var list in new[] { rules.Bland, rules.Neutral })
        {
            list.Names.ToList().ForEach(n => harmless[IngredientList.Normalise(n)] = list.FromDays);
        }

        synonyms = rules.Synonyms.ToDictionary(s => IngredientList.Normalise(s.Name), s => IngredientList.Normalise(s.Means), StringComparer.Ordinal);
        patterned = [.. rules.Classes.Where(c => c.Patterns.Count > 0)];
    }

    /// <summary>The class a name belongs to, and whether the name is one whose place decides.</summary>
    public (IngredientClass Class, bool Trace)? ClassOf(IReadOnlyList<string> names)
    {
        foreach (var name in names.Select(Plain))
        {
            if (classes.TryGetValue(name, out var one) || (one = patterned.FirstOrDefault(c => c.Patterns.Any(p => Fits(p, name)))) is not null)
            {
                return (one, trace.Contains(name));
            }
        }

        return null;
    }

    /// <summary>First day of a harmless ingredient; null when it is not one.</summary>
    public int? HarmlessFrom(IReadOnlyList<string> names) =>
        names.Select(Plain).Select(n => harmless.TryGetValue(n, out var day) ? day : (int?)null).FirstOrDefault(d => d is not null);

    private static bool Fits(NamePattern pattern, string name) =>
        pattern.StartsWith.Any(s => name == IngredientList.Normalise(s) || name.StartsWith(IngredientList.Normalise(s) + " ", StringComparison.Ordinal))
        && (pattern.EndsWith.Length == 0 || name.EndsWith(" " + IngredientList.Normalise(pattern.EndsWith), StringComparison.Ordinal));

    private string Plain(string name) => synonyms.GetValueOrDefault(name, name);
}
