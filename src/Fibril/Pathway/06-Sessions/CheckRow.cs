namespace Fibril.Pathway.Sessions;

/// <summary>One group of rows on the page before the signature.</summary>
/// <param name="Of">What the rows are of where the same labels stand more than once, such as a zone; null elsewhere.</param>
public sealed record CheckSection(string Title, IReadOnlyList<CheckRow> Rows, string? Of = null)
{
    /// <summary>What a row is called away from its section: "depth, cheek".</summary>
    public string NameOf(CheckRow row) => Of is null ? row.Label : $"{row.Label}, {Of.ToLowerInvariant()}";
}

/// <summary>One fact of the record before it is signed.</summary>
/// <param name="Id">Anchor on the page; what was changed leads back to it.</param>
/// <param name="Change">Address of the very field; null when it stays as it is.</param>
/// <param name="Missing">Why the record cannot be signed without it; null when it is there.</param>
/// <param name="Odd">What somebody should look at once more; null when nothing is.</param>
public sealed record CheckRow(string Id, string Label, string Value, string? Change = null, string? Missing = null, string? Odd = null);
