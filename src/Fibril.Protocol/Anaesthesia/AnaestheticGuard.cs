using System.Globalization;

namespace Fibril.Protocol;

/// <summary>Grams, area, weight and time of a numbing cream against its ceilings. Source: knowledge base 4.4.</summary>
public static class AnaestheticGuard
{
    /// <summary>
    /// Checks an amount that is planned (no <see cref="AnaestheticUse.OnAt"/>), or whether needling may start (with it):
    /// then the cream must be off, for long enough on and not too long on. All reasons at once. Source: knowledge base 4.4, R066.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or a time runs backwards.</exception>
    public static AnaestheticCheck Check(AnaestheticProduct product, AnaestheticUse use)
    {
        ThrowIfImpossible(use);
        var strength = use.AmideMgPerGram ?? product.AmideMgPerGram;
        var ceiling = CeilingGrams(product, use, strength);
        var clock = Clock(product, use);
        return new(
            Decision.From([.. AmountReasons(product, use, ceiling), .. PatientReasons(product, use), .. TimeReasons(product, use, clock)]),
            use.Grams * strength,
            use.WeightKg is { } kg ? use.Grams * strength / kg : null,
            ceiling,
            ceiling * strength,
            ceiling is > 0 ? use.Grams / ceiling : null,
            clock,
            product.Assumptions);
    }

    /// <summary>
    /// Two creams on one day share one body: the shares of their ceilings together must not pass 1.
    /// A cream without a ceiling that can be worked out is refused beside another. Source: knowledge base 4.4 (combined amide dose).
    /// </summary>
    public static Decision Together(IReadOnlyCollection<AnaestheticCheck> checks)
    {
        var used = checks.Where(c => c.AppliedMg > 0).ToList();
        if (used.Count < 2)
        {
            return Decision.Allow();
        }

        if (used.Any(c => c.ShareOfCeiling is null))
        {
            return Decision.Refuse(Because("cream-combined-unknown", "Two numbing creams on one day, and the limit of one is not known. Use one cream, or ask a physician."));
        }

        var share = used.Sum(c => c.ShareOfCeiling!.Value);
        return share <= 1
            ? Decision.Allow()
            : Decision.Refuse(Because("cream-combined", $"Together the creams reach {Percent(share)} of their ceilings. Use less, or one cream only."));
    }

    private static void ThrowIfImpossible(AnaestheticUse use)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(use.Grams);
        ArgumentOutOfRangeException.ThrowIfNegative(use.AreaCm2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(use.WeightKg ?? 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(use.AmideMgPerGram ?? 1);
    }

    private static decimal? CeilingGrams(AnaestheticProduct product, AnaestheticUse use, decimal strength)
    {
        if (product.MaxAmideMgPerKg is not null && use.WeightKg is null)
        {
            return null;
        }

        decimal?[] limits =
        [
            product.MaxGrams,
            product.GramsPer10Cm2 * use.AreaCm2 / 10,
            strength > 0 ? product.MaxAmideMgPerKg * use.WeightKg / strength : null,
            strength > 0 ? product.MaxAmideMg / strength : null,
        ];
        return limits.Min();
    }

    private static NumbingReading? Clock(AnaestheticProduct product, AnaestheticUse use) =>
        product.MaxDwellMinutes > 0 && use.OnAt is { } on && (use.OffAt ?? use.NowAt) is { } read ? NumbingClock.Read(product.DwellOn(use.SensitiveSkin), on, read) : null;

    private static IEnumerable<Reason> AmountReasons(AnaestheticProduct product, AnaestheticUse use, decimal? ceiling)
    {
        if (use.Grams > 0 && use.AreaCm2 == 0)
        {
            yield return Because("cream-area-missing", "Enter the area under the cream: the ceiling depends on it.");
        }

        if (use.AreaCm2 > product.MaxAreaCm2)
        {
            yield return Because("cream-area", $"{Number(use.AreaCm2)} cm² is more than the {Number(product.MaxAreaCm2.Value)} cm² this cream may cover. Numb a smaller area.", product);
        }

        if (use.Grams > 0 && product.MaxAmideMgPerKg is not null && use.WeightKg is null)
        {
            yield return Because("weight-missing", "The ceiling of this cream goes by body weight. Enter the weight.", product);
        }

        if (use.Grams > ceiling)
        {
            yield return Because("cream-amount", $"{Number(use.Grams)} g is above the ceiling of {Number(Math.Floor(ceiling.Value * 100) / 100)} g. Use less.", product);
        }
    }

    private static IEnumerable<Reason> PatientReasons(AnaestheticProduct product, AnaestheticUse use)
    {
        if (product.PhysicianOnly && !use.PhysicianOrdered)
        {
            yield return Because("cream-physician-only", "This cream has no label: a physician must order it, with name and reason on record.", product);
        }

        foreach (var fact in product.NotWith.Intersect(use.PatientFacts, StringComparer.Ordinal))
        {
            yield return Because("cream-not-with", $"On record: {fact.Replace('-', ' ')}. This cream is not used then. Choose another, or none up to 0.5 mm.", product);
        }

        if (use.OnNeedledSkin && use.Grams > 0)
        {
            yield return Because("cream-on-needled-skin", "Never put numbing cream on skin that has been needled: it would go straight in.", product);
        }
    }

    private static IEnumerable<Reason> TimeReasons(AnaestheticProduct product, AnaestheticUse use, NumbingReading? clock)
    {
        if (use.OnAt is null || use.Grams == 0)
        {
            yield break;
        }

        if (use.OffAt is null)
        {
            yield return Because("cream-still-on", "The cream is still on. Wipe it off fully and log the time before the first needle.", product);
        }

        var dwell = product.DwellOn(use.SensitiveSkin);
        if (clock?.State == NumbingState.BeforeMinimum)
        {
            yield return Because("cream-too-short", $"{Minutes(clock)} on the skin; this cream needs {dwell.MinMinutes}.", product);
        }

        if (clock?.State == NumbingState.OverMaximum)
        {
            yield return Because("cream-too-long", $"{Minutes(clock)} on the skin; the limit is {dwell.MaxMinutes}. Look for signs of too much and ask a physician before going on.", product);
        }
    }

    private static Reason Because(string code, string sentence, AnaestheticProduct? product = null) =>
        new(code, sentence, product is null ? "default" : product.Sources[0]);

    private static string Minutes(NumbingReading clock) => clock.MinutesOnSkin == 1 ? "1 minute" : $"{clock.MinutesOnSkin} minutes";

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(decimal share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
