using System.Text.Json;
using Fibril.Protocol;

namespace Fibril.Bench.Peers;

/// <summary>json-rules-engine in a Node.js process of its own, which takes its own time. It cannot look into lists: each clause is run on each of its rows.</summary>
internal sealed class JsonRulesEnginePeer : IPeer
{
    private static readonly string Folder = Path.Combine(Repository.Root, "bench", "peers");
    private double rate;

    public string Name => "json-rules-engine";

    public double? Aim => 50;

    public async Task<IReadOnlyList<IReadOnlySet<string>>> FiredAsync(PeerInput input)
    {
        await RestoreAsync();
        var folder = Directory.CreateTempSubdirectory("fibril-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "input.json");
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(Shown(input), JsonSerializerOptions.Web));
            return Read(await Tool.RunAsync(Folder, "node", "json-rules-engine.mjs", file));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    public Task<double> RateAsync() => Task.FromResult(rate);

    private static async Task RestoreAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "json-rules-engine")))
        {
            await Tool.RunAsync(Folder, "npm", "ci", "--ignore-scripts", "--loglevel=error");
        }
    }

    private static object Shown(PeerInput input) => new
    {
        PeerInput.Measured,
        Clauses = input.Clauses.Select(c => new { c.Rule, Conditions = ConditionTree.Of(c.Condition) }),
        People = input.People.Select(person => person.Rows.Index().SelectMany(clause => clause.Item.Select(row => new
        {
            Clause = clause.Index,
            Facts = input.Clauses[clause.Index].Fields.All.ToDictionary(f => f.Name, f => Value(f, row)),
        }))),
    };

    private static object? Value(FlatField field, FlatRow row) => field.Type switch
    {
        NameType.Flag => row.Flags[field.Slot],
        NameType.Word => row.Words[field.Slot],
        _ => row.Numbers[field.Slot],
    };

    private List<HashSet<string>> Read(string output)
    {
        var answer = JsonSerializer.Deserialize<Answer>(output, JsonSerializerOptions.Web)!;
        rate = answer.DecisionsPerSecond;
        return [.. answer.Fired.Select(rules => rules.ToHashSet())];
    }

    private sealed record Answer(IReadOnlyList<IReadOnlyList<string>> Fired, double DecisionsPerSecond);
}
