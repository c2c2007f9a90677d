using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Fibril.Tests.Architecture;

/// <summary>The compiled program as ArchUnitNET reads it, once.</summary>
internal static class Compiled
{
    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded = new(() => new ArchLoader().LoadAssemblies(typeof(Program).Assembly, typeof(Fibril.Protocol.Decision).Assembly, typeof(Fibril.Scheduling.DayPlan).Assembly).Build());

    public static IEnumerable<IType> Types => Loaded.Value.Types.Where(t => !t.FullName.Contains(".Migrations.", StringComparison.Ordinal));

    /// <summary>Between outermost types: what a closure or a nested record leans on is its owner's.</summary>
    public static IEnumerable<Dependency> Dependencies =>
        Types.SelectMany(t => t.Dependencies.Select(d => new Dependency(Outermost(t.FullName), Outermost(d.Target.FullName)))).Where(d => d.From != d.To).Distinct();

    public static string Outermost(string name)
    {
        var end = name.AsSpan().IndexOfAny("+/`<");
        return end < 0 ? name : name[..end];
    }
}
