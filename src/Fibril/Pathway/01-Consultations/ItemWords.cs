using System.Globalization;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Consultations;

/// <summary>One named thing as a sentence, so that the person can check it.</summary>
public static class ItemWords
{
    public static string Of(ProtocolPack pack, Question question, AnswerItem item)
    {
        var fields = ItemChoices.Find(pack, question, $"{item.Kind.ToString().ToLowerInvariant()}:{item.Id}") is { } choice ? ItemFields.Of(pack, question, choice) : new();
        List<string?> parts =
        [
            ItemChoices.NameOf(pack, question, item),
            item.Now switch { true => "now", false => "in the past", _ => null },
            item.Prescribed switch { true => "prescribed", false => "bought by myself", _ => null },
            item.Reason is null ? null : $"for {Words.Of(item.Reason).ToLowerInvariant()}",
            item.Value is { } value && item.Kind != AnswerItemKind.Phototype ? Counted(value, fields) : null,
            item.Zones.Count == 0 ? null : AreaWords.Sites(item.Zones),
            Dated("last day", item.On),
            Dated("since", item.From),
            Dated("until", item.Until),
            Dated("healed", item.Healed),
            .. item.Counts.Where(c => c.Value > 0).Select(c => $"{c.Value} {c.Key}"),
            .. item.Ticks.Select(t => fields.Ticks.FirstOrDefault(x => x.Id == t)?.Text),
            item.Id == AnswerItem.Unlisted ? null : item.Note,
        ];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string Counted(decimal value, ItemFields fields) =>
        string.Create(CultureInfo.CurrentCulture, $"{value:0.##} {fields.Unit ?? (fields.MaxValue == 60 ? "a year" : "")}").TrimEnd();

    private static string? Dated(string word, string? iso) => iso is null ? null : $"{word} {PartialDateText.Say(iso)}";
}
