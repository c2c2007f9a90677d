using Fibril.Protocol;

namespace Fibril.Pathway.Consultations;

/// <summary>One thing a person may name in an answer.</summary>
public sealed record ItemChoice(AnswerItemKind Kind, string Id, string Name)
{
    /// <summary>How the choice is written in an address: <c>condition:psoriasis</c>.</summary>
    public string Key => $"{Kind.ToString().ToLowerInvariant()}:{Id}";
}

/// <summary>What can be named in answer to a question, read from the facts that answer it.</summary>
public static class ItemChoices
{
    private static readonly string[] Types =
    [
        "Always burns, never tans", "Burns easily, tans a little", "Burns at times, tans slowly",
        "Burns rarely, tans well", "Brown skin, very rarely burns", "Dark brown or black skin, never burns",
    ];

    /// <summary>Which part of a shared list a question is about, by the rules that read it; null = all of it.</summary>
    private static readonly Dictionary<string, string[]> RulesOf = new(StringComparer.Ordinal)
    {
        ["isotretinoin"] = ["M03", "M03b"],
        ["allergy-metal"] = ["C29a", "C29b"],
        ["allergy-anaesthetic"] = ["C27a", "C27b"],
        ["allergy-product"] = ["C46"],
    };

    private static readonly Dictionary<string, ItemChoice[]> ByValue = new(StringComparer.Ordinal)
    {
        ["patient.phototype"] = [.. Types.Select((t, n) => new ItemChoice(AnswerItemKind.Phototype, $"{n + 1}", t))],
        ["pregnancy.status"] =
        [
            new(AnswerItemKind.Pregnancy, "pregnant", "I am pregnant"),
            new(AnswerItemKind.Pregnancy, "possible", "I could be pregnant"),
            new(AnswerItemKind.Pregnancy, "pregnancy-ended", "Not now, but a pregnancy ended lately"),
        ],
        ["breastfeeding.status"] =
        [
            new(AnswerItemKind.Pregnancy, "breastfeeding", "I am breastfeeding"),
            new(AnswerItemKind.Pregnancy, "breastfeeding-ended", "Not now, but it ended lately"),
        ],
        ["exposures.lastUv"] = [new(AnswerItemKind.Exposure, "uv", "Strong sun or a tanning bed")],
        ["exposures.tan"] = [new(AnswerItemKind.Exposure, "tan", "I have a tan now")],
        ["exposures.sunburn"] = [new(AnswerItemKind.Exposure, "sunburn", "A sunburn")],
        ["exposures.lastSelfTan"] = [new(AnswerItemKind.Exposure, "self-tan", "Self-tanner")],
        ["exposures.lastAlcohol"] = [new(AnswerItemKind.Exposure, "alcohol", "Alcohol")],
    };

    public static IReadOnlyList<ItemChoice> Of(ProtocolPack pack, Question question)
    {
        var by = question.AnsweredBy;
        List<ItemChoice> found =
        [
            .. by.Values.SelectMany(v => ByValue.GetValueOrDefault(v) ?? []),
            .. Named(AnswerItemKind.Condition, pack.Conditions.Where(e => by.Conditions.Contains(e.Id) || by.ConditionsOfAnyStatus.Contains(e.Id))),
            .. Named(AnswerItemKind.Medicine, pack.Medicines.Where(e => by.Medicines.Contains(e.Id))),
            .. Named(AnswerItemKind.Procedure, pack.Procedures.Where(e => by.Procedures.Contains(e.Id))),
            .. by.Lists.SelectMany(l => Listed(pack, question.Id, l)),
        ];
        return [.. found, .. Named(AnswerItemKind.Measurement, Measured(pack, question, found))];
    }

    public static ItemChoice? Find(ProtocolPack pack, Question question, string? key) =>
        key == UnlistedOf(question).Key ? UnlistedOf(question) : Of(pack, question).FirstOrDefault(c => c.Key == key);

    /// <summary>"Something else": kept in the person's words, and the question stays open until a clinician has read it.</summary>
    public static ItemChoice UnlistedOf(Question question) =>
        new(KindOf(question), AnswerItem.Unlisted, "Something that is not in this list");

    /// <summary>Name of an item for people.</summary>
    public static string NameOf(ProtocolPack pack, Question question, AnswerItem item) =>
        item.Id == AnswerItem.Unlisted
            ? item.Note ?? "something not in the list"
            : Of(pack, question).FirstOrDefault(c => c.Kind == item.Kind && c.Id == item.Id)?.Name ?? item.Id;

    private static AnswerItemKind KindOf(Question question) => (question.AnsweredBy.Lists is [var list, ..] ? list : null) switch
    {
        "medicines" => AnswerItemKind.Medicine,
        "products" => AnswerItemKind.Product,
        "procedures" => AnswerItemKind.Procedure,
        "allergies" => AnswerItemKind.Allergy,
        _ => AnswerItemKind.Condition,
    };

    private static IEnumerable<ItemChoice> Listed(ProtocolPack pack, string question, string list) => list switch
    {
        "medicines" => Named(AnswerItemKind.Medicine, Part(pack.Medicines, question)),
        "products" => Named(AnswerItemKind.Product, Part(pack.Products, question)),
        "procedures" => Named(AnswerItemKind.Procedure, Part(pack.Procedures, question)),
        "allergies" => Named(AnswerItemKind.Allergy, Part(pack.Allergies, question)),
        _ => throw new ProtocolException($"protocol/questions.yaml: no list '{list}' can be named from."),
    };

    private static IEnumerable<VocabularyEntry> Part(IEnumerable<VocabularyEntry> entries, string question) =>
        RulesOf.TryGetValue(question, out var rules) ? entries.Where(e => e.Rules.Any(rules.Contains)) : entries;

    /// <summary>A measurement belongs to the question whose facts feed the same rule first: HbA1c to diabetes, INR to medicines.</summary>
    private static IEnumerable<VocabularyEntry> Measured(ProtocolPack pack, Question question, List<ItemChoice> found)
    {
        var rules = found.SelectMany(c => c.Kind switch
        {
            AnswerItemKind.Condition => pack.Condition(c.Id).Rules,
            AnswerItemKind.Medicine when question.Id == "medicines" => pack.Medicine(c.Id).Rules,
            _ => [],
        }).ToHashSet(StringComparer.Ordinal);
        return pack.MeasurementsKinds.Where(m => question.AnsweredBy.Measurements.Contains(m.Id) || (m.Rules.Count > 0 && rules.Contains(m.Rules[0])));
    }

    private static IEnumerable<ItemChoice> Named(AnswerItemKind kind, IEnumerable<VocabularyEntry> entries) =>
        entries.Select(e => new ItemChoice(kind, e.Id, Capital(e.Name)));

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
