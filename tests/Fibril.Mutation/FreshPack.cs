using System.Collections.Concurrent;
using System.Reflection;
using Fibril.Protocol;

[assembly: AssemblyFixture(typeof(Fibril.Mutation.FreshPack))]

namespace Fibril.Mutation;

/// <summary>
/// Stryker keeps one process for all mutants, and a process reads and compiles the shipped pack once. So before every run the
/// pack forgets what it read: a fault in reading or compiling rules then meets the shipped rules too.
/// </summary>
public sealed class FreshPack
{
    public FreshPack()
    {
        Field("index").SetValue(ProtocolPack.Current, null);
        ((ConcurrentDictionary<string, object>)Field("sections").GetValue(ProtocolPack.Current)!).Clear();
    }

    private static FieldInfo Field(string name) =>
        typeof(ProtocolPack).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic) ?? throw new InvalidOperationException($"ProtocolPack has no '{name}' any more.");
}
