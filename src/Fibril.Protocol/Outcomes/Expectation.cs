namespace Fibril.Protocol;

/// <summary>One session of a course, planned or done.</summary>
/// <param name="Day">Days after the first session; the first is 0.</param>
/// <param name="DepthMm">Deepest setting, mm; null = not known.</param>
/// <param name="DensityPerCm2">Holes for each cm²; null = not known.</param>
public sealed record CourseSession(int Day, decimal? DepthMm = null, double? DensityPerCm2 = null);

/// <summary>What an expected course depends on.</summary>
public sealed record ExpectationFacts
{
    /// <summary>Sessions in order of days, at least one.</summary>
    public required IReadOnlyList<CourseSession> Sessions { get; init; }

    /// <summary><c>pen</c>, <c>stamp</c> or <c>roller</c>.</summary>
    public string Device { get; init; } = "pen";

    /// <summary>Thickness of the treated skin, epidermis and dermis, mm; null = not known.</summary>
    public decimal? SkinMm { get; init; }

    /// <summary>Share of narrow deep scars, 0 to 1.</summary>
    public double IcePickShare { get; init; }
}

/// <summary>A point of the expected course: shares of the first score, 0 to 1.</summary>
/// <param name="Day">Days after the first session.</param>
/// <param name="Expected">Middle of the band.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record ExpectedPoint(int Day, double Expected, double Low, double High);

/// <summary>What may be expected, with everything it rests on.</summary>
/// <param name="Indication">Indication id.</param>
/// <param name="Summary">The one paragraph for every patient.</param>
/// <param name="Figures">Figures of studies for this indication.</param>
/// <param name="Curve">Points of the model; empty when it was not fitted to this indication.</param>
/// <param name="Assumptions">What the curve rests on; shown beside it.</param>
/// <param name="Grade">Grade of the curve; null without one.</param>
public sealed record ExpectedCourse(
    string Indication,
    string Summary,
    IReadOnlyList<StudyFigure> Figures,
    IReadOnlyList<ExpectedPoint> Curve,
    IReadOnlyList<string> Assumptions,
    string? Grade);

/// <summary>Expected improvement as ranges: never a target, never a promise. Source: knowledge base 4.5 and 6.5.</summary>
public static class Expectation
{
    private static readonly int[] DaysAfterLast = [0, 30, 60, 90, 180];

    /// <summary>Figures of studies for an indication and, where the model was fitted to it, the curve for these sessions.</summary>
    /// <exception cref="ArgumentException">There is no session, or the days do not rise.</exception>
    public static ExpectedCourse For(ProtocolPack pack, string indication, ExpectationFacts facts)
    {
        ThrowIfImpossible(facts);
        var rules = pack.ExpectationRules;
        var figures = rules.Figures.Where(f => f.Indications.Contains(indication)).ToList();
        if (!rules.Model.Indications.Contains(indication))
        {
            return new(indication, rules.Summary, figures, [], [], null);
        }

        var days = facts.Sessions.Select(s => s.Day).Concat(DaysAfterLast.Select(d => facts.Sessions[^1].Day + d)).Distinct().Order();
        return new(indication, rules.Summary, figures, [.. days.Select(d => At(rules.Model, facts, d))], Assumptions(rules.Model, facts), rules.Model.Grade);
    }

    /// <summary>Sessions with one gap and one setting.</summary>
    public static IReadOnlyList<CourseSession> Evenly(int sessions, int intervalDays, decimal? depthMm = null, double? densityPerCm2 = null) =>
        [.. Enumerable.Range(0, sessions).Select(i => new CourseSession(i * intervalDays, depthMm, densityPerCm2))];

    /// <summary>The model on one day, with its band. Source: knowledge base 6.5.</summary>
    /// <param name="model">The model.</param>
    /// <param name="facts">The course.</param>
    /// <param name="day">Days after the first session.</param>
    public static ExpectedPoint At(DoseResponseModel model, ExpectationFacts facts, int day)
    {
        var dose = facts.Sessions.Select((s, i) => Weight(model, facts, i) * TakenEffect(model, day - s.Day)).Sum();
        var type = 1 - (facts.IcePickShare * (1 - model.IcePickFactor));
        var expected = model.IMax * (1 - Math.Exp(-model.K * dose)) * type;
        var band = model.BandPoints / 100;
        return new(day, expected, Math.Max(0, expected - band), Math.Min(1, expected + band));
    }

    /// <summary>Probability of more than half gain with platelet-rich plasma, from that without. Source: S26.</summary>
    /// <param name="probability">Without plasma, 0 to 1.</param>
    /// <param name="oddsRatio">Odds ratio of the model, or one of its limits.</param>
    public static double ShiftOdds(double probability, double oddsRatio)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        return probability * oddsRatio / (1 - probability + (probability * oddsRatio));
    }

    private static double TakenEffect(DoseResponseModel model, int days) => days <= 0 ? 0 : 1 - Math.Exp(-days / model.TauDays);

    private static double Weight(DoseResponseModel model, ExpectationFacts facts, int index)
    {
        var session = facts.Sessions[index];
        return DepthFactor(model, facts, session.DepthMm) * DensityFactor(model, session.DensityPerCm2) * Math.Min(1, Gap(model, facts, index) / model.FullGapDays);
    }

    // The first session has nothing before it: it takes the gap after it, as in the fit of the weekly course.
    private static double Gap(DoseResponseModel model, ExpectationFacts facts, int index) =>
        facts.Sessions.Count == 1 ? model.FullGapDays
        : index == 0 ? facts.Sessions[1].Day - facts.Sessions[0].Day
        : facts.Sessions[index].Day - facts.Sessions[index - 1].Day;

    private static double DepthFactor(DoseResponseModel model, ExpectationFacts facts, decimal? depthMm)
    {
        if (depthMm is not { } depth || facts.SkinMm is not { } skin)
        {
            return 1;
        }

        var reached = model.Penetration[facts.Device] * (double)depth;
        return Math.Clamp(reached / (model.DepthShareOfSkin * (double)skin), model.DepthFactorMin, 1);
    }

    private static double DensityFactor(DoseResponseModel model, double? density) => density is { } d ? 1 - Math.Exp(-d / model.DensityScalePerCm2) : 1;

    private static IReadOnlyList<string> Assumptions(DoseResponseModel model, ExpectationFacts facts) =>
    [
        .. model.Assumptions,
        facts.SkinMm is not null && facts.Sessions.All(s => s.DepthMm is not null) ? model.AssumptionDepth : model.AssumptionNoDepth,
        facts.Sessions.All(s => s.DensityPerCm2 is not null) ? model.AssumptionDensity : model.AssumptionNoDensity,
    ];

    private static void ThrowIfImpossible(ExpectationFacts facts)
    {
        if (facts.Sessions.Count == 0 || facts.Sessions.Zip(facts.Sessions.Skip(1)).Any(p => p.Second.Day <= p.First.Day))
        {
            throw new ArgumentException("A course has at least one session, and each later session a later day.", nameof(facts));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(facts.IcePickShare, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(facts.IcePickShare, 1);
    }
}
