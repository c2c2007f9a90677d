namespace Fibril.Protocol;

/// <summary>Makes the rules of a pack ready: expressions bound, cases found, each rule after those it asks about.</summary>
internal static class RuleCompiler
{
    /// <returns>The rules in the order of judging.</returns>
    /// <exception cref="ProtocolException">A rule cannot be judged; the message names the file, the rule, and what would be right.</exception>
    public static CompiledRule[] Compile(PackIndex pack, Dictionary<string, CompiledRule> rules)
    {
        if (rules.Count > RuleSet.Most)
        {
            throw new ProtocolException($"protocol/rules: has {rules.Count} rules; {RuleSet.Most} at most.");
        }

        foreach (var rule in rules.Values)
        {
            Bind(pack, rule);
        }

        var ordered = Order(rules);
        foreach (var rule in ordered)
        {
            foreach (var repeated in rule.Clauses.SelectMany(c => c.Repeated))
            {
                rule.Repeats.Add(repeated.Index);
            }
        }

        return ordered;
    }

    private static void Bind(PackIndex pack, CompiledRule compiled)
    {
        var rule = compiled.Rule;
        var outcomes = rule.Outcomes.ToDictionary(o => o.Case, o => new CompiledOutcome(rule, o), StringComparer.Ordinal);
        compiled.NotJudged = new(rule, RuleOutcome.NotJudged);
        compiled.Clauses = [.. rule.When.Index().Select(clause => At(pack, rule, $"clause {clause.Index + 1}", () => Bind(pack, compiled, clause.Item, outcomes)))];
        foreach (var unused in outcomes.Keys.Except(rule.When.Select(c => c.Case)))
        {
            throw At(pack, rule, new($"no clause leads to the outcome '{unused}'; remove it, or name it as the case of a clause."));
        }

        if (rule.LimitsDepth is { } limit)
        {
            At(pack, rule, "limitsDepth", () =>
            {
                compiled.LimitMm = rule.Number(limit.To);
                compiled.PublishedLimitMm = rule.PublishedNumbers?[limit.To] ?? compiled.LimitMm;
                compiled.LimitIf = limit.If is { } text ? new Binder(pack, rule, FactKind.PlannedZone).Flag(text) : null;
                return true;
            });
        }
    }

    private static CompiledClause Bind(PackIndex pack, CompiledRule compiled, RuleClause clause, Dictionary<string, CompiledOutcome> outcomes)
    {
        var binder = new Binder(pack, compiled.Rule, clause.Each);
        var repeats = clause.Each == FactKind.Firing;
        var condition = clause.If is { } text ? Expression.Read(text) : null;
        var bound = new CompiledClause
        {
            Clause = clause,
            Outcome = outcomes.TryGetValue(clause.Case, out var outcome) ? outcome : throw new ProtocolException($"the rule has no outcome '{clause.Case}'; it has {string.Join(", ", outcomes.Keys)}."),
            Wanted = repeats ? [] : pack.Ids(clause.Each, compiled.Rule, clause.Of),
            Shown = clause.Shows.Count > 0 ? pack.Ids(FactKind.Measurement, compiled.Rule, clause.Shows) : null,
            Repeated = repeats ? [.. clause.Of.Select(pack.Rule)] : [],
            Indications = condition is null ? [] : NeededIndications(condition),
            If = condition is null ? null : binder.Flag(condition),
            Until = clause.Until is { } until ? binder.Day(until) : null,
            Words = [.. clause.Words.Select(w => ($"{{{w.Key}}}", binder.Word(w.Value)))],
            SaysWords = [.. Braces(clause.Says).Select(name => ($"{{{name}}}", binder.Word(name)))],
        };
        CheckBraces(bound);
        CheckKeys(clause, bound.Outcome.Effect, binder.ReadsZone);
        bound.ReadsZone = binder.ReadsZone;
        compiled.Needs.UnionWith(binder.Needs);
        compiled.Needs.UnionWith(bound.Repeated.Select(r => r.Rule.Id));
        return bound;
    }

    /// <summary>Keys that would mean nothing are refused, so that no clause says less than it seems to.</summary>
    private static void CheckKeys(RuleClause clause, FindingEffect effect, bool readsZone)
    {
        if (clause.Each == FactKind.Firing && (readsZone || clause.Until is not null || clause.Words.Count > 0))
        {
            throw new ProtocolException("a repeated firing keeps its own zones and has no date and no words; ask for the facts themselves.");
        }

        if (clause.Zones != ClauseZones.All && clause.Each is not (FactKind.Condition or FactKind.FamilyCondition or FactKind.Product or FactKind.Procedure))
        {
            throw new ProtocolException($"a {ContractJson.Word(clause.Each)} has no place; remove 'zones'.");
        }

        if (clause.Until is not null && effect is not (FindingEffect.Defer or FindingEffect.PhysicianReview))
        {
            throw new ProtocolException($"only a defer or a physician-review carries a date; write the condition of a {ContractJson.Word(effect)} as 'if: … > day'.");
        }
    }

    /// <summary>What stands at the outside of a condition spares judging it for every other plan.</summary>
    private static IReadOnlyList<string> NeededIndications(Expression condition) => condition switch
    {
        Expression.And and => and.Parts.Select(NeededIndications).FirstOrDefault(needed => needed.Count > 0) ?? [],
        Expression.OneOf { Left: Expression.Name { Id: "indication" } } oneOf => oneOf.Words,
        Expression.Comparison { Left: Expression.Name { Id: "indication" }, By: Comparator.Equal, Right: Expression.Name word } => [word.Id],
        _ => [],
    };

    private static void CheckBraces(CompiledClause clause)
    {
        var open = Braces(clause.Outcome.Reason + clause.Outcome.Patient + clause.Outcome.Until).Except(clause.Clause.Words.Keys).ToList();
        if (open.Count > 0)
        {
            throw new ProtocolException($"its texts name {{{string.Join("}, {", open)}}}; give it as a number of the rule or among the words of the clause.");
        }
    }

    private static IEnumerable<string> Braces(string? text) =>
        text is null ? [] : text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Distinct(StringComparer.Ordinal);

    private static CompiledRule[] Order(Dictionary<string, CompiledRule> rules)
    {
        foreach (var (rank, rule) in rules.Values.OrderBy(r => r.Rule.Id, StringComparer.Ordinal).Index())
        {
            rule.Rank = rank;
        }

        var ordered = new List<CompiledRule>();
        var left = rules.Values.OrderBy(r => r.Rank).ToList();
        while (left.Count > 0)
        {
            var ready = left.FindAll(r => r.Needs.All(need => ordered.Contains(rules[need])));
            if (ready.Count == 0)
            {
                throw new ProtocolException($"protocol/rules: these rules wait for each other: {string.Join(", ", left.Select(r => r.Rule.Id))}.");
            }

            ready.ForEach(rule => rule.Index = ordered.Count + ready.IndexOf(rule));
            ordered.AddRange(ready);
            left.RemoveAll(ready.Contains);
        }

        return [.. ordered];
    }

    private static T At<T>(PackIndex pack, Rule rule, string part, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ProtocolException e)
        {
            throw At(pack, rule, new($"{part}: {e.Message}", e));
        }
    }

    private static ProtocolException At(PackIndex pack, Rule rule, ProtocolException e) => new($"{pack.Pack.PlaceOf(rule)}: rule {rule.Id}, {e.Message}", e);
}
