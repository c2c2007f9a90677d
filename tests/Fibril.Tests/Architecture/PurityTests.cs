using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using Fibril.Platform.Data;
using Fibril.Practice.Stock;

namespace Fibril.Tests.Architecture;

/// <summary>Entities and rules see no clock, no chance, no database and no web.</summary>
public class PurityTests
{
    private static readonly string[] ImpureSpaces = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Extensions", "System.IO.", "System.Net."];
    private static readonly string[] ImpureTypes = ["System.TimeProvider", "System.Random", "System.Security.Cryptography.RandomNumberGenerator", "Fibril.Platform.Data.Caller", "Fibril.Platform.Data.ClinicDb"];
    private static readonly string[] ImpureCalls = ["DateTime::get_Now(", "DateTime::get_UtcNow(", "DateTime::get_Today(", "DateTimeOffset::get_Now(", "DateTimeOffset::get_UtcNow(", "Guid::NewGuid(", "Guid::CreateVersion7(", "Environment::get_"];

    [Fact]
    public void Entities_and_rules_are_pure()
    {
        var pure = Compiled.Types.Where(t => IsPure(Compiled.Outermost(t.FullName))).ToList();

        var breaches = pure.SelectMany(t => Breaches(t).Select(b => $"{t.FullName}: {b}")).Distinct().ToList();

        Assert.True(pure.Count > 25, $"{pure.Count} types were looked at");
        Assert.True(breaches.Count == 0, string.Join("\n", breaches));
    }

    [Fact]
    public void Clock_chance_and_database_are_caught()
    {
        var breaches = Of(typeof(Impure)).ToList();

        Assert.Contains(breaches, b => b.Contains("NewGuid", StringComparison.Ordinal));
        Assert.Contains(breaches, b => b.Contains("get_UtcNow", StringComparison.Ordinal));
        Assert.Contains(breaches, b => b.Contains("TimeProvider", StringComparison.Ordinal));
        Assert.Contains(breaches, b => b.Contains("ClinicDb", StringComparison.Ordinal));
        Assert.Empty(Of(typeof(Harmless)));
    }

    private static HashSet<string> Entities { get; } =
        [.. typeof(StockLot).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(ClinicRow)) && !t.Namespace!.StartsWith("Fibril.Platform", StringComparison.Ordinal)).Select(t => t.FullName!)];

    private static bool IsPure(string type) =>
        Entities.Contains(type) || (type.StartsWith("Fibril.P", StringComparison.Ordinal) && type.EndsWith("Rules", StringComparison.Ordinal));

    private static IEnumerable<string> Breaches(IType type) => type.Dependencies.SelectMany(Breach);

    private static IEnumerable<string> Breach(ITypeDependency dependency)
    {
        var target = dependency.Target.FullName;
        if (ImpureTypes.Contains(target) || Array.Exists(ImpureSpaces, s => target.StartsWith(s, StringComparison.Ordinal)))
        {
            yield return target;
        }

        if (dependency is MethodCallDependency call && Array.Exists(ImpureCalls, c => call.TargetMember.FullName.Contains(c, StringComparison.Ordinal)))
        {
            yield return call.TargetMember.FullName;
        }
    }

    private static IEnumerable<string> Of(Type type)
    {
        var loaded = new ArchUnitNET.Loader.ArchLoader().LoadAssemblies(type.Assembly).Build();
        return loaded.Types.Where(t => t.FullName.EndsWith(type.Name, StringComparison.Ordinal)).SelectMany(Breaches);
    }

#pragma warning disable CA1822 // samples of instance members
    private sealed class Impure(TimeProvider clock, ClinicDb db)
    {
        public Guid Id { get; } = Guid.NewGuid();

        public DateTime Now => DateTime.UtcNow;

        public DateTimeOffset At => clock.GetUtcNow().AddDays(db.ClinicId == Id ? 1 : 0);
    }

    private sealed class Harmless
    {
        public DateOnly Later(DateOnly day) => day.AddDays(1);
    }
#pragma warning restore CA1822
}
