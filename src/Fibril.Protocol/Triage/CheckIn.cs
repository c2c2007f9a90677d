using System.Text.Json;

namespace Fibril.Protocol;

/// <summary>Who reports.</summary>
public enum Reporter
{
    /// <summary>The patient.</summary>
    Patient,

    /// <summary>Somebody who cares for the patient.</summary>
    Carer,

    /// <summary>Who needled.</summary>
    Operator,

    /// <summary>A clinician.</summary>
    Clinician,
}

/// <summary>Whether the antiviral is taken.</summary>
public enum AntiviralStatus
{
    /// <summary>None was prescribed.</summary>
    NotPrescribed,

    /// <summary>Taken.</summary>
    Taking,

    /// <summary>Prescribed and not taken.</summary>
    NotTaken,
}

/// <summary>Where a sign is going; read by no flag.</summary>
public enum SignTrend
{
    /// <summary>Better.</summary>
    Better,

    /// <summary>The same.</summary>
    Same,

    /// <summary>Worse.</summary>
    Worse,

    /// <summary>New.</summary>
    New,
}

/// <summary>What is reported after a session (<c>fibril.checkin/1</c>). A sign that is not listed was asked and is absent.</summary>
public sealed record CheckIn
{
    /// <summary>Name and version of the contract.</summary>
    public const string ContractId = "fibril.checkin/1";

    /// <summary>Always <see cref="ContractId"/>.</summary>
    public string Contract { get; init; } = ContractId;

    /// <summary>Id of the check-in.</summary>
    public string? Id { get; init; }

    /// <summary>Title for people.</summary>
    public string? Title { get; init; }

    /// <summary>Whole days since the last needle contact, 0 to 3650; 0 also before the first needle.</summary>
    public required int Day { get; init; }

    /// <summary>Who reports.</summary>
    public Reporter? Reporter { get; init; }

    /// <summary>Phototype 1 to 6; null = not known.</summary>
    public int? Phototype { get; init; }

    /// <summary>Zones that were needled.</summary>
    public IReadOnlyList<NeedledZone>? Zones { get; init; }

    /// <summary>The numbing cream that was used.</summary>
    public UsedAnaesthetic? Anaesthetic { get; init; }

    /// <summary>What was put on the skin.</summary>
    public IReadOnlyList<string>? Topicals { get; init; }

    /// <summary>What the patient had before.</summary>
    public CheckInHistory? History { get; init; }

    /// <summary>Whether the antiviral is taken.</summary>
    public AntiviralStatus? Antiviral { get; init; }

    /// <summary>Signs that are there, each once.</summary>
    public required IReadOnlyList<SignReport> Signs { get; init; }

    /// <summary>Free text; never read by the engine, always shown to a person.</summary>
    public string? Text { get; init; }

    /// <summary>The check-in in the contract's shape.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ContractJson.Facts);
}

/// <summary>A zone that was needled.</summary>
/// <param name="Zone">Zone id.</param>
/// <param name="DepthMm">Deepest depth, in millimetres.</param>
public sealed record NeedledZone(string Zone, decimal DepthMm);

/// <summary>A numbing cream that was used.</summary>
public sealed record UsedAnaesthetic
{
    /// <summary>Anaesthetic id; <c>none</c> = no cream.</summary>
    public required string Product { get; init; }

    /// <summary>Still on the skin.</summary>
    public bool? StillOn { get; init; }

    /// <summary>Minutes since it was put on.</summary>
    public int? MinutesSinceApplied { get; init; }
}

/// <summary>What the patient had before.</summary>
public sealed record CheckInHistory
{
    /// <summary>Cold sores.</summary>
    public bool? ColdSores { get; init; }

    /// <summary>Eczema.</summary>
    public bool? Eczema { get; init; }
}

/// <summary>One sign that is there.</summary>
public sealed record SignReport
{
    /// <summary>Sign id.</summary>
    public required string Id { get; init; }

    /// <summary>1 mild, 2 moderate, 3 severe.</summary>
    public required int Severity { get; init; }

    /// <summary>Where it is going.</summary>
    public SignTrend? Trend { get; init; }

    /// <summary>Bleeding: minutes with pressure.</summary>
    public int? Minutes { get; init; }

    /// <summary>Where it is.</summary>
    public IReadOnlyList<string>? Zones { get; init; }
}
