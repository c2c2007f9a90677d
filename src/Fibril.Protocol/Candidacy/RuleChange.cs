using System.Text.Json;

namespace Fibril.Protocol;

/// <summary>What one clinic makes of one rule: stricter, or switched off. What is not named stays as published.</summary>
public sealed record RuleChange
{
    /// <summary>Rule id.</summary>
    public required string Rule { get; init; }

    /// <summary>True = it still fires and is shown, as a note that stops nothing.</summary>
    public bool Off { get; init; }

    /// <summary>Numbers by name, each in the direction that the rule calls tighter.</summary>
    public IReadOnlyDictionary<string, decimal> Numbers { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Days that a wait of the vocabulary lasts longer, 1 to <see cref="RuleChanges.MostDaysLonger"/>; null = as published.</summary>
    public int? DaysLonger { get; init; }

    /// <summary>Least effect of every outcome: precaution, physician-review or do-not-treat; null = as published.</summary>
    public FindingEffect? Effect { get; init; }

    /// <summary>Who alone may go ahead in spite of it; null = as published.</summary>
    public Overrider? OverridableBy { get; init; }

    /// <summary>Why, in a sentence that every finding of the rule shows.</summary>
    public required string Because { get; init; }
}

/// <summary>All that a clinic changes, as <c>clinic.yaml</c> beside the files of the pack.</summary>
public sealed record ClinicChanges
{
    /// <summary>Name of the file.</summary>
    public const string File = "clinic.yaml";

    /// <summary>At most one for each rule.</summary>
    public required IReadOnlyList<RuleChange> Changes { get; init; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="ProtocolException">It does not fit; the message names the line, and what would be right.</exception>
    public static ClinicChanges Read(string text) => StrictYaml.Read<ClinicChanges>("protocol/" + File, text);

    /// <summary>The file; JSON is YAML. The same changes give the same bytes.</summary>
    public string ToText() => JsonSerializer.Serialize(this with { Changes = [.. Changes.OrderBy(c => c.Rule, StringComparer.Ordinal)] }, ContractJson.Facts);
}

/// <summary>In which direction a number makes its rule stricter.</summary>
public enum Tighter
{
    /// <summary>A greater one.</summary>
    More,

    /// <summary>A smaller one.</summary>
    Less,
}
