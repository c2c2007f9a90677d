using BenchmarkDotNet.Attributes;

namespace Fibril.Bench.Peers;

/// <summary>RulesEngine for .NET, in this process.</summary>
/// <param name="preselected">True = somebody else knows which rules have a fact to look at, and only those are run.</param>
internal sealed class RulesEnginePeer(bool preselected) : IPeer
{
    public string Name => preselected ? "rulesengine.preselected" : "rulesengine";

    public double? Aim => preselected ? null : 50;

    public async Task<IReadOnlyList<IReadOnlySet<string>>> FiredAsync(PeerInput input)
    {
        var rules = new RulesEngineRules(input.Clauses, preselected);
        var fired = new List<HashSet<string>>();
        foreach (var person in input.People)
        {
            fired.Add(await rules.FiredAsync(person));
        }

        return fired;
    }

    public async Task<double> RateAsync()
    {
        var method = preselected ? nameof(RulesEngineBench.Preselected) : nameof(RulesEngineBench.All);
        return Measurement.Rate(await Measurement.RunAsync(typeof(RulesEngineBench), method), method);
    }
}

/// <summary>RulesEngine over the first of the mixed people; the flat input is ready before.</summary>
public class RulesEngineBench
{
    private FlatPerson[] people = [];
    private RulesEngineRules all = null!;
    private RulesEngineRules preselected = null!;
    private string[][] everything = [];
    private string[][] candidates = [];

    /// <summary>Makes the flat people and both ways to run the rules.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var input = PeerInput.Mixed();
        people = input.People[..PeerInput.Measured];
        (all, preselected) = (new(input.Clauses, false), new(input.Clauses, true));
        (everything, candidates) = ([.. people.Select(all.WorkflowsFor)], [.. people.Select(preselected.WorkflowsFor)]);
    }

    /// <summary>One workflow of all rules, executed once for each person.</summary>
    [Benchmark(OperationsPerInvoke = PeerInput.Measured)]
    public Task<int> All() => CountAsync(all, everything);

    /// <summary>A workflow for each rule, executed when the person has a fact for it.</summary>
    [Benchmark(OperationsPerInvoke = PeerInput.Measured)]
    public Task<int> Preselected() => CountAsync(preselected, candidates);

    private async Task<int> CountAsync(RulesEngineRules rules, string[][] workflows)
    {
        var fired = 0;
        for (var i = 0; i < people.Length; i++)
        {
            fired += await rules.CountAsync(people[i], workflows[i]);
        }

        return fired;
    }
}
