using System.Collections.Frozen;

namespace Fibril.Protocol;

/// <summary>A flag that fired, with the signs it took.</summary>
internal sealed record RaisedFlag(RedFlag Flag, string Case, IReadOnlyList<string> Signs);

/// <summary>When each red flag fires, by flag id. A flag fires when it takes at least one sign.</summary>
internal static class RedFlags
{
    private static readonly string[] Airway = ["breathing-difficulty", "airway-swelling", "collapse", "hives-generalised"];
    private static readonly string[] AirwayOrAnaesthetic = ["cyanosis", "seizure"];
    private static readonly string[] Anaesthetic =
        ["cyanosis", "perioral-numbness", "seizure", "palpitations", "dizziness", "tinnitus", "metallic-taste"];
    private static readonly string[] Sores = ["grouped-vesicles", "erosions"];

    private static readonly FrozenDictionary<string, Func<Report, RedFlag, Taken>> Conditions = new Dictionary<string, Func<Report, RedFlag, Taken>>
    {
        ["F1"] = (r, _) => r.Present([.. Airway, .. AnaestheticPoisoning(r) ? [] : AirwayOrAnaesthetic]),
        ["F2"] = (r, _) => AnaestheticPoisoning(r) ? r.Present(Anaesthetic) : Taken.Nothing,
        ["F3"] = (r, _) => r.Present("eye-pain", "vision-change", "eye-injury"),
        ["F4"] = (r, flag) => r.Present([.. Sores, .. r.Day <= flag.Number("tinglingToDay") ? ["tingling"] : Array.Empty<string>()]),
        ["F5"] = (r, _) => r.Present(["punched-out-erosions", .. FeverishEczema(r) ? [.. Sores, "fever"] : Array.Empty<string>()]),
        ["F6"] = Infection.Of,
        ["F7"] = (r, _) => r.Present("ring-scale"),
        ["F8"] = (r, flag) => r.Day >= flag.Number("fromDay") ? r.Present("nodules", "abscess") : Taken.Nothing,
        ["F9"] = (r, flag) => r.Day >= flag.Number("fromDay") ? r.Present("itchy-papules") : Taken.Nothing,
        ["F10"] = (r, _) => r.Present("brown-patches"),
        ["F11"] = (r, _) => r.Present("parallel-lines"),
        ["F12"] = (r, _) => r.Present("thickening"),
        ["F13"] = LastingRedness,
        ["F14"] = (r, _) => r.Present("tender-nodes"),
        ["F15"] = (r, _) => r.Present("needlestick", "shared-device", "wrong-patient-prp"),
        ["F16"] = (r, _) => r.Present("distress", "suicidal-thoughts").As(r.Has("suicidal-thoughts") ? "suicidal" : RuleOutcome.Only),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Ids that have a condition.</summary>
    public static IEnumerable<string> Ids => Conditions.Keys;

    /// <summary>Flags that fired, in the order of the pack.</summary>
    public static IReadOnlyList<RaisedFlag> Raised(ProtocolPack pack, CheckIn checkIn)
    {
        var report = new Report(checkIn);
        return [.. from flag in pack.RedFlags
                   let taken = ConditionOf(flag)(report, flag)
                   where taken.Signs.Count > 0
                   select new RaisedFlag(flag, taken.Case, taken.Signs)];
    }

    private static Func<Report, RedFlag, Taken> ConditionOf(RedFlag flag) =>
        Conditions.TryGetValue(flag.Id, out var condition)
            ? condition
            : throw new ProtocolException($"Flag {flag.Id} has no condition in this library; it cannot be judged.");

    private static bool AnaestheticPoisoning(Report r) =>
        r.Day == 0 && r.CheckIn.Anaesthetic is { Product: not "none" } && Anaesthetic.Any(r.Has);

    private static bool FeverishEczema(Report r) => r.Has("fever") && r.CheckIn.History?.Eczema == true && Sores.Any(r.Has);

    private static Taken LastingRedness(Report r, RedFlag flag) =>
        r.Day < flag.Number("fromDay")
            ? Taken.Nothing
            : r.Present("redness").As(r.Day >= flag.Number("physicianFromDay") ? "beyond-two-weeks" : RuleOutcome.Only);
}

/// <summary>A check-in as the conditions of the flags read it.</summary>
internal sealed class Report(CheckIn checkIn)
{
    private readonly Dictionary<string, int> severities = checkIn.Signs
        .GroupBy(s => s.Id, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Max(s => s.Severity), StringComparer.Ordinal);

    public CheckIn CheckIn => checkIn;

    public int Day => checkIn.Day;

    public bool Has(string sign) => severities.ContainsKey(sign);

    public bool HasAtLeast(string sign, int severity) => severities.GetValueOrDefault(sign) >= severity;

    public Taken Present(params IEnumerable<string> signs) => new([.. signs.Where(Has)], RuleOutcome.Only);
}

/// <summary>Signs that a flag takes, and the case of the flag.</summary>
internal sealed record Taken(IReadOnlyList<string> Signs, string Case)
{
    public static readonly Taken Nothing = new([], RuleOutcome.Only);

    public Taken As(string flagCase) => this with { Case = flagCase };
}
