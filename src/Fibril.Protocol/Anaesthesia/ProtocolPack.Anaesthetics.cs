namespace Fibril.Protocol;

public sealed partial class ProtocolPack
{
    /// <summary>The topical anaesthetics, <c>none</c> included, in the order of the vocabulary.</summary>
    public IReadOnlyList<AnaestheticProduct> Anaesthetics => AnaestheticSection.Products;

    /// <summary>Signs of too much anaesthetic, in plain words.</summary>
    public IReadOnlyList<string> AnaestheticToxicitySigns => AnaestheticSection.ToxicitySigns;

    private AnaestheticFile AnaestheticSection => Section<AnaestheticFile>("anaesthetics.yaml");

    /// <summary>One anaesthetic by its id.</summary>
    /// <exception cref="ProtocolException">There is no such id.</exception>
    public AnaestheticProduct Anaesthetic(string id) =>
        Anaesthetics.FirstOrDefault(p => p.Id == id)
        ?? throw new ProtocolException($"protocol/anaesthetics.yaml: no anaesthetic '{id}'; there are {string.Join(", ", Anaesthetics.Select(p => p.Id))}.");

    private sealed record AnaestheticFile
    {
        public required IReadOnlyList<AnaestheticProduct> Products { get; init; }

        public required IReadOnlyList<string> ToxicitySigns { get; init; }
    }
}
