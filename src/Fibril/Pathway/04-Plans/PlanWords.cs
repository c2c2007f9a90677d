using System.Globalization;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Plans;

/// <summary>Plans in words.</summary>
public static class PlanWords
{
    /// <summary>What may stand around a session: the combination table, then procedures with a rule of their own.</summary>
    public static IReadOnlyList<Option> Combinations =>
    [
        .. ProtocolPack.Current.PlanKnowledge.Combinations.Select(c => new Option(c.Id, c.Name)),
        .. ProtocolPack.Current.Procedures.Where(p => p.Id != "needling" && ProtocolPack.Current.PlanKnowledge.Combinations.All(c => c.Id != p.Id)).Select(p => new Option(p.Id, Capital(p.Name))),
    ];

    /// <summary>The alternatives of all indications, each once, doing nothing last.</summary>
    public static IReadOnlyList<Alternative> Alternatives(IEnumerable<string> indications) =>
        [.. indications.SelectMany(ProtocolPack.Current.AlternativesFor).DistinctBy(a => a.Id).Where(a => a.Id is not ("needling" or "nothing")), .. ProtocolPack.Current.Alternatives.Where(a => a.Id == "nothing")];

    public static string Combination(string id) => Combinations.FirstOrDefault(o => o.Value == id)?.Text ?? Words.Of(id);

    /// <summary>The product's own name; "none" without one.</summary>
    public static string Numbing(string id) => ProtocolPack.Current.Anaesthetics.FirstOrDefault(a => a.Id == id)?.Name ?? Words.Of(id);

    public static string Days(int fromSession) => fromSession switch
    {
        0 => "on the day",
        < 0 => $"{Words.Count(-fromSession, "day")} before",
        _ => $"{Words.Count(fromSession, "day")} after",
    };

    public static string Money(decimal amount, string currency) => $"{currency} {amount.ToString("N2", CultureInfo.InvariantCulture)}";

    public static string Mm(decimal depth) => depth.ToString("0.0#", CultureInfo.InvariantCulture) + " mm";

    public static string Percent(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture) + " %";

    public static string Place(string zone) => ProtocolPack.Current.SiteName(zone);

    public static string Aim(string indication) => ProtocolPack.Current.Indications.FirstOrDefault(i => i.Id == indication)?.Name ?? Words.Of(indication);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
