namespace Fibril.Protocol;

/// <content>Facts by id and by the rule they feed.</content>
internal sealed partial class Assessment
{
    /// <summary>Conditions of the patient that feed a rule; not those of relatives.</summary>
    public IEnumerable<Recorded<ConditionFact>> OwnFor(Rule rule) =>
        Recorded("conditions", file.Conditions)
            .Where(c => c.Fact.Status != ConditionStatus.Family && pack.Condition(c.Fact.Id).Rules.Contains(rule.Id));

    /// <summary>Conditions of the patient with one of these ids.</summary>
    public IEnumerable<Recorded<ConditionFact>> Own(params string[] ids) =>
        Recorded("conditions", file.Conditions).Where(c => c.Fact.Status != ConditionStatus.Family && ids.Contains(c.Fact.Id));

    /// <summary>Conditions of a blood relative.</summary>
    public IEnumerable<Recorded<ConditionFact>> InFamily(string id) =>
        Recorded("conditions", file.Conditions).Where(c => c.Fact.Status == ConditionStatus.Family && c.Fact.Id == id);

    /// <summary>Medicines that feed a rule.</summary>
    public IEnumerable<Recorded<MedicineFact>> MedicinesFor(Rule rule) =>
        Medicines.Where(m => pack.Medicine(m.Fact.Id).Rules.Contains(rule.Id));

    /// <summary>All medicines.</summary>
    public IEnumerable<Recorded<MedicineFact>> Medicines => Recorded("medicines", file.Medicines);

    /// <summary>Products that feed a rule.</summary>
    public IEnumerable<Recorded<ProductFact>> ProductsFor(Rule rule) =>
        Recorded("products", file.Products).Where(p => pack.Product(p.Fact.Id).Rules.Contains(rule.Id));

    /// <summary>Procedures that feed a rule.</summary>
    public IEnumerable<Recorded<ProcedureFact>> ProceduresFor(Rule rule) =>
        Recorded("procedures", file.Procedures).Where(p => pack.Procedure(p.Fact.Id).Rules.Contains(rule.Id));

    /// <summary>Allergies that feed a rule.</summary>
    public IEnumerable<Recorded<AllergyFact>> AllergiesFor(Rule rule) =>
        Recorded("allergies", file.Allergies).Where(a => pack.Allergy(a.Fact.Id).Rules.Contains(rule.Id));

    /// <summary>Zones of the plan with their place.</summary>
    public IEnumerable<Recorded<PlannedZone>> PlannedZones => Recorded("plan/zones", file.Plan.Zones);

    /// <summary>Depth asked in a zone, in millimetres.</summary>
    public decimal DepthIn(string zone) => file.Plan.Zones.First(z => z.Zone == zone).DepthMm;

    /// <summary>Measurements of these ids on the latest day any of them was taken; several when that day has several.</summary>
    public IReadOnlyList<Recorded<MeasurementFact>> Latest(params string[] ids)
    {
        var all = Recorded("measurements", file.Measurements).Where(m => ids.Contains(m.Fact.Id)).ToList();
        var last = all.Count == 0 ? default : all.Max(m => m.Fact.On);
        return [.. all.Where(m => m.Fact.On == last)];
    }

    private static IEnumerable<Recorded<T>> Recorded<T>(string key, IReadOnlyList<T>? list) =>
        (list ?? []).Select((fact, index) => new Recorded<T>(fact, $"/{key}/{index}"));
}
