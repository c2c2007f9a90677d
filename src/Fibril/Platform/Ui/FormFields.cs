namespace Fibril.Platform.Ui;

/// <summary>The fields of the forms on a page by their names, each with what it says of a text that it cannot read.</summary>
public sealed class FormFields
{
    private readonly Dictionary<string, Func<string?, string>> fields = new(StringComparer.Ordinal);

    /// <param name="name">The name under which its value is sent.</param>
    /// <param name="unreadable">Its sentence about a text; empty when it could read it after all.</param>
    public void Add(string name, Func<string?, string> unreadable) => fields[name] = unreadable;

    public string Unreadable(string name, string? text) =>
        fields.TryGetValue(name, out var say) && say(text) is { Length: > 0 } sentence ? sentence : "A value cannot be read. Write numbers in figures, such as 1.5.";
}
