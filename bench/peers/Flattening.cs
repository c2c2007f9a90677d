using Fibril.Protocol;

namespace Fibril.Bench.Peers;

/// <summary>
/// Makes the same flat input for every peer. It takes a pack made ready for itself alone, in which each clause notes what it is
/// asked about: so the rows are the facts and zones on which Fibril judges the clause, and no others.
/// </summary>
internal sealed class Flattening
{
    private readonly PackIndex index = new(ProtocolPack.Current);
    private readonly Assessment assessment = new();
    private readonly List<FlatClause> clauses = [];
    private readonly List<List<FlatRow>> rows = [];

    public Flattening()
    {
        foreach (var rule in index.Ordered)
        {
            Array.ForEach(rule.Clauses, clause => Note(rule.Rule, clause));
        }
    }

    /// <summary>Every clause, those of a rule beside each other.</summary>
    public IReadOnlyList<FlatClause> Clauses => clauses;

    /// <summary>The rows of a person.</summary>
    public FlatPerson Of(CaseFile person)
    {
        rows.ForEach(list => list.Clear());
        assessment.Judge(index, person);
        return new([.. rows.Select(list => list.ToArray())]);
    }

    private void Note(Rule rule, CompiledClause clause)
    {
        var (flat, seen, holds) = (ClauseTranslator.Translate(index, rule, clause), new List<FlatRow>(), clause.If);
        clauses.Add(flat);
        rows.Add(seen);
        clause.If = now =>
        {
            seen.Add(flat.Fields.Read(now));
            return holds?.Invoke(now) != false;
        };
    }
}
