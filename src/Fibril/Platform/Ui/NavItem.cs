namespace Fibril.Platform.Ui;

/// <summary>One entry of a menu. <paramref name="Policy"/>: only those who hold it see the entry.</summary>
public sealed record NavItem(string Href, string Text, string Icon, string? Policy = null);
