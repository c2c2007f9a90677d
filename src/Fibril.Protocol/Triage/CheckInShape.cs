namespace Fibril.Protocol;

/// <summary>The shape of a check-in with the ids of one pack.</summary>
internal sealed class CheckInShape(ProtocolPack pack)
{
    private static readonly Shape Text = new TextShape();
    private static readonly Shape Flag = new FlagShape();

    /// <summary>What a patient may put on afterwards, besides the topicals of the session.</summary>
    private static readonly string[] PutOnLater = ["sunscreen", "make-up", "moisturiser"];

    public Shape Whole() => new ObjectShape(
        new Dictionary<string, Shape>
        {
            ["contract"] = new WordShape("this contract", [CheckIn.ContractId]),
            ["id"] = Text,
            ["title"] = Text,
            ["day"] = new NumberShape(0, 3650, whole: true),
            ["reporter"] = new WordShape("a reporter", ContractJson.Words<Reporter>()),
            ["phototype"] = new NumberShape(1, 6, whole: true),
            ["zones"] = new ListShape(Zone()),
            ["anaesthetic"] = Anaesthetic(),
            ["topicals"] = new ListShape(new WordShape("a topical", [.. pack.Topicals.Select(t => t.Id), .. PutOnLater])),
            ["history"] = new ObjectShape(new Dictionary<string, Shape> { ["coldSores"] = Flag, ["eczema"] = Flag }),
            ["antiviral"] = new WordShape("an answer about the antiviral", ContractJson.Words<AntiviralStatus>()),
            ["signs"] = new ListShape(Sign()),
            ["text"] = Text,
        },
        "contract", "day", "signs");

    private ObjectShape Zone() => new(
        new Dictionary<string, Shape>
        {
            ["zone"] = new WordShape("a zone", [.. pack.Zones.Select(z => z.Id)]),
            ["depthMm"] = new NumberShape(above: 0, most: 3.5m),
        },
        "zone", "depthMm");

    private ObjectShape Anaesthetic() => new(
        new Dictionary<string, Shape>
        {
            ["product"] = new WordShape("an anaesthetic", pack.AnaestheticIds),
            ["stillOn"] = Flag,
            ["minutesSinceApplied"] = new NumberShape(0, whole: true),
        },
        "product");

    private ObjectShape Sign() => new(
        new Dictionary<string, Shape>
        {
            ["id"] = new WordShape("a sign", [.. pack.Signs.Select(s => s.Id)]),
            ["severity"] = new NumberShape(1, 3, whole: true),
            ["trend"] = new WordShape("a trend", ContractJson.Words<SignTrend>()),
            ["minutes"] = new NumberShape(0, whole: true),
            ["zones"] = new ListShape(new WordShape("a zone or site", [.. pack.Zones.Select(z => z.Id), .. pack.Sites.Select(s => s.Id)])),
        },
        "id", "severity");
}
