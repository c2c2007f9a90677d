using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Fibril.Protocol;

/// <content>The closed vocabulary of facts.</content>
public sealed partial class ProtocolPack
{
    private readonly ConcurrentDictionary<string, object> indexes = new(StringComparer.Ordinal);

    /// <summary>Zones in the order of the body, face first.</summary>
    public IReadOnlyList<Zone> Zones => Section<List<Zone>>("zones.yaml");

    /// <summary>Places where a fact may lie besides the zones.</summary>
    public IReadOnlyList<Site> Sites => Section<List<Site>>("vocabulary/sites.yaml");

    /// <summary>What the treatment may be for.</summary>
    public IReadOnlyList<IndicationEntry> Indications => Section<List<IndicationEntry>>("vocabulary/indications.yaml");

    /// <summary>Conditions of skin and person.</summary>
    public IReadOnlyList<ConditionEntry> Conditions => Section<List<ConditionEntry>>("vocabulary/conditions.yaml");

    /// <summary>Medicines, with who may pause each.</summary>
    public IReadOnlyList<MedicineEntry> Medicines => Section<List<MedicineEntry>>("vocabulary/medicines.yaml");

    /// <summary>Products on the skin, with their holds.</summary>
    public IReadOnlyList<ProductEntry> Products => Section<List<ProductEntry>>("vocabulary/products.yaml");

    /// <summary>Earlier procedures, with their holds.</summary>
    public IReadOnlyList<ProcedureEntry> Procedures => Section<List<ProcedureEntry>>("vocabulary/procedures.yaml");

    /// <summary>Allergies.</summary>
    public IReadOnlyList<AllergyEntry> Allergies => Section<List<AllergyEntry>>("vocabulary/allergies.yaml");

    /// <summary>Measurements, with units.</summary>
    public IReadOnlyList<MeasurementEntry> MeasurementsKinds => Section<List<MeasurementEntry>>("vocabulary/measurements.yaml");

    /// <summary>What may lie on the skin during needling, allowed or not.</summary>
    public IReadOnlyList<TopicalEntry> Topicals => Section<List<TopicalEntry>>("vocabulary/topicals.yaml");

    /// <summary>Ids a plan may name as anaesthetic; <c>none</c> = no topical anaesthetic planned.</summary>
    public IReadOnlyList<string> AnaestheticIds => Section<List<string>>("vocabulary/anaesthetic-ids.yaml");

    /// <summary>Gap table between two needlings of one zone.</summary>
    public Intervals Intervals => Section<Intervals>("intervals.yaml");

    /// <summary>One zone.</summary>
    /// <exception cref="ProtocolException">The pack has no such zone.</exception>
    public Zone Zone(string id) => Find(Zones, z => z.Id, id, "zones.yaml");

    /// <summary>Name of a zone or site for people.</summary>
    /// <exception cref="ProtocolException">The pack has no such place.</exception>
    public string SiteName(string id) =>
        Zones.FirstOrDefault(z => z.Id == id)?.Name ?? Find(Sites, s => s.Id, id, "vocabulary/sites.yaml").Name;

    /// <summary>One condition.</summary>
    /// <exception cref="ProtocolException">The pack has no such condition.</exception>
    public ConditionEntry Condition(string id) => Find(Conditions, e => e.Id, id, "vocabulary/conditions.yaml");

    /// <summary>One medicine.</summary>
    /// <exception cref="ProtocolException">The pack has no such medicine.</exception>
    public MedicineEntry Medicine(string id) => Find(Medicines, e => e.Id, id, "vocabulary/medicines.yaml");

    /// <summary>One product.</summary>
    /// <exception cref="ProtocolException">The pack has no such product.</exception>
    public ProductEntry Product(string id) => Find(Products, e => e.Id, id, "vocabulary/products.yaml");

    /// <summary>One procedure.</summary>
    /// <exception cref="ProtocolException">The pack has no such procedure.</exception>
    public ProcedureEntry Procedure(string id) => Find(Procedures, e => e.Id, id, "vocabulary/procedures.yaml");

    /// <summary>One allergy.</summary>
    /// <exception cref="ProtocolException">The pack has no such allergy.</exception>
    public AllergyEntry Allergy(string id) => Find(Allergies, e => e.Id, id, "vocabulary/allergies.yaml");

    /// <summary>One topical.</summary>
    /// <exception cref="ProtocolException">The pack has no such topical.</exception>
    public TopicalEntry Topical(string id) => Find(Topicals, e => e.Id, id, "vocabulary/topicals.yaml");

    [SuppressMessage("Performance", "CA1859", Justification = "The pack hands out read-only lists.")]
    private T Find<T>(IReadOnlyList<T> list, Func<T, string> idOf, string id, string file) where T : class
    {
        var byId = (Dictionary<string, T>)indexes.GetOrAdd(
            file,
            static (_, of) => of.list.ToDictionary(of.idOf, StringComparer.Ordinal),
            (list, idOf));
        return byId.TryGetValue(id, out var entry) ? entry : throw new ProtocolException($"protocol/{file}: has no '{id}'.");
    }
}
