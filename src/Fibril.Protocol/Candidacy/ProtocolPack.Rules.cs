namespace Fibril.Protocol;

/// <content>The rules of candidacy.</content>
public sealed partial class ProtocolPack
{
    /// <summary>All rules, by id.</summary>
    public IReadOnlyList<Rule> Rules => (List<Rule>)sections.GetOrAdd("rules#all", _ => LoadRules());

    /// <summary>One rule.</summary>
    /// <exception cref="ProtocolException">The pack has no such rule.</exception>
    public Rule Rule(string id) => Find(Rules, r => r.Id, id, "rules");

    private List<Rule> LoadRules() =>
        [.. FileNames
            .Where(name => name.StartsWith("rules/", StringComparison.Ordinal))
            .SelectMany(Section<List<Rule>>)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)];
}
