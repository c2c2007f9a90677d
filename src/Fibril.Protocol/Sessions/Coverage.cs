namespace Fibril.Protocol;

/// <summary>Where a density lies.</summary>
public enum CoverageLevel
{
    /// <summary>Below the usual range.</summary>
    Below,

    /// <summary>In the usual range.</summary>
    Usual,

    /// <summary>Above the usual range.</summary>
    Above,

    /// <summary>Far above: a warning.</summary>
    Warn,

    /// <summary>A clinician must confirm.</summary>
    Block,
}

/// <summary>An estimate of coverage with its band.</summary>
/// <param name="PerCm2">Holes for each cm².</param>
/// <param name="LowPerCm2">Lower end of the band.</param>
/// <param name="HighPerCm2">Upper end of the band.</param>
/// <param name="Level">Where the middle lies.</param>
/// <param name="NeverHitShare">Expected share of square millimetres without a hole, 0 to 1.</param>
/// <param name="NearestMm">Mean distance to the nearest hole, mm; null without holes.</param>
/// <param name="OpenShareLow">Share of the surface that is open with narrow holes, at the low end.</param>
/// <param name="OpenShareHigh">The same with wide holes, at the high end.</param>
/// <param name="Assumptions">What it rests on; shown beside it.</param>
public sealed record CoverageEstimate(
    double PerCm2,
    double LowPerCm2,
    double HighPerCm2,
    CoverageLevel Level,
    double NeverHitShare,
    double? NearestMm,
    double OpenShareLow,
    double OpenShareHigh,
    IReadOnlyList<string> Assumptions);

/// <summary>How even several zones are.</summary>
/// <param name="Ratio">Densest over thinnest; null when a zone has no holes or there are fewer than two.</param>
/// <param name="IsEven">The ratio is within the threshold.</param>
public sealed record CoverageUniformity(double? Ratio, bool IsEven);

/// <summary>Needle-coverage formulas. Source: knowledge base 5.2, by number.</summary>
public static class Coverage
{
    /// <summary>Formula 1: holes for each cm² of one roller pass. The needle length widens the rolled circle.</summary>
    /// <param name="needles">Needles on the drum.</param>
    /// <param name="drumCm">Diameter of the drum, cm.</param>
    /// <param name="widthCm">Width of the drum, cm.</param>
    /// <param name="needleMm">Needle length, mm; 0 leaves it out.</param>
    public static double RollerPerPass(int needles, double drumCm, double widthCm, double needleMm = 0)
    {
        ThrowUnlessPositive(needles, drumCm, widthCm);
        return needles / (Math.PI * (drumCm + (2 * needleMm / 10)) * widthCm);
    }

    /// <summary>Formula 2: holes for each cm² from the time the pen touched the skin.</summary>
    /// <param name="needles">Needles in the tip.</param>
    /// <param name="frequencyHz">Strokes a second.</param>
    /// <param name="contactSeconds">Seconds of contact.</param>
    /// <param name="areaCm2">Area, cm².</param>
    public static double PenByTime(int needles, double frequencyHz, double contactSeconds, double areaCm2)
    {
        ThrowUnlessPositive(needles, frequencyHz, areaCm2);
        ArgumentOutOfRangeException.ThrowIfNegative(contactSeconds);
        return needles * frequencyHz * contactSeconds / areaCm2;
    }

    /// <summary>Formula 3: holes for each cm² of one pen pass from its speed.</summary>
    /// <param name="needles">Needles in the tip.</param>
    /// <param name="frequencyHz">Strokes a second.</param>
    /// <param name="speedCmPerSecond">Glide speed, cm/s.</param>
    /// <param name="tipWidthCm">Width of the tip, cm.</param>
    public static double PenPerPass(int needles, double frequencyHz, double speedCmPerSecond, double tipWidthCm)
    {
        ThrowUnlessPositive(needles, frequencyHz, speedCmPerSecond, tipWidthCm);
        return needles * frequencyHz / (speedCmPerSecond * tipWidthCm);
    }

    /// <summary>Formula 4: distance between strokes along the glide, mm.</summary>
    public static double SpacingMm(double speedCmPerSecond, double frequencyHz)
    {
        ThrowUnlessPositive(speedCmPerSecond, frequencyHz);
        return speedCmPerSecond * 10 / frequencyHz;
    }

    /// <summary>Formula 5: expected share of square millimetres that are never hit, random placement.</summary>
    public static double NeverHitShare(double perCm2) => Math.Exp(-perCm2 / 100);

    /// <summary>Formula 6: share of the surface that is open.</summary>
    /// <param name="perCm2">Holes for each cm².</param>
    /// <param name="holeMicrometres">Width of a hole, µm.</param>
    public static double OpenShare(double perCm2, double holeMicrometres)
    {
        var holeCm = holeMicrometres / 10_000;
        return 1 - Math.Exp(-perCm2 * Math.PI / 4 * holeCm * holeCm);
    }

    /// <summary>Formula 7: mean distance to the nearest hole, mm; null without holes.</summary>
    public static double? NearestMm(double perCm2) => perCm2 > 0 ? 0.5 / Math.Sqrt(perCm2 / 100) : null;

    /// <summary>Whole passes needed to reach a density.</summary>
    public static int PassesFor(double targetPerCm2, double perPass)
    {
        ThrowUnlessPositive(perPass);
        return (int)Math.Ceiling(targetPerCm2 / perPass);
    }

    /// <summary>A density with its band, its level and what follows from it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The density is negative.</exception>
    public static CoverageEstimate Estimate(ProtocolPack pack, double perCm2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(perCm2);
        var rules = pack.CoverageRules;
        var (low, high) = (perCm2 * (1 - rules.Tolerance), perCm2 * (1 + rules.Tolerance));
        return new(
            perCm2, low, high, Level(rules, perCm2), NeverHitShare(perCm2), NearestMm(perCm2),
            OpenShare(low, rules.HoleMicrometres), OpenShare(high, rules.HoleMicrometresWide), rules.Assumptions);
    }

    /// <summary>Above the block threshold a clinician must confirm; a warning shows in <see cref="CoverageEstimate.Level"/> and refuses nothing.</summary>
    public static Decision Check(ProtocolPack pack, double perCm2)
    {
        var rules = pack.CoverageRules;
        return Level(rules, perCm2) == CoverageLevel.Block
            ? Decision.Refuse(new Reason("coverage-block", $"About {perCm2:0} holes on a square centimetre, above {rules.BlockAbove:0}: a clinician must confirm.", "default"))
            : Decision.Allow();
    }

    /// <summary>How even the zones of one session are.</summary>
    public static CoverageUniformity Uniformity(ProtocolPack pack, IReadOnlyCollection<double> perCm2)
    {
        if (perCm2.Count < 2)
        {
            return new(null, true);
        }

        var ratio = perCm2.Min() > 0 ? perCm2.Max() / perCm2.Min() : (double?)null;
        return new(ratio, ratio <= pack.CoverageRules.UniformityRatio || perCm2.Max() == 0);
    }

    private static CoverageLevel Level(CoverageRules rules, double perCm2) => perCm2 switch
    {
        var d when d > rules.BlockAbove => CoverageLevel.Block,
        var d when d > rules.WarnAbove => CoverageLevel.Warn,
        var d when d > rules.TargetTo => CoverageLevel.Above,
        var d when d >= rules.TargetFrom => CoverageLevel.Usual,
        _ => CoverageLevel.Below,
    };

    private static void ThrowUnlessPositive(params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        }
    }
}
