using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fibril.Protocol;

/// <summary>The shape of a case file with the ids of one pack.</summary>
internal sealed partial class CaseShape(ProtocolPack pack)
{
    private static readonly Shape Text = new TextShape();
    private static readonly Shape Day = new DayShape();
    private static readonly Shape Partial = new PartialDateShape();
    private static readonly Shape Flag = new FlagShape();
    private readonly Shape zone = new WordShape("a zone", Ids(pack.Zones, z => z.Id));
    private readonly Shape questions = new ListShape(new WordShape("a question", Ids(pack.Questions, q => q.Id)), unique: true);
    private readonly Shape sites = new ListShape(
        new WordShape("a zone or site", [.. pack.Zones.Select(z => z.Id), .. pack.Sites.Select(s => s.Id)]), least: 1, unique: true);

    public Shape Whole() => new ObjectShape(
        new Dictionary<string, Shape>
        {
            ["contract"] = new WordShape("this contract", [CaseFile.ContractId]),
            ["id"] = Text,
            ["title"] = Text,
            ["on"] = Day,
            ["jurisdiction"] = new PatternShape(IsoPlace(), "write an ISO 3166 code such as US, IN or GB-ENG"),
            ["patient"] = Patient(),
            ["plan"] = Plan(),
            ["conditions"] = new ListShape(Condition()),
            ["medicines"] = new ListShape(Medicine()),
            ["products"] = new ListShape(Product()),
            ["procedures"] = new ListShape(Procedure()),
            ["allergies"] = new ListShape(Allergy()),
            ["measurements"] = new ListShape(Measurement()),
            ["exposures"] = Exposures(),
            ["screening"] = Screening(),
            ["pregnancy"] = Pregnancy(),
            ["breastfeeding"] = new ObjectShape(new Dictionary<string, Shape> { ["status"] = Word<BreastfeedingStatus>("a status"), ["endedOn"] = Partial }),
            ["unanswered"] = questions,
            ["answeredNo"] = questions,
            ["otherwise"] = new WordShape("an answer for the rest", ["no"]),
            ["note"] = Text,
        },
        "contract", "on", "jurisdiction", "patient", "plan");

    private static ObjectShape Patient() => new(
        new Dictionary<string, Shape>
        {
            ["birthDate"] = Day,
            ["sex"] = Word<Sex>("a sex"),
            ["phototype"] = new NumberShape(1, 6, whole: true),
            ["weightKg"] = new NumberShape(above: 0, most: 400),
        },
        "birthDate", "sex");

    private ObjectShape Plan() => new(
        new Dictionary<string, Shape>
        {
            ["sessionDate"] = Day,
            ["device"] = Word<DeviceKind>("a device"),
            ["energy"] = Word<Energy>("an energy"),
            ["deviceLabel"] = Word<DeviceLabel>("a device label"),
            ["needleMaterial"] = Word<NeedleMaterial>("a needle material"),
            ["zones"] = new ListShape(PlannedZone(), least: 1),
            ["anaesthetic"] = new WordShape("an anaesthetic", pack.AnaestheticIds),
            ["topicals"] = new ListShape(new WordShape("a topical", Ids(pack.Topicals, t => t.Id)), unique: true),
            ["sessions"] = new NumberShape(1, 20, whole: true),
            ["intervalDays"] = new NumberShape(1, 400, whole: true),
            ["note"] = Text,
        },
        "device", "energy", "deviceLabel", "zones", "anaesthetic");

    private ObjectShape PlannedZone()
    {
        var share = new NumberShape(0, 100);
        return new(
            new Dictionary<string, Shape>
            {
                ["zone"] = zone,
                ["depthMm"] = new NumberShape(above: 0, most: 3.5m),
                ["indication"] = new WordShape("an indication", Ids(pack.Indications, i => i.Id)),
                ["scarTypes"] = new ObjectShape(new Dictionary<string, Shape> { ["icePick"] = share, ["boxcar"] = share, ["rolling"] = share }),
            },
            "zone", "depthMm", "indication");
    }

    private static WordShape Word<T>(string what) where T : struct, Enum => new(what, ContractJson.Words<T>());

    private static IReadOnlyList<string> Ids<T>(IEnumerable<T> list, Func<T, string> id) => [.. list.Select(id)];

    private static string? TextOf(JsonElement value, string key) =>
        value.TryGetProperty(key, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    [GeneratedRegex("^[A-Z]{2}(-[A-Z0-9]{1,3})?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsoPlace();
}
