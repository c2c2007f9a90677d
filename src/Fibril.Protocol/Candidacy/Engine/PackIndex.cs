using System.Collections.Frozen;

namespace Fibril.Protocol;

/// <summary>A pack made ready for deciding, once: words by id, places as bits, rules compiled and in the order of judging.</summary>
internal sealed partial class PackIndex
{
    /// <summary>Most zones a pack may have, and a plan may ask.</summary>
    public const int MostZones = 64;

    private readonly FrozenDictionary<string, ZoneEntry> zones;
    private readonly FrozenDictionary<string, ulong> places;
    private readonly FrozenDictionary<string, string> placeNames;
    private readonly Dictionary<string, CompiledRule> rules;

    /// <exception cref="ProtocolException">A rule cannot be judged; the message names the file, the rule, and what would be right.</exception>
    public PackIndex(ProtocolPack pack)
    {
        Pack = pack;
        Stamp = ProtocolStamp.Of(pack);
        Intervals = pack.Intervals;
        if (pack.Zones.Count > MostZones)
        {
            throw new ProtocolException($"protocol/zones.yaml: has {pack.Zones.Count} zones; {MostZones} at most.");
        }

        zones = pack.Zones.Index().ToFrozenDictionary(z => z.Item.Id, z => new ZoneEntry(z.Item, z.Index), StringComparer.Ordinal);
        places = pack.Zones.Select(z => z.Id).Concat(pack.Sites.Select(s => s.Id)).ToFrozenDictionary(id => id, TouchedBy, StringComparer.Ordinal);
        placeNames = places.Keys.ToFrozenDictionary(id => id, id => pack.SiteName(id).ToLowerInvariant(), StringComparer.Ordinal);
        (Conditions, Medicines, Products) = (new(pack.Conditions), new(pack.Medicines), new(pack.Products));
        (Procedures, Allergies, Measurements, Topicals) = (new(pack.Procedures), new(pack.Allergies), new(pack.MeasurementsKinds), new(pack.Topicals));
        (Indications, Questions) = (new(pack.Indications), new(pack));
        ReadAnswers();
        rules = pack.Rules.ToDictionary(r => r.Id, r => new CompiledRule(r), StringComparer.Ordinal);
        LimitingRules = [.. pack.Rules.Where(r => r.LimitsDepth is not null).Select(r => r.Id)];
        Ordered = RuleCompiler.Compile(this, rules);
        Limiting = [.. Ordered.Where(r => r.LimitMm is not null)];
        Repeating = [.. Ordered.Where(r => r.Clauses.Any(c => c.Repeated.Length > 0))];
        (Antithrombotic, LeftOutDays) = (Rule("C13").Repeats, pack.Rule("C13").Whole("leftOutDays"));
        ReadCandidates();
    }

    public ProtocolPack Pack { get; }

    public ProtocolStamp Stamp { get; }

    public Intervals Intervals { get; }

    public Entries<ConditionEntry> Conditions { get; }

    public Entries<MedicineEntry> Medicines { get; }

    public Entries<ProductEntry> Products { get; }

    public Entries<ProcedureEntry> Procedures { get; }

    public Entries<AllergyEntry> Allergies { get; }

    public Entries<MeasurementEntry> Measurements { get; }

    public Entries<TopicalEntry> Topicals { get; }

    public Entries<IndicationEntry> Indications { get; }

    public QuestionIndex Questions { get; }

    /// <summary>Rules in the order of judging.</summary>
    public CompiledRule[] Ordered { get; }

    /// <summary>Rules that limit the depth.</summary>
    public CompiledRule[] Limiting { get; }

    /// <summary>Their ids.</summary>
    public IReadOnlyList<string> LimitingRules { get; }

    /// <summary>Rules that repeat the firings of others.</summary>
    public CompiledRule[] Repeating { get; }

    /// <summary>Rules on blood thinners: those that the rule on blood thinners repeats.</summary>
    public RuleSet Antithrombotic { get; }

    /// <summary>A last dose within these days may have been left out for the visit.</summary>
    public int LeftOutDays { get; }

    /// <exception cref="ProtocolException">The pack has no such zone.</exception>
    public ZoneEntry Zone(string id) => zones.TryGetValue(id, out var zone) ? zone : throw new ProtocolException($"protocol/zones.yaml: has no '{id}'.");

    /// <exception cref="ProtocolException">The pack has no such rule.</exception>
    public CompiledRule Rule(string id) =>
        rules.TryGetValue(id, out var rule) ? rule : throw new ProtocolException($"there is no rule '{id}'{Spelling.Hint(id, rules.Keys)}.");

    /// <summary>Name of a place as inside a sentence.</summary>
    public string PlaceName(string id) => placeNames.GetValueOrDefault(id, id);

    /// <summary>Zones of the pack that a fact at this place touches.</summary>
    /// <exception cref="ProtocolException">The pack has no such place.</exception>
    public ulong PlacesTouchedBy(string site) =>
        places.TryGetValue(site, out var zones) ? zones : throw new ProtocolException($"protocol/vocabulary/sites.yaml: has no '{site}'.");

    /// <exception cref="ProtocolException">The pack has no such measurement.</exception>
    public MeasurementIndex Measurement(string id)
    {
        var entry = Measurements[id];
        return new(entry.Index, [.. Measurements.All.Select(e => GroupOf(e) == GroupOf(entry))]);
    }

    /// <summary>Which words a clause means.</summary>
    /// <exception cref="ProtocolException">An id is not known, or the kind has none.</exception>
    public bool[] Ids(FactKind kind, Rule rule, IReadOnlyList<string> of) => kind switch
    {
        FactKind.Condition or FactKind.FamilyCondition => Conditions.Wanted(rule, of),
        FactKind.Medicine => Medicines.Wanted(rule, of),
        FactKind.Product => Products.Wanted(rule, of),
        FactKind.Procedure => Procedures.Wanted(rule, of),
        FactKind.Allergy => Allergies.Wanted(rule, of),
        FactKind.Measurement => Measurements.Wanted(rule, of),
        FactKind.Topical => Topicals.Wanted(rule, of.Count == 0 ? [Protocol.Rule.Every] : of),
        _ when of.Count > 0 => throw new ProtocolException($"'of' means nothing for each {ContractJson.Word(kind)}; remove it."),
        _ => [],
    };

    private static string GroupOf(Entry<MeasurementEntry> entry) => entry.Value.SameAs ?? entry.Value.Id;

    private ulong TouchedBy(string site) => zones.Values.Where(zone => Pack.Touches([site], zone.Zone.Id)).Aggregate(0UL, (bits, zone) => bits | zone.Bit);
}
