namespace Fibril.Protocol;

/// <summary>The expected course as data. Source: knowledge base 5.3, 6.1, 6.2; contract triage 3.</summary>
public sealed record HealingRules
{
    /// <summary>Above this depth, mm, the row before the day's own is the expected one.</summary>
    public required decimal DeeperThanMm { get; init; }

    /// <summary>The rows in order of days.</summary>
    public required IReadOnlyList<HealingDay> Days { get; init; }

    /// <summary>Visible days by depth.</summary>
    public required IReadOnlyList<Downtime> Downtime { get; init; }

    /// <summary>Grade of <see cref="Downtime"/>.</summary>
    public required string DowntimeGrade { get; init; }

    /// <summary>Sources of <see cref="Downtime"/>.</summary>
    public required IReadOnlyList<string> DowntimeSources { get; init; }

    /// <summary>Phases of healing.</summary>
    public required IReadOnlyList<HealingPhase> Phases { get; init; }

    /// <summary>How long the channels stay open.</summary>
    public required ChannelTimes Channels { get; init; }
}

/// <summary>What is expected on some days, each 0 none to 3 severe, highest value that is still expected.</summary>
public sealed record HealingDay
{
    /// <summary>Name of the row: <c>2</c>, <c>4-5</c>, <c>31 and later</c>.</summary>
    public required string Days { get; init; }

    /// <summary>First day of the row.</summary>
    public required int FromDay { get; init; }

    /// <summary>Redness, 0 to 3.</summary>
    public required int Redness { get; init; }

    /// <summary>Swelling, 0 to 3.</summary>
    public required int Swelling { get; init; }

    /// <summary>Pain, 0 to 3: 1 = NRS 1–3, 2 = NRS 4–6, 3 = NRS 7–10.</summary>
    public required int Pain { get; init; }

    /// <summary>Itch, 0 to 3.</summary>
    public required int Itch { get; init; }

    /// <summary>What else is normal.</summary>
    public required IReadOnlyList<string> Other { get; init; }

    /// <summary>What is not normal at this time.</summary>
    public required IReadOnlyList<string> NotNormal { get; init; }

    /// <summary>One sentence for the patient.</summary>
    public required string Text { get; init; }
}

/// <summary>Days in which the treatment can be seen, by depth.</summary>
public sealed record Downtime
{
    /// <summary>Up to this depth, mm; null for everything deeper.</summary>
    public required decimal? UpToMm { get; init; }

    /// <summary>Shortest usual time, days.</summary>
    public required int FromDays { get; init; }

    /// <summary>Longest usual time, days.</summary>
    public required int ToDays { get; init; }
}

/// <summary>A phase of healing, in days after the session.</summary>
public sealed record HealingPhase
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>First day.</summary>
    public required int FromDay { get; init; }

    /// <summary>Last day.</summary>
    public required int ToDay { get; init; }

    /// <summary>What happens.</summary>
    public required string Content { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>Hours until the channels are closing and closed. Source: knowledge base 5.3.</summary>
public sealed record ChannelTimes
{
    /// <summary>Open until this hour.</summary>
    public required int OpenHours { get; init; }

    /// <summary>Closing until this hour, closed afterwards.</summary>
    public required int ClosingHours { get; init; }

    /// <summary>Open until this hour on covered skin, phototype V or VI, or after more than 1.5 mm.</summary>
    public required int OpenHoursLonger { get; init; }

    /// <summary>Closing until this hour in those cases.</summary>
    public required int ClosingHoursLonger { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>Whether something put on the skin now goes in.</summary>
public enum ChannelState
{
    /// <summary>Only sterile products of the allow-list.</summary>
    Open,

    /// <summary>Bland leave-on products and mineral sunscreen.</summary>
    Closing,

    /// <summary>Actives by the aftercare sheet.</summary>
    Closed,
}

/// <summary>What is normal, and when. Source: knowledge base 6.2; contract triage 3.</summary>
public static class Healing
{
    /// <summary>
    /// What is normal so many days after the session. With a deepest setting above 1.5 mm the row before the day's own counts
    /// (the first row stays), but what is <em>not</em> normal is always the day's own.
    /// </summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="day">Whole days since the last needle contact; ask for day + 1 to say what is normal tomorrow.</param>
    /// <param name="deepestMm">Deepest setting of the session, mm.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is negative.</exception>
    public static HealingDay NormalOn(ProtocolPack pack, int day, decimal deepestMm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        var rules = pack.HealingRules;
        var own = rules.Days.Count(d => d.FromDay <= day) - 1;
        var counted = deepestMm > rules.DeeperThanMm ? Math.Max(0, own - 1) : own;
        return rules.Days[counted] with { NotNormal = rules.Days[own].NotNormal };
    }

    /// <summary>Days in which the treatment can usually be seen, by the deepest setting. Weak figures; show as "about".</summary>
    public static Downtime DowntimeOf(ProtocolPack pack, decimal deepestMm) =>
        pack.HealingRules.Downtime.First(d => d.UpToMm is null || deepestMm <= d.UpToMm);

    /// <summary>State of the channels so long after the last needle contact. Source: knowledge base 5.3 (default).</summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="since">Time since the last needle contact.</param>
    /// <param name="deepestMm">Deepest setting, mm.</param>
    /// <param name="phototype">1 to 6; null takes the longer times.</param>
    /// <param name="covered">The skin is under a film, bandage or tight cloth.</param>
    public static ChannelState Channels(ProtocolPack pack, TimeSpan since, decimal deepestMm, int? phototype, bool covered = false)
    {
        var times = pack.HealingRules.Channels;
        var longer = covered || phototype is null or >= 5 || deepestMm > pack.HealingRules.DeeperThanMm;
        var (open, closing) = longer ? (times.OpenHoursLonger, times.ClosingHoursLonger) : (times.OpenHours, times.ClosingHours);
        return since.TotalHours < open ? ChannelState.Open : since.TotalHours < closing ? ChannelState.Closing : ChannelState.Closed;
    }
}
