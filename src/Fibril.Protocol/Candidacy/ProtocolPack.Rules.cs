namespace Fibril.Protocol;

/// <content>The rules of candidacy.</content>
public sealed partial class ProtocolPack
{
    private PackIndex? index;

    /// <summary>All rules, by id.</summary>
    public IReadOnlyList<Rule> Rules => (List<Rule>)sections.GetOrAdd("rules#all", _ => LoadRules());

    /// <summary>The pack made ready for deciding.</summary>
    /// <exception cref="ProtocolException">A rule cannot be judged; the message names the file, the line, and what would be right.</exception>
    internal PackIndex Index => index ?? LazyInitializer.EnsureInitialized(ref index, () => new PackIndex(this));

    /// <summary>One rule.</summary>
    /// <exception cref="ProtocolException">The pack has no such rule.</exception>
    public Rule Rule(string id) => Find(Rules, r => r.Id, id, "rules");

    /// <summary>A number of the rule by its name, or of another rule as <c>C02a.papules</c>.</summary>
    /// <exception cref="ProtocolException">There is no such number.</exception>
    public decimal NumberOf(Rule rule, string name) => name.Split('.', 2) is [var other, var number] ? Rule(other).Number(number) : rule.Number(name);

    /// <summary>Makes the rules ready, so that a rule that cannot be judged is found now and not at the first decision.</summary>
    /// <exception cref="ProtocolException">A rule cannot be judged; the message names the file, the line, and what would be right.</exception>
    public ProtocolPack Checked() => Index.Pack;

    /// <summary>File and line of a rule.</summary>
    internal string PlaceOf(Rule rule)
    {
        foreach (var file in RuleFiles)
        {
            var line = Array.FindIndex(Text(file).Split('\n'), text => text.TrimEnd() == $"- id: {rule.Id}");
            if (line >= 0)
            {
                return $"protocol/{file}:{line + 1}";
            }
        }

        return "protocol/rules";
    }

    private IEnumerable<string> RuleFiles => FileNames.Where(name => name.StartsWith("rules/", StringComparison.Ordinal));

    private List<Rule> LoadRules()
    {
        var changes = CheckedChanges();
        return [.. PublishedRules().Select(rule => changes.FirstOrDefault(c => c.Rule == rule.Id) is { } change ? ChangedRule.Of(rule, change) : rule)];
    }

    private IEnumerable<Rule> PublishedRules() => RuleFiles.SelectMany(Section<List<Rule>>).OrderBy(rule => rule.Id, StringComparer.Ordinal);
}
