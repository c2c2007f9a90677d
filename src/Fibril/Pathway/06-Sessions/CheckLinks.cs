using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Components;

namespace Fibril.Pathway.Sessions;

/// <summary>From the page before the signature to a field and back to the row. Pure.</summary>
public static class CheckLinks
{
    /// <summary>Name of the query value and of the form field that carry the row.</summary>
    public const string Name = "check";

    private const int LongestRow = 80;

    /// <summary>The page before the signature, at one row.</summary>
    public static string Back(Guid sessionId, string row) => $"{SessionLinks.Of(sessionId)}/sign#{row}";

    /// <summary>A field of the session's own page.</summary>
    public static string Field(Guid sessionId, string row, string field) => $"{SessionLinks.Of(sessionId)}?{Name}={row}#{Uri.EscapeDataString(field)}";

    /// <summary>A field of one zone.</summary>
    /// <param name="property">Property of <see cref="RecordZone.Input"/>.</param>
    public static string Zone(Guid sessionId, string zone, string row, string property) =>
        $"{SessionLinks.Of(sessionId)}/zones/{zone}?{Name}={row}#f-input-{property.ToLowerInvariant()}";

    /// <summary>The maps with what is left out.</summary>
    public static string Marks(Guid sessionId, string row) => $"{SessionLinks.Of(sessionId)}/marks?{Name}={row}";

    /// <summary>The row of an address or form, which anybody may write: null for what cannot be an anchor.</summary>
    public static string? Read(string? row) =>
        row is { Length: > 0 and <= LongestRow } && row.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? row : null;

    /// <summary>Carries the row through a form.</summary>
    public static RenderFragment InForm(string row) => builder => builder.AddMarkupContent(0, $"<input type=\"hidden\" name=\"{Name}\" value=\"{row}\" />");

    /// <summary>Where a step leads: to the row it was pressed for, else where it always leads.</summary>
    public static FormResult? Lead(FormResult? result, Guid sessionId, string? row) =>
        result is FormResult.GoTo && Read(row) is { } to ? FormResult.Go(Back(sessionId, to)) : result;
}
