namespace Fibril.Protocol;

/// <summary>What is on the skin, or is about to be.</summary>
public sealed record AnaestheticUse
{
    /// <summary>Grams of cream, zero or more.</summary>
    public required decimal Grams { get; init; }

    /// <summary>Area under the cream, cm², above zero when there are grams.</summary>
    public required decimal AreaCm2 { get; init; }

    /// <summary>Body weight, kg; null when not known.</summary>
    public decimal? WeightKg { get; init; }

    /// <summary>Cream on, UTC; null while only the amount is being planned.</summary>
    public DateTime? OnAt { get; init; }

    /// <summary>Cream wiped off, UTC; null while it is on.</summary>
    public DateTime? OffAt { get; init; }

    /// <summary>The instant at which the question is asked, UTC; needed while the cream is on.</summary>
    public DateTime? NowAt { get; init; }

    /// <summary>Atopic dermatitis, now or before.</summary>
    public bool SensitiveSkin { get; init; }

    /// <summary>Strength on the jar of a compounded cream, mg amide in one gram; null takes the assumption of the pack.</summary>
    public decimal? AmideMgPerGram { get; init; }

    /// <summary>A physician has ordered it.</summary>
    public bool PhysicianOrdered { get; init; }

    /// <summary>The skin has already been needled today.</summary>
    public bool OnNeedledSkin { get; init; }

    /// <summary>Condition and allergy ids of the patient, of the vocabulary.</summary>
    public IReadOnlyCollection<string> PatientFacts { get; init; } = [];
}

/// <summary>The answer of the guard: may it be so, and the numbers behind the answer.</summary>
/// <param name="Decision">Allowed, or every reason against it.</param>
/// <param name="AppliedMg">Milligrams of amide on the skin.</param>
/// <param name="AppliedMgPerKg">The same for each kilogram; null when the weight is not known.</param>
/// <param name="CeilingGrams">Most grams that would pass; null when no limit is on file or it cannot be worked out.</param>
/// <param name="CeilingMg">The same in milligrams of amide.</param>
/// <param name="ShareOfCeiling">Applied grams over ceiling grams: 1 is the ceiling; null without a ceiling.</param>
/// <param name="Clock">The numbing clock; null while nothing is on the skin.</param>
/// <param name="Assumptions">What the numbers rest on; belongs beside them wherever they are shown.</param>
public sealed record AnaestheticCheck(
    Decision Decision,
    decimal AppliedMg,
    decimal? AppliedMgPerKg,
    decimal? CeilingGrams,
    decimal? CeilingMg,
    decimal? ShareOfCeiling,
    NumbingReading? Clock,
    IReadOnlyList<string> Assumptions);
