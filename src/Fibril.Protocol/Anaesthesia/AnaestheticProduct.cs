namespace Fibril.Protocol;

/// <summary>One topical anaesthetic of the pack: dwell, ceilings and who must not have it. Source: knowledge base 4.4.</summary>
public sealed record AnaestheticProduct
{
    /// <summary>Id of the vocabulary, such as <c>lidocaine-prilocaine</c>; <c>none</c> is one of them.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people, with strengths.</summary>
    public required string Name { get; init; }

    /// <summary>Anaesthetic substances in it, as allergy ids.</summary>
    public required IReadOnlyList<string> Contains { get; init; }

    /// <summary>False for a compounded cream: no regulator saw its leaflet.</summary>
    public required bool Labelled { get; init; }

    /// <summary>True when only a physician may order it.</summary>
    public required bool PhysicianOnly { get; init; }

    /// <summary>How long it stays on ordinary skin.</summary>
    public required Dwell Dwell { get; init; }

    /// <summary>How long it stays on skin with atopic dermatitis, now or before; null when the label makes no difference.</summary>
    public Dwell? SensitiveSkinDwell { get; init; }

    /// <summary>Longest time the label allows, minutes; the working limit in <see cref="Dwell"/> may be shorter. Null: not on file.</summary>
    public int? LabelMaxMinutes { get; init; }

    /// <summary>Most grams on 10 cm²; null when no label figure is on file.</summary>
    public required decimal? GramsPer10Cm2 { get; init; }

    /// <summary>Grams on 10 cm² in the usual layer; null when not on file.</summary>
    public required decimal? UsualGramsPer10Cm2 { get; init; }

    /// <summary>Most grams in one visit; null when no label figure is on file.</summary>
    public required decimal? MaxGrams { get; init; }

    /// <summary>Largest area in one visit, cm²; null when no label figure is on file.</summary>
    public required decimal? MaxAreaCm2 { get; init; }

    /// <summary>Milligrams of amide anaesthetic in one gram of cream.</summary>
    public required decimal AmideMgPerGram { get; init; }

    /// <summary>Ceiling of amide, mg for each kg of body weight, counted as if all were taken up; null when the label limits by area.</summary>
    public required decimal? MaxAmideMgPerKg { get; init; }

    /// <summary>Ceiling of amide in one visit, mg, whatever the weight; null when the label limits by area.</summary>
    public required decimal? MaxAmideMg { get; init; }

    /// <summary>Other limits, in words.</summary>
    public required string Limits { get; init; }

    /// <summary>Condition and allergy ids of the vocabulary with which it is not used.</summary>
    public required IReadOnlyList<string> NotWith { get; init; }

    /// <summary>What the ceilings rest on; shown wherever a ceiling is shown.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>Grade of the knowledge base: L, G, T, C, X, U or D.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids of the knowledge base; <c>default</c> for a default without a source.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Shortest time on ordinary skin before the first needle, minutes.</summary>
    public int MinDwellMinutes => Dwell.MinMinutes;

    /// <summary>Longest time on ordinary skin, minutes; that minute itself is still allowed.</summary>
    public int MaxDwellMinutes => Dwell.MaxMinutes;

    /// <summary>The dwell that holds for this skin.</summary>
    /// <param name="sensitiveSkin">The patient has or had atopic dermatitis.</param>
    public Dwell DwellOn(bool sensitiveSkin) => sensitiveSkin ? SensitiveSkinDwell ?? Dwell : Dwell;
}

/// <summary>Minutes on the skin: works from, warn from, at most.</summary>
public sealed record Dwell
{
    /// <summary>From this minute on needling may start.</summary>
    public required int MinMinutes { get; init; }

    /// <summary>From this minute on the clock shows amber: the end is near.</summary>
    public required int AmberMinutes { get; init; }

    /// <summary>The last minute on the skin.</summary>
    public required int MaxMinutes { get; init; }
}
