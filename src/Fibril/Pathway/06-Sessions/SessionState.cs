using Fibril.Practice.Staff;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>Everything that the rules of one session look at, at one moment.</summary>
public sealed record SessionState
{
    public required Session Session { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>Does a valid consent stand today?</summary>
    public required Decision Consent { get; init; }

    /// <summary>Does the decision on the health facts let the session begin today, overrides counted?</summary>
    public required Decision Candidacy { get; init; }

    public required IReadOnlyList<GateItem> Gate { get; init; }

    /// <summary>Who acts; null for somebody who is no longer staff.</summary>
    public required StaffMember? Operator { get; init; }

    /// <summary>The operator's own limits; null when none are recorded.</summary>
    public StaffLimits? Limits { get; init; }

    /// <summary>Who supervises the operator; null without one.</summary>
    public StaffMember? Supervisor { get; init; }

    /// <summary>The anaesthetic on the skin or planned; "none" without.</summary>
    public required AnaestheticProduct Anaesthetic { get; init; }

    /// <summary>Skin with atopic dermatitis has a shorter dwell.</summary>
    public bool SensitiveSkin { get; init; }

    public decimal? WeightKg { get; init; }

    /// <summary>Condition and allergy ids of the person.</summary>
    public IReadOnlyCollection<string> PatientFacts { get; init; } = [];

    /// <summary>May each lot in use still be used; recalled, quarantined or expired ones refuse.</summary>
    public IReadOnlyList<Decision> Lots { get; init; } = [];

    /// <summary>Deepest planned setting, mm.</summary>
    public decimal PlannedDepthMm { get; init; }

    /// <summary>Zone ids of the plan.</summary>
    public IReadOnlyCollection<string> PlannedZones { get; init; } = [];

    /// <summary>Indications of the plan.</summary>
    public IReadOnlyCollection<string> Indications { get; init; } = [];

    public bool IsPhysician => Operator?.Profession is { } profession && CreamOrderRules.Orders(profession);

    public bool WithCream => Anaesthetic.Id != "none";

    /// <summary>The guard over what is on the skin now; null before the cream.</summary>
    public AnaestheticCheck? Cream => Session is { Cream: { } cream, CreamOnAt: { } on }
        ? AnaestheticGuard.Check(Anaesthetic, Use(cream) with { OnAt = on, OffAt = Session.CreamOffAt, NowAt = Now })
        : null;

    /// <summary>The guard over a cream that is about to be put on.</summary>
    public AnaestheticCheck Plan(AnaestheticProduct product, NumbingCream cream) => AnaestheticGuard.Check(product, Use(cream));

    private AnaestheticUse Use(NumbingCream cream) => new()
    {
        Grams = cream.Grams,
        AreaCm2 = cream.AreaCm2,
        AmideMgPerGram = cream.AmideMgPerGram,
        WeightKg = WeightKg,
        SensitiveSkin = SensitiveSkin,
        PatientFacts = PatientFacts,
        PhysicianOrdered = cream.Order is not null,
    };
}
