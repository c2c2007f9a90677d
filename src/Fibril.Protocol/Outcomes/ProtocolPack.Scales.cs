namespace Fibril.Protocol;

public sealed partial class ProtocolPack
{
    /// <summary>Outcome scales that may be scored here.</summary>
    public IReadOnlyList<Scale> Scales => ScaleSection.Scales;

    /// <summary>Licensed scales of which only the total may be recorded.</summary>
    public IReadOnlyList<ImportedScale> ImportedScales => ScaleSection.ImportOnly;

    private ScaleFile ScaleSection => Section<ScaleFile>("scales.yaml");

    /// <summary>One scale.</summary>
    /// <exception cref="ProtocolException">There is no such scale.</exception>
    public Scale Scale(string id) =>
        Scales.FirstOrDefault(s => s.Id == id)
        ?? throw new ProtocolException($"protocol/scales.yaml: no scale '{id}'; there are {string.Join(", ", Scales.Select(s => s.Id))}.");

    private sealed record ScaleFile
    {
        public required IReadOnlyList<Scale> Scales { get; init; }

        public required IReadOnlyList<ImportedScale> ImportOnly { get; init; }
    }
}
