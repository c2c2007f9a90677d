using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace Fibril.Protocol;

/// <summary>All names of the language of the rules; the families stand in files of their own.</summary>
public static class RuleNames
{
    private static readonly FrozenDictionary<(FactKind, string), RuleName> ById =
        new[] { CaseNames.All, ZoneNames.All, HistoryNames.All, TreatmentNames.All }
            .SelectMany(names => names)
            .ToFrozenDictionary(name => (name.Kind, name.Id));

    /// <summary>Every name.</summary>
    public static IEnumerable<RuleName> All => ById.Values;

    /// <summary>The name as it is understood in a clause over such facts; null when it means nothing there.</summary>
    public static RuleName? Find(FactKind kind, string id) => ById.GetValueOrDefault((kind, id)) ?? ById.GetValueOrDefault((FactKind.Case, id));

    /// <summary>Names that mean something in a clause over such facts.</summary>
    public static IEnumerable<string> For(FactKind kind) => ById.Values.Where(n => n.Kind == kind || n.Kind == FactKind.Case).Select(n => n.Id);

    internal static RuleName Flag(FactKind kind, string id, Func<Assessment, bool> of) => new(kind, id, new Bound.Flag(of));

    internal static RuleName Number(FactKind kind, string id, Func<Assessment, decimal?> of) => new(kind, id, new Bound.Number(of));

    internal static RuleName Day(FactKind kind, string id, Func<Assessment, DateOnly?> of) => new(kind, id, new Bound.Day(of));

    /// <summary>A word of an enum of the contract, whose values count up from 0.</summary>
    internal static RuleName Word<T>(FactKind kind, string id, Func<Assessment, T?> of) where T : struct, Enum
    {
        string[] words = [.. ContractJson.Words<T>()];
        return new(kind, id, new Bound.Word(a => of(a) is { } value ? words[Unsafe.As<T, int>(ref value)] : null, _ => words));
    }
}
