namespace Fibril.Protocol;

/// <content>What a clinic changes of the published rules.</content>
public sealed partial class ProtocolPack
{
    /// <summary>What the clinic changes; empty = as published.</summary>
    public IReadOnlyList<RuleChange> Changes => files.ContainsKey(ClinicChanges.File) ? Section<ClinicChanges>(ClinicChanges.File).Changes : [];

    /// <summary>The pack with these changes and no others: a pack of its own, with a hash of its own.</summary>
    /// <param name="changes">At most one for each rule; none = as published.</param>
    /// <exception cref="ProtocolException">A change cannot be made; the message says which, and what would be right.</exception>
    public ProtocolPack With(IReadOnlyList<RuleChange> changes)
    {
        var own = new SortedDictionary<string, string>(Contents.ToDictionary(), StringComparer.Ordinal);
        own.Remove(ClinicChanges.File);
        if (changes.Count > 0)
        {
            own[ClinicChanges.File] = new ClinicChanges { Changes = changes }.ToText();
        }

        return new ProtocolPack(own, sections.Where(s => own.ContainsKey(s.Key) && s.Key != ClinicChanges.File)).Checked();
    }

    /// <summary>The pack without what the clinic changes.</summary>
    public ProtocolPack Published => Changes.Count == 0 ? this : With([]);

    /// <exception cref="ProtocolException">A change cannot be made; the message says where, which, and what would be right.</exception>
    private IReadOnlyList<RuleChange> CheckedChanges()
    {
        var published = new Lazy<ProtocolPack>(() => Published);
        foreach (var same in Changes.GroupBy(c => c.Rule, StringComparer.Ordinal))
        {
            IReadOnlyList<string> problems = same.Skip(1).Any() ? ["stands twice; give each rule one change."] : RuleChanges.Problems(published.Value, same.First());
            if (problems is [var problem, ..])
            {
                throw new ProtocolException($"protocol/{ClinicChanges.File}:{LineOf(Text(ClinicChanges.File), same.Key)}: rule {same.Key}, {problem}");
            }
        }

        return Changes;
    }
}
