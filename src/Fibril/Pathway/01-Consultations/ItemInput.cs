using System.ComponentModel.DataAnnotations;

namespace Fibril.Pathway.Consultations;

/// <summary>The detail form of one named thing. Days may stay empty: then the question stays open for the clinician.</summary>
public sealed class ItemInput : IValidatableObject
{
    /// <summary>"now" or "before".</summary>
    public string? Now { get; set; }

    /// <summary>"prescribed" or "bought".</summary>
    public string? Prescribed { get; set; }

    public string? On { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Healed { get; set; }

    [Range(0, 100000, ErrorMessage = "Write a number that is not below zero.")]
    public decimal? Value { get; set; }

    public string? Reason { get; set; }

    [Range(0, 500, ErrorMessage = "Count 0 to 500.")]
    public int? Comedones { get; set; }

    [Range(0, 500, ErrorMessage = "Count 0 to 500.")]
    public int? Papules { get; set; }

    [Range(0, 500, ErrorMessage = "Count 0 to 500.")]
    public int? Pustules { get; set; }

    [Range(0, 500, ErrorMessage = "Count 0 to 500.")]
    public int? Nodules { get; set; }

    [Range(0, 500, ErrorMessage = "Count 0 to 500.")]
    public int? Cysts { get; set; }

    [StringLength(1000)]
    public string? Note { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from day in new (string Name, string? Text)[] { (nameof(On), On), (nameof(From), From), (nameof(Until), Until), (nameof(Healed), Healed) }
        where !PartialDateText.TryRead(day.Text, out _)
        select new ValidationResult("Write a day, a month or a year, such as 10.6.2026, June 2026 or 2026.", [day.Name]);

    public static ItemInput Of(AnswerItem item) => new()
    {
        Now = item.Now switch { true => "now", false => "before", _ => null },
        Prescribed = item.Prescribed switch { true => "prescribed", false => "bought", _ => null },
        On = item.On,
        From = item.From,
        Until = item.Until,
        Healed = item.Healed,
        Value = item.Value,
        Reason = item.Reason,
        Comedones = Count(item, "comedones"),
        Papules = Count(item, "papules"),
        Pustules = Count(item, "pustules"),
        Nodules = Count(item, "nodules"),
        Cysts = Count(item, "cysts"),
        Note = item.Note,
    };

    public AnswerItem ToItem(ItemChoice choice, IEnumerable<string> zones, IEnumerable<string> ticks) => new()
    {
        Kind = choice.Kind,
        Id = choice.Id,
        Now = Now switch { "now" => true, "before" => false, _ => null },
        Prescribed = Prescribed switch { "prescribed" => true, "bought" => false, _ => null },
        On = Day(On),
        From = Day(From),
        Until = Day(Until),
        Healed = Day(Healed),
        Value = choice.Kind == AnswerItemKind.Phototype ? decimal.Parse(choice.Id, System.Globalization.CultureInfo.InvariantCulture) : Value,
        Reason = string.IsNullOrEmpty(Reason) ? null : Reason,
        Zones = [.. zones],
        Ticks = [.. ticks],
        Counts = Counts(),
        Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
    };

    private Dictionary<string, int> Counts() =>
        new (string Name, int? N)[] { ("comedones", Comedones), ("papules", Papules), ("pustules", Pustules), ("nodules", Nodules), ("cysts", Cysts) }
            .Where(c => c.N is not null)
            .ToDictionary(c => c.Name, c => c.N!.Value);

    private static int? Count(AnswerItem item, string name) => item.Counts.TryGetValue(name, out var n) ? n : null;

    private static string? Day(string? text) => PartialDateText.TryRead(text, out var iso) ? iso : null;
}
