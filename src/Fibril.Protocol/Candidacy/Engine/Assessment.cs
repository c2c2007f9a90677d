namespace Fibril.Protocol;

/// <summary>
/// One case on one day: what the conditions of the rules ask of it. One for each thread, filled anew for each decision, so
/// that a decision allocates its result and nothing else.
/// </summary>
internal sealed partial class Assessment
{
    private readonly List<Firing> firings = [];
    private readonly int[] first = new int[RuleSet.Most];
    private readonly int[] count = new int[RuleSet.Most];
    private RuleSet fired;
    private RuleSet candidates;

    /// <summary>The knowledge.</summary>
    public PackIndex Index { get; private set; } = null!;

    /// <summary>The facts.</summary>
    public CaseFile File { get; private set; } = null!;

    /// <summary>The plan.</summary>
    public PlanFacts Plan => File.Plan;

    /// <summary>The day everything is judged on.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The day of the assessment.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Everything that fired, in the order of judging.</summary>
    public List<Firing> Firings => firings;

    /// <summary>The day a date counts as.</summary>
    public DateOnly? DayOf(PartialDate? date) => date?.DayAsOf(On);

    /// <summary>True when the rule fires anywhere.</summary>
    public bool Fires(CompiledRule rule) => fired.Has(rule.Index);

    /// <summary>True when the rule fires in the zone.</summary>
    public bool FiresIn(CompiledRule rule, int zone) => (ZonesOf(rule) >> zone & 1) != 0;

    /// <summary>True when the rule leaves no asked zone out.</summary>
    public bool CoversPlan(CompiledRule rule) => ZonesOf(rule) == AskedMask;

    /// <summary>Judges every rule that has anything to fire on.</summary>
    /// <exception cref="ProtocolException">The plan has a zone that the pack does not know.</exception>
    public void Judge(PackIndex index, CaseFile file)
    {
        (Index, File, On, Day) = (index, file, file.On, file.Plan.SessionDate ?? file.On);
        (fired, candidates, answered) = (default, index.Always, 0);
        ReadZones();
        ReadFacts();
        foreach (var rule in index.Repeating)
        {
            if (candidates.Meets(rule.Repeats))
            {
                candidates.Add(rule.Index);
            }
        }

        for (var part = 0; part < 4; part++)
        {
            for (var bits = candidates.Part(part); bits != 0; bits &= bits - 1)
            {
                Judge(index.Ordered[(part << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits)]);
            }
        }
    }

    /// <summary>Forgets the case and what fired; words of the vocabulary stay until the next one.</summary>
    public void Forget()
    {
        firings.Clear();
        File = null!;
    }

    /// <summary>A rule that cannot be judged fires as a physician's review, never silently.</summary>
    private void Judge(CompiledRule rule)
    {
        var before = firings.Count;
        try
        {
            foreach (var clause in rule.Clauses)
            {
                Judge(rule, clause);
            }
        }
        catch (Exception e) when (e is ProtocolException or ArithmeticException or ArgumentException)
        {
            firings.RemoveRange(before, firings.Count - before);
            Add(new() { Rule = rule, Outcome = rule.NotJudged, Fact = $"Rule {rule.Rule.Id} could not be judged: {e.Message}", Zones = AskedMask });
        }

        if (firings.Count > before)
        {
            Close(rule, before);
        }
    }

    private void Close(CompiledRule rule, int before)
    {
        if (rule.Rule.Merge && firings.Count - before > 1)
        {
            firings[before] = Firing.Merged(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(firings)[before..]);
            firings.RemoveRange(before + 1, firings.Count - before - 1);
        }

        (first[rule.Index], count[rule.Index]) = (before, firings.Count - before);
        fired.Add(rule.Index);
    }

    private void Add(Firing firing) => firings.Add(firing);

    private ulong ZonesOf(CompiledRule rule)
    {
        var zones = 0UL;
        if (fired.Has(rule.Index))
        {
            for (var i = 0; i < count[rule.Index]; i++)
            {
                zones |= firings[first[rule.Index] + i].Zones;
            }
        }

        return zones;
    }
}
