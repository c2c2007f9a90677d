namespace Fibril.Protocol;

/// <summary>The signs, and what they mean when no flag takes them.</summary>
public sealed record SignTable
{
    /// <summary>Evidence behind comparing a sign with its day.</summary>
    public required EvidenceNote NDay { get; init; }

    /// <summary>When bleeding is no longer expected.</summary>
    public required BleedingLimit Bleeding { get; init; }

    /// <summary>From this day on any swelling above the expected needs a look within 72 hours.</summary>
    public required int NewSwellingFromDay { get; init; }

    /// <summary>All signs.</summary>
    public required IReadOnlyList<Sign> Signs { get; init; }
}

/// <summary>Grade and sources of a number.</summary>
public sealed record EvidenceNote
{
    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }
}

/// <summary>When bleeding is no longer expected (R045).</summary>
public sealed record BleedingLimit
{
    /// <summary>Minutes with pressure on the day of the session that are still expected.</summary>
    public required int Minutes { get; init; }

    /// <summary>Level beyond.</summary>
    public required TriageLevel Level { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }
}

/// <summary>A sign that may be reported.</summary>
public sealed record Sign
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for staff.</summary>
    public required string Name { get; init; }

    /// <summary>As the patient says it.</summary>
    public required string Patient { get; init; }

    /// <summary>True when it is compared with what is expected on the day.</summary>
    public bool ByTable { get; init; }

    /// <summary>Its level when no flag took it, by day; no window = expected.</summary>
    public IReadOnlyList<SignWindow> WhenNoFlag { get; init; } = [];
}

/// <summary>Days on which a sign has a level.</summary>
public sealed record SignWindow
{
    /// <summary>First day; null = from the start.</summary>
    public int? FromDay { get; init; }

    /// <summary>First day no longer; null = for ever.</summary>
    public int? BeforeDay { get; init; }

    /// <summary>The level.</summary>
    public required TriageLevel Level { get; init; }

    /// <summary>True on the days of the window.</summary>
    public bool Holds(int day) => (FromDay is null || day >= FromDay) && (BeforeDay is null || day < BeforeDay);
}

/// <summary>A red flag: texts, actions, evidence. When it fires is code under its id.</summary>
public sealed record RedFlag
{
    /// <summary>F1 to F16.</summary>
    public required string Id { get; init; }

    /// <summary>What is likely behind it.</summary>
    public required string Likely { get; init; }

    /// <summary>Action ids, first things first.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Days and severities it works with, by name.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; init; } = new Dictionary<string, int>();

    /// <summary>What it may say; most flags say one thing.</summary>
    public required IReadOnlyList<RedFlagCase> Cases { get; init; }

    /// <summary>A number of this flag.</summary>
    /// <exception cref="ProtocolException">The pack does not give it.</exception>
    public int Number(string name) =>
        Numbers.TryGetValue(name, out var number) ? number : throw new ProtocolException($"Flag {Id} has no number '{name}'.");

    /// <summary>One case of this flag.</summary>
    /// <exception cref="ProtocolException">The pack does not give it.</exception>
    public RedFlagCase CaseOf(string name) =>
        Cases.FirstOrDefault(c => c.Case == name) ?? throw new ProtocolException($"Flag {Id} has no case '{name}'.");
}

/// <summary>What a flag says in one case.</summary>
public sealed record RedFlagCase
{
    /// <summary>Name of the case.</summary>
    public string Case { get; init; } = RuleOutcome.Only;

    /// <summary>How soon somebody must act.</summary>
    public required TriageLevel Level { get; init; }

    /// <summary>Why, for staff.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do, for the patient.</summary>
    public required string Patient { get; init; }
}

/// <summary>An action of triage.</summary>
public sealed record TriageAction
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for staff.</summary>
    public required string Name { get; init; }
}

/// <summary>A level in words.</summary>
public sealed record TriageLevelWords
{
    /// <summary>The level.</summary>
    public required TriageLevel Level { get; init; }

    /// <summary>Name for staff.</summary>
    public required string Name { get; init; }

    /// <summary>What it means for the patient.</summary>
    public required string Patient { get; init; }
}
