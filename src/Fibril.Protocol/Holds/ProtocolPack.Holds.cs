using YamlDotNet.Serialization;

namespace Fibril.Protocol;

/// <content>The holds, as long as the clinic has the rules behind them.</content>
public sealed partial class ProtocolPack
{
    /// <summary>Holds before and after a session, undated. Source: knowledge base 2.3 and 3.</summary>
    public HoldRules HoldRules => (HoldRules)sections.GetOrAdd("holds#own", _ => OwnHolds(Section<HoldRules>("holds.yaml")));

    private HoldRules OwnHolds(HoldRules published) =>
        CheckedChanges().Count == 0 ? published : published with { Holds = [.. published.Holds.Select(Own)] };

    /// <summary>As many days more as the rules wait that judge what the hold covers; none before the session when all of them are off.</summary>
    private HoldRule Own(HoldRule hold)
    {
        var named = Products.Concat<VocabularyEntry>(Procedures).Concat(Medicines).Where(w => hold.Covers.Contains(w.Id)).SelectMany(w => w.Rules).Append(hold.Id).ToHashSet(StringComparer.Ordinal);
        var judging = PublishedRules().Where(r => named.Contains(r.Id)).ToList();
        var changed = judging.Join(Changes, r => r.Id, c => c.Rule, (r, c) => (Rule: r, Change: c)).ToList();
        return changed.Count(c => c.Change.Off) is > 0 and var off && off == judging.Count(r => RuleChanges.MayChange(r))
            ? hold with { BeforeDays = null, BeforeDaysDarkerSkin = null, BeforeDaysDeep = null, BeforeMonths = null }
            : hold with { DaysLonger = changed.Select(c => RuleChanges.DaysLonger(c.Rule, c.Change)).DefaultIfEmpty(0).Max() };
    }
}

/// <summary>The holds as data.</summary>
public sealed record HoldRules
{
    /// <summary>The one sentence a patient hears about a prescribed medicine. Source: rule M-RX.</summary>
    public required string PrescriberText { get; init; }

    /// <summary>The holds in order.</summary>
    public required IReadOnlyList<HoldRule> Holds { get; init; }
}

/// <summary>Whether something counts as prescribed when nobody has said.</summary>
public enum PrescribedWhen
{
    /// <summary>Nobody prescribes it.</summary>
    Never,

    /// <summary>Only when somebody said so.</summary>
    WhenSaid,

    /// <summary>Until somebody said that it is not.</summary>
    UnlessSaid,

    /// <summary>Whatever is said.</summary>
    Always,
}

/// <summary>One hold, undated.</summary>
public sealed record HoldRule
{
    /// <summary>Rule id.</summary>
    public required string Id { get; init; }

    /// <summary>Rule id when it is prescribed; null = the same.</summary>
    public string? PrescribedId { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Ids of the vocabulary it covers.</summary>
    public required IReadOnlyList<string> Covers { get; init; }

    /// <summary>Shown to everybody.</summary>
    public bool Standing { get; init; }

    /// <summary>Who may pause it when it is not prescribed.</summary>
    public required HoldWho Who { get; init; }

    /// <summary>Whether it counts as prescribed.</summary>
    public required PrescribedWhen Prescribed { get; init; }

    /// <summary>Days free of it before the session.</summary>
    public int? BeforeDays { get; init; }

    /// <summary>The same for phototype IV to VI or an unknown phototype.</summary>
    public int? BeforeDaysDarkerSkin { get; init; }

    /// <summary>The same when the session goes deeper than 1.0 mm.</summary>
    public int? BeforeDaysDeep { get; init; }

    /// <summary>Calendar months free of it before the session.</summary>
    public int? BeforeMonths { get; init; }

    /// <summary>Days until it may start again.</summary>
    public int? AfterDays { get; init; }

    /// <summary>The same for phototype IV to VI or an unknown phototype.</summary>
    public int? AfterDaysDarkerSkin { get; init; }

    /// <summary>The date after moves as in the aftercare sheet (deeper than 1.5 mm, phototype IV to VI).</summary>
    public bool AfterLaterWhenDeep { get; init; }

    /// <summary>Starting again needs skin without redness and peeling besides.</summary>
    public bool QuietSkinAfter { get; init; }

    /// <summary>For the patient; null for what only a prescriber may pause.</summary>
    public string? Text { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Days that the clinic adds before the session.</summary>
    [YamlIgnore]
    public int DaysLonger { get; init; }
}
