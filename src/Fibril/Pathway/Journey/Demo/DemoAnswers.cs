using System.Globalization;
using Fibril.Pathway.Consultations;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>Answers that make a decision worth looking at.</summary>
internal static class DemoAnswers
{
    public static IReadOnlyDictionary<string, AnswerItem[]> RetinolYesterday(DateOnly today) =>
        Of("skin-products", new AnswerItem { Kind = AnswerItemKind.Product, Id = "retinol", On = Day(today.AddDays(-1)), Zones = ["face"] });

    public static IReadOnlyDictionary<string, AnswerItem[]> ColdSores(DateOnly today) =>
        Of("cold-sores", new AnswerItem { Kind = AnswerItemKind.Condition, Id = "herpes-orofacial", Now = false, On = Day(today.AddDays(-200)), Value = 2, Zones = ["perioral"] });

    public static IReadOnlyDictionary<string, AnswerItem[]> Apixaban(DateOnly today) =>
        Of("medicines", new AnswerItem { Kind = AnswerItemKind.Medicine, Id = "apixaban", Now = true, Prescribed = true, From = Day(today.AddDays(-400)) });

    /// <summary>The protocol asks for six months.</summary>
    public static IReadOnlyDictionary<string, AnswerItem[]> IsotretinoinFiveMonthsAgo(DateOnly today) =>
        Of("isotretinoin", new AnswerItem { Kind = AnswerItemKind.Medicine, Id = "isotretinoin", Now = false, Prescribed = true, On = Day(today.AddMonths(-5)) });

    public static IReadOnlyDictionary<string, AnswerItem[]> Keloid(DateOnly _) =>
        Of("keloid", new AnswerItem { Kind = AnswerItemKind.Condition, Id = "keloid", Now = true, Zones = ["shoulder"] });

    public static IReadOnlyDictionary<string, AnswerItem[]> Pregnant(DateOnly _) =>
        Of("pregnancy", new AnswerItem { Kind = AnswerItemKind.Pregnancy, Id = "pregnant", Now = true });

    private static Dictionary<string, AnswerItem[]> Of(string question, params AnswerItem[] items) => new() { [question] = items };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
