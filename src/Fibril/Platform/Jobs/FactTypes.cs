using System.Reflection;

namespace Fibril.Platform.Jobs;

/// <summary>Which facts there are and who listens to each; read once from the assembly.</summary>
public sealed class FactTypes
{
    private readonly Dictionary<string, Type> facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Type>> listeners = new(StringComparer.Ordinal);

    public FactTypes(Assembly assembly)
    {
        foreach (var listener in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            foreach (var fact in listener.GetInterfaces().Where(IsReact).Select(i => i.GetGenericArguments()[0]))
            {
                facts[fact.FullName!] = fact;
                (listeners.TryGetValue(fact.FullName!, out var list) ? list : listeners[fact.FullName!] = []).Add(listener);
            }
        }
    }

    public IEnumerable<Type> AllListeners => listeners.Values.SelectMany(l => l).Distinct();

    /// <summary>Listeners in name order; none when nobody cares about the fact.</summary>
    public IEnumerable<Type> ListenersOf(string fact) =>
        listeners.TryGetValue(fact, out var list) ? list.OrderBy(t => t.FullName, StringComparer.Ordinal) : [];

    public Type Find(string fact) => facts[fact];

    private static bool IsReact(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReact<>);
}
