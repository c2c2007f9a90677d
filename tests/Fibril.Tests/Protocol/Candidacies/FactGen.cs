using CsCheck;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>Random cases: any fact of the vocabulary, dated around the boundaries of the holds.</summary>
internal static class FactGen
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;
    private static readonly DateOnly On = new(2026, 6, 10);

    private static readonly Gen<PartialDate> Past = Gen.OneOf(Gen.Int[0, 45], Gen.Int[80, 95], Gen.Int[175, 190], Gen.Int[355, 375], Gen.Int[1800, 1840])
        .Select(days => new PartialDate(On.AddDays(-days)));

    private static readonly Gen<IReadOnlyList<string>?> Sites =
        Gen.OneOf<IReadOnlyList<string>?>(null, ["cheek"], ["face"], ["chin", "back"], ["chest"], ["scalp"], ["foot"], ["whole-body"], ["jawline"]);

    public static readonly Gen<ConditionFact> Condition =
        from entry in Gen.OneOf(Pack.Conditions.ToArray())
        from status in Gen.Frequency((5, ConditionStatus.Active), (5, ConditionStatus.History), (1, ConditionStatus.Family))
        from sites in Sites
        from day in Past
        from count in Gen.Int[0, 7]
        from flag in Gen.Bool
        select new ConditionFact
        {
            Id = entry.Id,
            Status = status == ConditionStatus.Family && entry.Id != "keloid" ? ConditionStatus.Active : status,
            Zones = sites,
            Onset = entry.Needs.Count > 0 ? day : null,
            HealedOn = entry.HistoryNeeds.Contains("healedOn") && status == ConditionStatus.History ? day : null,
            StableSince = entry.Id == "vitiligo" && (flag || status == ConditionStatus.History) ? day : null,
            AttacksPerYear = entry.Id == "herpes-orofacial" ? count : null,
            Lesions = entry.Id == "acne" && flag ? new() { Papules = count, Comedones = 3 } : null,
            ClearanceLetter = entry.Id == "skin-cancer" ? flag : null,
            Controlled = entry.Id.StartsWith("hepatitis", StringComparison.Ordinal) ? flag : null,
        };

    public static readonly Gen<MedicineFact> Medicine =
        from entry in Gen.OneOf(Pack.Medicines.ToArray())
        from taking in Gen.Bool
        from prescribed in Gen.Bool
        from day in Past
        from ahead in Gen.Int[-10, 30]
        from planned in Gen.Bool
        select new MedicineFact
        {
            Id = entry.Id, Taking = taking, Prescribed = prescribed, LastTaken = taking ? null : day,
            PlannedLast = taking && planned ? On.AddDays(ahead) : null, StartedOn = prescribed ? new PartialDate(On.AddDays(-400)) : null,
        };

    public static readonly Gen<ProductFact> Product =
        from entry in Gen.OneOf(Pack.Products.ToArray())
        from day in Past
        from sites in Sites
        select new ProductFact { Id = entry.Id, LastUsed = day, Zones = sites };

    public static readonly Gen<ProcedureFact> Procedure =
        from entry in Gen.OneOf(Pack.Procedures.ToArray())
        from day in Past
        from sites in Sites
        from depth in Gen.Int[1, 25]
        select new ProcedureFact { Id = entry.Id, On = day, Zones = sites, DepthMm = entry.Id == "needling" ? depth / 10m : null };

    private static readonly Gen<PlannedZone> Zone =
        from zone in Gen.OneOf(Pack.Zones.ToArray())
        from depth in Gen.Int[1, 35]
        from indication in Gen.OneOf(Pack.Indications.ToArray())
        select new PlannedZone { Zone = zone.Id, DepthMm = depth / 10m, Indication = indication.Id };

    /// <summary>A person with every question answered, so that a fact never answers an open question.</summary>
    public static readonly Gen<CaseFile> Case =
        from zones in Zone.List[1, 3]
        from conditions in Condition.List[0, 4]
        from medicines in Medicine.List[0, 3]
        from products in Product.List[0, 2]
        from procedures in Procedure.List[0, 3]
        from allergies in Gen.OneOf(Pack.Allergies.ToArray()).List[0, 2]
        from type in Gen.Int[1, 6]
        from ahead in Gen.Int[0, 20]
        select Cases.With() with
        {
            Patient = new() { BirthDate = new(1985, 5, 5), Sex = Sex.Female, Phototype = type },
            Plan = Cases.With().Plan with { Zones = [.. zones.DistinctBy(z => z.Zone)], SessionDate = On.AddDays(ahead) },
            Conditions = conditions,
            Medicines = medicines,
            Products = products,
            Procedures = procedures,
            Allergies = [.. allergies.Select(a => new AllergyFact { Id = a.Id })],
        };
}
