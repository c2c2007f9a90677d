namespace Fibril.Pathway.Recovery;

/// <summary>The authorities' forms that a record of harm can be laid out for.</summary>
public enum HarmFormKind
{
    /// <summary>FDA 3500A and 3500.</summary>
    MedWatch,

    /// <summary>MHRA, United Kingdom.</summary>
    YellowCard,
}

/// <summary>One line of a pre-filled form; null = not in the record, so that it stays blank.</summary>
public sealed record HarmLine(string Label, string? Value);

/// <summary>One block in the order of the authority's form, under a short label of our own.</summary>
/// <param name="Mark">Letter of the block; empty where the form has none.</param>
public sealed record HarmBlock(string Mark, string Title, IReadOnlyList<HarmLine> Lines);

/// <summary>The record in the order in which the form asks.</summary>
public sealed record HarmForm(string Name, IReadOnlyList<HarmBlock> Blocks);
