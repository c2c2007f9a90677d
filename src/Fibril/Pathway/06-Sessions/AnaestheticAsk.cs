using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>A numbing cream as the command line describes it; null = not given.</summary>
/// <param name="Also">Other creams of the day, each product:grams:area, a compounded one product:grams:area:mg-per-gram.</param>
internal sealed record AnaestheticAsk(string Product, decimal? Grams, decimal? AreaCm2, IReadOnlyList<string> Also)
{
    // The guard counts minutes between instants; which instants does not matter.
    private static readonly DateTime AnyInstant = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public decimal? WeightKg { get; init; }

    public decimal? DwellMinutes { get; init; }

    public bool IsStillOn { get; init; }

    public decimal? AmideMgPerGram { get; init; }

    public IReadOnlyList<string> Has { get; init; } = [];

    public bool IsOrdered { get; init; }

    public bool HasEczema { get; init; }

    public bool IsNeedled { get; init; }

    /// <summary>What is missing or unknown; empty when the guard can answer.</summary>
    public IEnumerable<string> Problems(ProtocolPack pack)
    {
        if (pack.Anaesthetics.All(a => a.Id != Product))
        {
            yield return $"PRODUCT: \"{Product}\" is not known; there are {Ids(pack)}.";
        }

        if (Grams is null)
        {
            yield return "--grams: is missing; give the grams of cream, such as 15.";
        }

        if (AreaCm2 is null)
        {
            yield return "--area: is missing; give the area under the cream in cm2, such as 120.";
        }

        if (pack.Anaesthetics.FirstOrDefault(a => a.Id == Product) is { } product && StrengthProblem(product, AmideMgPerGram) is { } strength)
        {
            yield return $"--mg-per-gram: {strength}";
        }

        if (IsStillOn && DwellMinutes is null)
        {
            yield return "--still-on: give --dwell too, the minutes that it has been on.";
        }

        foreach (var fact in Has.Where(h => pack.Conditions.All(c => c.Id != h) && pack.Allergies.All(a => a.Id != h)))
        {
            yield return $"--has: \"{fact}\" is no condition or allergy of the vocabulary; a cream asks for {string.Join(", ", pack.Anaesthetics.SelectMany(a => a.NotWith).Distinct().Order(StringComparer.Ordinal))}.";
        }

        foreach (var other in Also.Where(a => Other(pack, a) is null))
        {
            yield return $"--also: \"{other}\" is not product:grams:area, such as lidocaine-4:5:30, or with the strength of its jar in mg/g behind, such as compounded:1:20:100; products are {Ids(pack)}.";
        }
    }

    /// <summary>The use that the guard judges.</summary>
    public AnaestheticUse Use => new()
    {
        Grams = Grams ?? 0,
        AreaCm2 = AreaCm2 ?? 0,
        WeightKg = WeightKg,
        OnAt = DwellMinutes is null ? null : AnyInstant,
        OffAt = DwellMinutes is { } minutes && !IsStillOn ? AnyInstant.AddMinutes((double)minutes) : null,
        NowAt = DwellMinutes is { } so ? AnyInstant.AddMinutes((double)so) : null,
        SensitiveSkin = HasEczema,
        AmideMgPerGram = AmideMgPerGram,
        PhysicianOrdered = IsOrdered,
        OnNeedledSkin = IsNeedled,
        PatientFacts = [.. Has],
    };

    /// <summary>The other creams, each with the same person.</summary>
    public IEnumerable<(AnaestheticProduct Product, AnaestheticUse Use)> Others(ProtocolPack pack) =>
        Also.Select(a => Other(pack, a)!.Value).Select(o => (o.Product, Use with { Grams = o.Grams, AreaCm2 = o.Area, OnAt = null, OffAt = null, AmideMgPerGram = o.Strength }));

    /// <summary>A label is never contradicted. A jar whose strength is not given counts with the protocol's assumption, which the answer names.</summary>
    private static string? StrengthProblem(AnaestheticProduct product, decimal? mgPerGram) => (product.Labelled, mgPerGram) switch
    {
        (_, null) => null,
        (true, _) => $"is not asked; {product.Id} has {product.AmideMgPerGram:0.##} on its label.",
        (false, { } given) => CreamStrength.IsPossible(given) ? null : CreamStrength.OutOfBounds(given),
    };

    private static (AnaestheticProduct Product, decimal Grams, decimal Area, decimal? Strength)? Other(ProtocolPack pack, string text) =>
        text.Split(':') is [var id, var grams, var area, .. var jar] && jar.Length < 2
        && pack.Anaesthetics.FirstOrDefault(a => a.Id == id) is { } product
        && CliValues.TryNumber(grams, out var g) && g is >= 0 and <= 500
        && CliValues.TryNumber(area, out var cm2) && cm2 is >= 0 and <= 20_000
        && Strength(jar) is var (isNumber, strength) && isNumber && StrengthProblem(product, strength) is null
            ? (product, g, cm2, strength)
            : null;

    private static (bool IsNumber, decimal? Value) Strength(string[] jar) =>
        jar.Length == 0 ? (true, null) : CliValues.TryNumber(jar[0], out var given) ? (true, given) : (false, null);

    private static string Ids(ProtocolPack pack) => string.Join(", ", pack.Anaesthetics.Select(a => a.Id));
}
