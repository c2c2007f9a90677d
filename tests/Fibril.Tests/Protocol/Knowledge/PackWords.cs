using System.Collections;
using System.Reflection;

namespace Fibril.Tests.Protocol.Knowledge;

/// <summary>Every string that hangs on an object, as the pack reads it: folded lines are one sentence again.</summary>
internal static class PackWords
{
    public static IEnumerable<string> Of(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable list => list.Cast<object?>().SelectMany(Of),
        _ when value.GetType().Namespace != "Fibril.Protocol" || value.GetType().IsEnum => [],
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).SelectMany(p => Of(p.GetValue(value))),
    };
}
