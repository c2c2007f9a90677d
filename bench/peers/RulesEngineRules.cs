using RulesEngine.Models;

namespace Fibril.Bench.Peers;

/// <summary>The rules in RulesEngine, one lambda for each.</summary>
internal sealed class RulesEngineRules
{
    private const string All = "all";

    /// <summary>What only costs it time is off: scopes, formatted messages. An expression that fails must not count as "no".</summary>
    private static readonly ReSettings Settings = new() { EnableScopedParams = false, EnableFormattedErrorMessage = false, EnableExceptionAsErrorMessage = false };

    private readonly string[] ruleOf;
    private readonly bool preselected;
    private readonly RulesEngine.RulesEngine engine;

    /// <param name="clauses">The rules, clause by clause.</param>
    /// <param name="preselected">False = one workflow of all rules; true = a workflow for each rule, and only those with a row are run.</param>
    public RulesEngineRules(IReadOnlyList<FlatClause> clauses, bool preselected)
    {
        (ruleOf, this.preselected) = ([.. clauses.Select(c => c.Rule)], preselected);
        Rule[] rules = [.. clauses.Index().GroupBy(c => c.Item.Rule).Select(g => new Rule { RuleName = g.Key, Expression = LambdaText.OfRule(g) })];
        Workflow[] workflows = preselected
            ? [.. rules.Select(rule => new Workflow { WorkflowName = rule.RuleName, Rules = [rule] })]
            : [new() { WorkflowName = All, Rules = rules }];
        engine = new(workflows, Settings);
    }

    /// <summary>What has to be run for a person.</summary>
    public string[] WorkflowsFor(FlatPerson person) =>
        preselected ? [.. ruleOf.Where((_, clause) => person.Rows[clause].Length > 0).Distinct()] : [All];

    /// <summary>How many rules fire.</summary>
    public async ValueTask<int> CountAsync(FlatPerson person, string[] workflows)
    {
        var fired = 0;
        foreach (var workflow in workflows)
        {
            foreach (var result in await engine.ExecuteAllRulesAsync(workflow, new RuleParameter("p", person)))
            {
                fired += result.IsSuccess ? 1 : 0;
            }
        }

        return fired;
    }

    /// <summary>Ids of the rules that fire.</summary>
    public async Task<HashSet<string>> FiredAsync(FlatPerson person)
    {
        var fired = new HashSet<string>();
        foreach (var workflow in WorkflowsFor(person))
        {
            var results = await engine.ExecuteAllRulesAsync(workflow, new RuleParameter("p", person));
            fired.UnionWith(results.Where(r => r.IsSuccess).Select(r => r.Rule.RuleName));
        }

        return fired;
    }
}
