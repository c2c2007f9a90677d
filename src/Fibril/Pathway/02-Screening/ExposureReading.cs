using Fibril.Pathway.Consultations;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>Sun, sunburn, self-tanner and alcohol of an answer. Returns what is lacking, or null.</summary>
internal static class ExposureReading
{
    private const string NoDay = "the day is not known";

    public static string? Read(CaseDraft draft, AnswerItem item)
    {
        var day = draft.Day(item.On);
        var sites = item.Zones.Count == 0 ? null : item.Zones;
        var known = draft.Exposures;
        switch (item.Id)
        {
            case "uv" when day is not null:
                draft.Exposures = known with { LastUv = Later(known.LastUv, day), UvZones = Places(known, sites) };
                return null;
            case "tan":
                draft.Exposures = known with { Tan = true, UvZones = Places(known, sites) };
                return null;
            case "sunburn" when item.Now == true || day is not null:
                draft.Exposures = known with { Sunburn = new() { ResolvedOn = item.Now == true ? null : day, Zones = sites } };
                return null;
            case "self-tan" when day is not null:
                draft.Exposures = known with { LastSelfTan = Later(known.LastSelfTan, day), SelfTanZones = sites };
                return null;
            case "alcohol" when day is not null:
                draft.Exposures = known with { LastAlcohol = Later(known.LastAlcohol, day) };
                return null;
            default:
                return NoDay;
        }
    }

    private static PartialDate? Later(PartialDate? a, PartialDate? b) => a is null || b > a ? b : a;

    /// <summary>Sun and tan share their places; none named means everywhere.</summary>
    private static List<string>? Places(ExposureFacts known, List<string>? sites) =>
        known.LastUv is null && known.Tan is null ? sites
        : known.UvZones is null || sites is null ? null
        : [.. known.UvZones.Union(sites)];
}
