using Fibril.Protocol;

namespace Fibril.Pathway.Consultations;

/// <summary>One tick of a detail form: the word that is kept and the words that are read.</summary>
public sealed record ItemTick(string Id, string Text, bool StaffOnly = false);

/// <summary>What the rules need to know about one named thing. A null label is not asked.</summary>
public sealed record ItemFields
{
    /// <summary>Question with two answers: now, or before.</summary>
    public string? Now { get; init; }

    /// <summary>Day asked for when it is over, or always when <see cref="Now"/> is not asked.</summary>
    public string? On { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    public string? Healed { get; init; }

    public string? Value { get; init; }

    public string? Unit { get; init; }

    public decimal MaxValue { get; init; } = 100000;

    public bool Zones { get; init; }

    public bool Prescribed { get; init; }

    public bool Reason { get; init; }

    public bool Counts { get; init; }

    public IReadOnlyList<ItemTick> Ticks { get; init; } = [];

    public static ItemFields Of(ProtocolPack pack, Question question, ItemChoice choice) => choice switch
    {
        { Id: AnswerItem.Unlisted } => new(),
        { Kind: AnswerItemKind.Condition } when IsFamily(question) => new(),
        { Kind: AnswerItemKind.Condition } => OfCondition(pack, pack.Condition(choice.Id)),
        { Kind: AnswerItemKind.Medicine } => OfMedicine(pack.Medicine(choice.Id)),
        { Kind: AnswerItemKind.Product } => new()
        {
            On = "When did you last use it?",
            Zones = true,
            Healed = Reads(pack.Product(choice.Id), "C24e") ? "When had the skin healed?" : null,
        },
        { Kind: AnswerItemKind.Procedure } => OfProcedure(pack.Procedure(choice.Id)),
        { Kind: AnswerItemKind.Measurement } => new()
        {
            On = "On which day was it measured?",
            Value = "What was the value?",
            Unit = pack.MeasurementsKinds.First(m => m.Id == choice.Id).Unit,
        },
        { Kind: AnswerItemKind.Exposure } => OfExposure(choice.Id),
        { Kind: AnswerItemKind.Pregnancy, Id: "pregnancy-ended" or "breastfeeding-ended" } => new() { On = "When did it end?" },
        _ => new(),
    };

    /// <summary>A question that is only about blood relatives.</summary>
    public static bool IsFamily(Question question) =>
        question.AnsweredBy.Statuses.Contains(ConditionStatus.Family) && !question.AnsweredBy.Statuses.Contains(ConditionStatus.Active);

    private static ItemFields OfCondition(ProtocolPack pack, ConditionEntry entry) => new()
    {
        Now = "Is it there now?",
        On = entry.Id == "vitiligo" ? "When did a patch last grow, or a new one come?" : "When was the last day it was there?",
        From = entry.Needs.Contains("onset") ? "When did it begin, or when was it placed?" : null,
        Until = entry.Attributes.Contains("treatmentEndedOn") ? "When did its treatment end?" : null,
        Value = entry.Attributes.Contains("attacksPerYear") ? "How many do you get in a year?" : null,
        MaxValue = 60,
        Zones = pack.Rules.Any(r => r.Scope == RuleScope.Zone && entry.Rules.Contains(r.Id)),
        Counts = entry.Attributes.Contains("lesions"),
        Ticks = [.. entry.Attributes.SelectMany(TicksOf)],
    };

    private static IEnumerable<ItemTick> TicksOf(string attribute) => attribute switch
    {
        "complications" =>
        [
            new("neuropathy", "Nerves are affected"), new("vasculopathy", "Blood vessels are affected"),
            new("foot-ulcer", "A foot ulcer"), new("ketosis", "Ketosis"),
        ],
        "controlled" => [new("not-controlled", "A doctor says it is not under control")],
        "clearanceLetter" => [new("clearance-letter", "A letter that the area is clear is on file", StaffOnly: true)],
        "physicianPlan" => [new("physician-plan", "A physician's plan against the pigment is on file", StaffOnly: true)],
        _ => [],
    };

    private static ItemFields OfMedicine(MedicineEntry entry) => new()
    {
        Now = "Do you take it now?",
        On = "When did you last take it?",
        From = Reads(entry, "M20", "M21") ? "When did you begin?" : null,
        Until = "If it is a fixed course: when is the last day?",
        Prescribed = true,
        Reason = Reads(entry, "C38"),
        Value = Reads(entry, "M21") ? "How much a day?" : null,
        Unit = Reads(entry, "M21") ? "mg" : null,
        Ticks = Reads(entry, "M20") ? [new("confirmed-taken", "Confirmed at check-in that it was taken", StaffOnly: true)] : [],
    };

    private static ItemFields OfProcedure(ProcedureEntry entry) => new()
    {
        Now = entry.Id == "radiotherapy" ? "Is it still going on?" : null,
        On = entry.Id == "radiotherapy" ? "When was the last time?" : "When was it done?",
        Zones = true,
        Value = entry.Id == "needling" ? "How deep was it, at most?" : null,
        Unit = entry.Id == "needling" ? "mm" : null,
        MaxValue = 5,
        Healed = entry.Id == "photodynamic-therapy" ? "When had the skin healed?" : null,
        Ticks = entry.Id == "facial-surgery" ? [new("surgeon-letter", "The surgeon's letter allows needling", StaffOnly: true)] : [],
    };

    private static ItemFields OfExposure(string id) => id switch
    {
        "tan" => new() { Zones = true },
        "sunburn" => new() { Now = "Is it there now?", On = "When was it gone?", Zones = true },
        "uv" or "self-tan" => new() { On = "When was the last day?", Zones = true },
        _ => new() { On = "When was the last day?" },
    };

    private static bool Reads(VocabularyEntry entry, params string[] rules) => entry.Rules.Any(rules.Contains);
}
