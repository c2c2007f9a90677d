using Fibril.Protocol;

namespace Fibril.Practice.Protocols.Proof;

/// <summary>A case that the solver found, as a case file that the real engine can decide.</summary>
internal sealed class Witness(ProtocolPack pack, Symbols symbols, Found found)
{
    /// <summary>
    /// What is asked of a case besides, so that the engine sees it as the logic does: plain months, the least of the waits that
    /// the logic leaves open, a screen that was done, and a woman, whom every question is asked.
    /// </summary>
    public static string Plain(Symbols symbols) => Smt.And(
        new[] { symbols.PlainMonths, Equal(symbols, "|least-interval|", 7), Equal(symbols, new Instance(FactKind.Procedure, "needling").Of("gap"), 7), Equal(symbols, "|sex|", (int)Sex.Female), NotDone(symbols) });

    public CaseFile Case() => new()
    {
        On = Symbols.On,
        Jurisdiction = "GB-ENG",
        Patient = new()
        {
            BirthDate = found.Day("|birth|") ?? new(1990, 1, 1),
            Sex = (Sex)(found.Whole("|sex|") ?? 0),
            Phototype = found.Flag("|phototype known|") ? found.Whole("|phototype|") : null,
        },
        Plan = Plan(),
        Conditions = [.. Present(FactKind.Condition, pack.Conditions).Select(Condition), .. Present(FactKind.FamilyCondition, pack.Conditions).Select(Condition)],
        Medicines = [.. Present(FactKind.Medicine, pack.Medicines).Select(Medicine)],
        Products = [.. Present(FactKind.Product, pack.Products).Select(Product)],
        Procedures = [.. Present(FactKind.Procedure, pack.Procedures).Select(Procedure)],
        Allergies = [.. Present(FactKind.Allergy, pack.Allergies).Select(i => new AllergyFact { Id = i.Id })],
        Measurements = [.. Present(FactKind.Measurement, pack.MeasurementsKinds).Select(Measurement)],
        Exposures = There(new(FactKind.Exposure, "")) ? Exposure(new(FactKind.Exposure, "")) : null,
        Screening = Screening(),
        Pregnancy = There(new(FactKind.Pregnancy, "")) ? Pregnancy(new(FactKind.Pregnancy, "")) : null,
        Breastfeeding = There(new(FactKind.Pregnancy, "")) ? Breastfeeding(new(FactKind.Pregnancy, "")) : null,
        Unanswered = [.. pack.Questions.Where(IsOpen).Select(q => q.Id)],
        AnsweredNo = [.. pack.Questions.Where(q => !IsOpen(q)).Select(q => q.Id)],
    };

    private PlanFacts Plan() => new()
    {
        SessionDate = found.Day(symbols.Day),
        Device = (DeviceKind)(found.Whole("|device|") ?? 0),
        Energy = (Energy)(found.Whole("|energy|") ?? 0),
        DeviceLabel = (DeviceLabel)(found.Whole("|label|") ?? 2),
        NeedleMaterial = (NeedleMaterial)(found.Whole("|needles|") ?? 0),
        Zones = [new() { Zone = Zone, DepthMm = found.Number(symbols.Depth) ?? 1m, Indication = pack.Indications[found.Whole("|indication|") ?? 0].Id, ScarTypes = new() { IcePick = Number(Instance.Case, "ice-pick") } }],
        Anaesthetic = found.Flag(Instance.Case.Of("without-anaesthetic")) ? "none" : "lidocaine-4",
        Topicals = [.. Present(FactKind.Topical, pack.Topicals).Select(i => i.Id)],
        Sessions = found.Flag("|sessions known|") ? found.Whole("|sessions|") : null,
        IntervalDays = found.Flag("|interval known|") ? found.Whole("|interval|") : null,
    };

    private string Zone => symbols.Zones[found.Whole(symbols.Zone) ?? 0];

    private ConditionFact Condition(Instance i)
    {
        var active = Flag(i, "active");
        return new()
        {
            Id = i.Id,
            Status = i.Kind == FactKind.FamilyCondition ? ConditionStatus.Family : active ? ConditionStatus.Active : ConditionStatus.History,
            Zones = Sites(i),
            HealedOn = active ? null : Day(i, "healed"),
            TreatmentEndedOn = Day(i, "treatment-ended"),
            Onset = Day(i, "onset"),
            StableSince = Day(i, "stable-since"),
            AttacksPerYear = (int?)Number(i, "attacks-per-year"),
            Lesions = Flag(i, "counted") ? new() { Papules = Count(i, "papules"), Pustules = Count(i, "pustules"), Nodules = Count(i, "nodules"), Cysts = Count(i, "cysts") } : null,
            Controlled = Flag(i, "uncontrolled") ? false : null,
            ClearanceLetter = Flag(i, "clearance-letter"),
            Complications = [.. Complications.Where(c => Flag(i, c.Name)).Select(c => c.Value)],
        };
    }

    private MedicineFact Medicine(Instance i) => new()
    {
        Id = i.Id,
        Taking = Flag(i, "taking"),
        Prescribed = Flag(i, "prescribed"),
        LastTaken = Flag(i, "taking") ? null : found.Day(i.Of("last-taken")) is { } last ? last : Symbols.On,
        PlannedLast = Day(i, "planned")?.LastDay,
        StartedOn = Day(i, "started"),
        DoseMgPerDay = Number(i, "mg-per-day"),
        Indication = found.Flag(Symbols.Known(i.Of("taken-for"))) ? (MedicineIndication)found.Whole(i.Of("taken-for"))! : null,
        ConfirmedTaken = Flag(i, "confirmed"),
    };

    private ProductFact Product(Instance i) =>
        new() { Id = i.Id, LastUsed = found.Day(i.Of("last-used")) ?? new DateOnly(2020, 1, 1), Zones = Sites(i), HealedOn = Day(i, "healed") };

    private ProcedureFact Procedure(Instance i) =>
        new() { Id = i.Id, On = Day(i, "done"), HealedOn = Day(i, "healed"), Zones = Sites(i), DepthMm = 0.3m, SurgeonLetter = Flag(i, "surgeon-letter") };

    private MeasurementFact Measurement(Instance i) => new() { Id = i.Id, Value = found.Number(i.Of("value")) ?? 0, On = found.Day(i.Of("on")) ?? Symbols.On };

    private ExposureFacts Exposure(Instance i) => new()
    {
        LastUv = Day(i, "last-sun"),
        Tan = Flag(i, "tan"),
        UvZones = Where("in-sun"),
        Sunburn = Flag(i, "sunburn") ? new() { ResolvedOn = Day(i, "sunburn-gone"), Zones = Where("in-sunburn") } : null,
        LastSelfTan = Day(i, "last-self-tan"),
        SelfTanZones = Where("in-self-tan"),
        LastAlcohol = Day(i, "last-alcohol"),
    };

    private ScreeningFacts? Screening()
    {
        var i = new Instance(FactKind.Screening, "");
        var check = Instance.Case.Of("lesion-check");
        return new()
        {
            Bdd = There(i) && found.Flag(Symbols.Known(i.Of("bdd"))) ? (BddResult)found.Whole(i.Of("bdd"))! : null,
            RepeatedDissatisfaction = There(i) && Flag(i, "dissatisfied"),
            MinimalDefect = There(i) && Flag(i, "minimal-defect"),
            LesionCheck = found.Flag(Symbols.Known(check)) ? (LesionCheck)found.Whole(check)! : null,
        };
    }

    private PregnancyFacts Pregnancy(Instance i) =>
        new() { Status = found.Flag(Symbols.Known(i.Of("pregnancy"))) ? (PregnancyStatus)found.Whole(i.Of("pregnancy"))! : null, EndedOn = Day(i, "pregnancy-ended") };

    private BreastfeedingFacts Breastfeeding(Instance i) =>
        new() { Status = found.Flag(Symbols.Known(i.Of("breastfeeding"))) ? (BreastfeedingStatus)found.Whole(i.Of("breastfeeding"))! : null, EndedOn = Day(i, "breastfeeding-ended") };

    private static readonly (string Name, DiabetesComplication Value)[] Complications =
    [
        ("ketosis", DiabetesComplication.Ketosis), ("foot-ulcer", DiabetesComplication.FootUlcer),
        ("nerve-damage", DiabetesComplication.Neuropathy), ("vessel-damage", DiabetesComplication.Vasculopathy),
    ];

    private IEnumerable<Instance> Present(FactKind kind, IEnumerable<VocabularyEntry> words) =>
        words.Select(w => new Instance(kind, w.Id)).Where(There);

    private bool There(Instance i) => found.Flag(i.Of("there"));

    private bool IsOpen(Question question) => There(new(FactKind.Question, question.Id));

    private bool Flag(Instance i, string name) => found.Flag(i.Of(name));

    private int Count(Instance i, string name) => found.Whole(i.Of(name)) ?? 0;

    private decimal? Number(Instance i, string name) => found.Flag(Symbols.Known(i.Of(name))) ? found.Number(i.Of(name)) : null;

    private PartialDate? Day(Instance i, string name) =>
        found.Flag(Symbols.Known(i.Of(name))) && found.Day(i.Of(name)) is { } day ? day : null;

    private IReadOnlyList<string> Sites(Instance i) => Flag(i, "touches") ? [Zone] : ["elsewhere"];

    private IReadOnlyList<string> Where(string name) => found.Flag(Instance.Case.Of(name)) ? [Zone] : ["elsewhere"];

    private static string Equal(Symbols symbols, string name, int value) => symbols.Knows(name) ? $"(= {name} {value})" : "true";

    private static string NotDone(Symbols symbols)
    {
        var bdd = new Instance(FactKind.Screening, "").Of("bdd");
        return symbols.Knows(bdd) ? $"(not (= {bdd} {(int)BddResult.NotDone}))" : "true";
    }
}
