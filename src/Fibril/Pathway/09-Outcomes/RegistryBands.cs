using System.Globalization;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;

namespace Fibril.Pathway.Outcomes;

/// <summary>Values put into groups, so that a single person does not stand out.</summary>
public static class RegistryBands
{
    public const string Unknown = "unknown";

    public const string Several = "several";

    private static readonly string[] Phototypes = ["I", "II", "III", "IV", "V", "VI"];

    /// <summary>Band of the deepest setting. The edges are those at which the protocol's precautions and gaps change.</summary>
    public static string Depth(decimal? deepestMm) => deepestMm switch
    {
        null => Unknown,
        <= 0.5m => "to 0.5 mm",
        <= 1.0m => "over 0.5 to 1.0 mm",
        <= 1.5m => "over 1.0 to 1.5 mm",
        _ => "over 1.5 mm",
    };

    public static string Phototype(int? type) => type is >= 1 and <= 6 ? Phototypes[type.Value - 1] : Unknown;

    /// <summary>I to III and IV to VI: where brown marks after needling become likelier (knowledge base R024).</summary>
    public static string PhototypeGroup(string type) => Array.IndexOf(Phototypes, type) switch
    {
        < 0 => Unknown,
        <= 2 => "I to III",
        _ => "IV to VI",
    };

    /// <summary>Five years: "35 to 39". Ninety and more are one group.</summary>
    public static string Age(int years) =>
        years >= 90 ? "90 and more" : string.Create(CultureInfo.InvariantCulture, $"{years / 5 * 5} to {(years / 5 * 5) + 4}");

    /// <summary>What is treated: as planned, or as wished while nothing is planned.</summary>
    public static IEnumerable<string> Indications(Plan? plan, Consultation? consultation) =>
        plan?.Zones.Select(z => z.Indication) ?? consultation?.Areas.Select(a => a.Indication) ?? [];

    /// <summary>The one value of all, "several", or "unknown" when there is none.</summary>
    public static string One(IEnumerable<string> values) => values.Distinct(StringComparer.Ordinal).ToList() switch
    {
        [] => Unknown,
        [var one] => one,
        _ => Several,
    };
}
