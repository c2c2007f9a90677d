using System.Text.Json.Nodes;
using Fibril.Protocol;

namespace Fibril.Bench.Peers;

/// <summary>Conditions as the trees that json-rules-engine reads.</summary>
internal static class ConditionTree
{
    public static JsonObject Of(FlatCondition condition) => condition switch
    {
        FlatCondition.Flag flag => Leaf(flag.Of, "equal", true),
        FlatCondition.Comparison { Right: FlatConstant right } c => Leaf(c.Left, Operator(c.By), right.Value),
        FlatCondition.Comparison { Right: FlatField right } c => BothKnown(right, Leaf(c.Left, Operator(c.By), new JsonObject { ["fact"] = right.Name })),
        FlatCondition.OneOf oneOf => Leaf(oneOf.Of, "in", new JsonArray([.. oneOf.Words.Select(word => JsonValue.Create(word))])),
        FlatCondition.Known known => Leaf(known.Of, known.Wanted ? "notEqual" : "equal", null),
        FlatCondition.Not not => new() { ["not"] = Of(not.Of) },
        FlatCondition.All all => new() { ["all"] = Parts(all.Parts) },
        FlatCondition.Any any => new() { ["any"] = Parts(any.Parts) },
        _ => throw new ProtocolException($"{condition} has no tree."),
    };

    /// <summary>It compares with null as with 0 when that stands on the right; on the left it does not. The day is always known.</summary>
    private static JsonObject BothKnown(FlatField right, JsonObject comparison) =>
        right.Name == "day" ? comparison : new() { ["all"] = new JsonArray(Leaf(right, "notEqual", null), comparison) };

    private static JsonArray Parts(IEnumerable<FlatCondition> parts) => new([.. parts.Select(Of)]);

    private static JsonObject Leaf(FlatField fact, string by, JsonNode? value) => new() { ["fact"] = fact.Name, ["operator"] = by, ["value"] = value };

    private static string Operator(Comparator by) => by switch
    {
        Comparator.Less => "lessThan",
        Comparator.AtMost => "lessThanInclusive",
        Comparator.More => "greaterThan",
        Comparator.AtLeast => "greaterThanInclusive",
        _ => "equal",
    };
}
