using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fibril.Scheduling;

/// <summary>What a value must look like; tells every problem at its pointer.</summary>
internal delegate void Shape(Field field);

/// <summary>The shapes that contracts are made of.</summary>
internal static class Shapes
{
    public static Shape Const(string value) => field =>
    {
        if (!field.Is(JsonValueKind.String) || field.Text() != value)
        {
            field.Say($"{field.Shown()} is not allowed here; write \"{value}\"");
        }
    };

    public static Shape Word(params string[] words) => field =>
    {
        if (!field.Is(JsonValueKind.String) || !words.Contains(field.Text()))
        {
            field.Say($"{field.Shown()} is not one of {string.Join(", ", words)}");
        }
    };

    public static Shape Text(int least, int most) => field =>
    {
        if (!field.Is(JsonValueKind.String) || field.Text().EnumerateRunes().Count() is var length && (length < least || length > most))
        {
            field.Say($"{field.Shown()} is not a text of {least} to {most} characters");
        }
    };

    public static Shape Pattern(Regex pattern, string right) => field =>
    {
        if (!field.Is(JsonValueKind.String) || !pattern.IsMatch(field.Text()))
        {
            field.Say($"{field.Shown()} is not valid; write {right}");
        }
    };

    public static Shape Whole(int least, int most) => field =>
    {
        if (!field.Is(JsonValueKind.Number) || !field.Value.TryGetDouble(out var number) || number != Math.Floor(number) || number < least || number > most)
        {
            field.Say($"{field.Shown()} is not a whole number from {least} to {most}");
        }
    };

    public static void Flag(Field field)
    {
        if (!field.Is(JsonValueKind.True) && !field.Is(JsonValueKind.False))
        {
            field.Say($"{field.Shown()} is not true or false");
        }
    }

    public static Shape OrNull(Shape shape) => field =>
    {
        if (!field.Is(JsonValueKind.Null))
        {
            shape(field);
        }
    };

    public static Shape List(Shape item, int least, int most, bool unique = false) => field =>
    {
        if (!field.Is(JsonValueKind.Array))
        {
            field.Say($"{field.Shown()} is not a list");
            return;
        }

        if (field.Value.GetArrayLength() is var count && (count < least || count > most))
        {
            field.Say($"the list has {count} entries; allowed are {least} to {most}");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in field.Items())
        {
            item(entry);
            if (unique && entry.Is(JsonValueKind.String) && !seen.Add(entry.Text()))
            {
                entry.Say($"{entry.Shown()} stands twice");
            }
        }
    };

    /// <param name="keys">What it may hold; a key that ends in ! must be there.</param>
    /// <param name="open">Whether further keys may be added that begin with x-.</param>
    public static Shape Object(bool open, params (string Key, Shape Shape)[] keys)
    {
        var known = keys.ToDictionary(k => k.Key.TrimEnd('!'), k => k.Shape, StringComparer.Ordinal);
        var required = keys.Where(k => k.Key.EndsWith('!')).Select(k => k.Key.TrimEnd('!')).ToList();
        return field =>
        {
            if (!field.Is(JsonValueKind.Object))
            {
                field.Say($"{field.Shown()} is not an object");
                return;
            }

            foreach (var name in field.Value.EnumerateObject().Select(p => p.Name))
            {
                if (known.TryGetValue(name, out var shape))
                {
                    shape(field[name]);
                }
                else if (!open || !name.StartsWith("x-", StringComparison.Ordinal))
                {
                    field[name].Say("this key is not known here");
                }
            }

            foreach (var missing in required.Where(key => field.Maybe(key) is null))
            {
                field.Say($"has no \"{missing}\", which is always needed");
            }
        };
    }
}
