using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Bench.Peers;

/// <summary>Conditions as C# text for RulesEngine: <c>p</c> is the person, <c>r</c> a row.</summary>
internal static class LambdaText
{
    /// <summary>The rule fires: one of its clauses holds for a row.</summary>
    public static string OfRule(IEnumerable<(int Index, FlatClause Clause)> clauses) =>
        string.Join(" || ", clauses.Select(c => $"p.Rows[{c.Index}].Any(r => {Of(c.Clause.Condition)})"));

    private static string Of(FlatCondition condition) => condition switch
    {
        FlatCondition.Flag flag => Of(flag.Of),
        FlatCondition.Comparison c => $"{Of(c.Left)} {Sign(c.By)} {Of(c.Right)}",
        FlatCondition.OneOf oneOf => Joined(" || ", oneOf.Words.Select(word => $"{Of(oneOf.Of)} == \"{word}\"")),
        FlatCondition.Known known => $"{Of(known.Of)} {(known.Wanted ? "!=" : "==")} null",
        FlatCondition.Not not => $"!({Of(not.Of)})",
        FlatCondition.All { Parts: [] } => "true",
        FlatCondition.All all => Joined(" && ", all.Parts.Select(Of)),
        FlatCondition.Any any => Joined(" || ", any.Parts.Select(Of)),
        _ => throw new ProtocolException($"{condition} has no lambda."),
    };

    private static string Of(FlatOperand operand) => operand switch
    {
        FlatConstant constant => constant.Value.ToString("0.0##", CultureInfo.InvariantCulture),
        FlatField { Type: NameType.Flag } flag => $"r.Flags[{flag.Slot}]",
        FlatField { Type: NameType.Word } word => $"r.Words[{word.Slot}]",
        FlatField number => $"r.Numbers[{number.Slot}]",
        _ => throw new ProtocolException($"{operand} has no lambda."),
    };

    private static string Joined(string sign, IEnumerable<string> parts) => $"({string.Join(sign, parts)})";

    private static string Sign(Comparator by) => by switch
    {
        Comparator.Less => "<",
        Comparator.AtMost => "<=",
        Comparator.More => ">",
        Comparator.AtLeast => ">=",
        _ => "==",
    };
}
