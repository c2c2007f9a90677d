namespace Fibril.Protocol;

/// <summary>One case on one day: what the conditions of the rules ask of it. Each rule is judged once.</summary>
internal sealed partial class Assessment(ProtocolPack pack, CaseFile file)
{
    private readonly Dictionary<string, IReadOnlyList<Firing>> judged = new(StringComparer.Ordinal);

    /// <summary>The knowledge.</summary>
    public ProtocolPack Pack => pack;

    /// <summary>The facts.</summary>
    public CaseFile File => file;

    /// <summary>The plan.</summary>
    public PlanFacts Plan => file.Plan;

    /// <summary>The day everything is judged on.</summary>
    public DateOnly Day { get; } = file.Plan.SessionDate ?? file.On;

    /// <summary>Ids of the zones asked, in order.</summary>
    public IReadOnlyList<string> Asked { get; } = [.. file.Plan.Zones.Select(z => z.Zone)];

    /// <summary>True when a part of the face is asked.</summary>
    public bool AsksFace => Asked.Any(z => pack.Zone(z).IsFace);

    /// <summary>Phototype IV to VI.</summary>
    public bool DarkSkin => file.Patient.Phototype >= 4;

    /// <summary>Brown marks recorded, now or ever.</summary>
    public bool Pih => Own("pih").Any();

    /// <summary>All firings of a rule. A rule that cannot be judged fires as a physician's review, never silently.</summary>
    public IReadOnlyList<Firing> Judge(string ruleId)
    {
        if (!judged.TryGetValue(ruleId, out var firings))
        {
            judged[ruleId] = firings = JudgeOnce(ruleId);
        }

        return firings;
    }

    private IReadOnlyList<Firing> JudgeOnce(string ruleId)
    {
        try
        {
            return [.. RuleConditions.Of(ruleId)(this, pack.Rule(ruleId))];
        }
        catch (ProtocolException e)
        {
            return [new($"Rule {ruleId} could not be judged: {e.Message}", null) { Case = RuleOutcome.NotJudged.Case }];
        }
    }

    /// <summary>True when the rule fires anywhere.</summary>
    public bool Fires(string ruleId) => Judge(ruleId).Count > 0;

    /// <summary>True when the rule fires in the zone.</summary>
    public bool FiresIn(string ruleId, string zone) => Judge(ruleId).Any(f => f.Zones is null || f.Zones.Contains(zone));

    /// <summary>True when the rule leaves no asked zone out.</summary>
    public bool CoversPlan(string ruleId) => Asked.All(zone => FiresIn(ruleId, zone));

    /// <summary>The day a date counts as.</summary>
    public DateOnly? DayOf(PartialDate? date) => date?.DayAsOf(file.On);

    /// <summary>Asked zones that a fact at these sites touches; no sites = all.</summary>
    public IReadOnlyList<string> Touched(IReadOnlyList<string>? sites) => [.. Asked.Where(zone => pack.Touches(sites, zone))];
}
