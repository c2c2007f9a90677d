namespace Fibril.Protocol;

/// <content>How a clause is judged: fact by fact, and zone by zone where the answer differs between zones.</content>
internal sealed partial class Assessment
{
    private void Judge(CompiledRule rule, CompiledClause clause)
    {
        switch (clause.Clause.Each)
        {
            case FactKind.Case or FactKind.Exposure or FactKind.Screening or FactKind.Pregnancy:
                JudgeFact(rule, clause, AskedMask);
                break;
            case FactKind.PlannedZone:
                JudgeZones(rule, clause);
                break;
            case FactKind.Firing:
                Repeat(rule, clause);
                break;
            case FactKind.Question:
                JudgeQuestions(rule, clause);
                break;
            default:
                JudgeFacts(rule, clause);
                break;
        }
    }

    private void JudgeFacts(CompiledRule rule, CompiledClause clause)
    {
        var kind = clause.Clause.Each;
        var count = CountOf(kind);
        for (at = 0; at < count; at++)
        {
            if (!IsWanted(kind, clause.Wanted))
            {
                continue;
            }

            var zones = clause.Clause.Zones switch
            {
                ClauseZones.Touched => Touched(kind),
                ClauseZones.Untouched => AskedMask & ~Touched(kind),
                _ => AskedMask,
            };
            if (zones != 0)
            {
                JudgeFact(rule, clause, zones);
            }
        }
    }

    private void JudgeQuestions(CompiledRule rule, CompiledClause clause)
    {
        for (var bits = Open; bits != 0; bits &= bits - 1)
        {
            at = System.Numerics.BitOperations.TrailingZeroCount(bits);
            JudgeFact(rule, clause, AskedMask);
        }
    }

    /// <summary>Each zone is a fact of its own.</summary>
    private void JudgeZones(CompiledRule rule, CompiledClause clause)
    {
        for (var zone = 0; zone < AskedCount; zone++)
        {
            at = ZoneAt = zone;
            if (clause.If?.Invoke(this) != false)
            {
                Fire(rule, clause, 1UL << zone, clause.Until?.Invoke(this), firings.Count);
            }
        }
    }

    private void JudgeFact(CompiledRule rule, CompiledClause clause, ulong zones)
    {
        var before = firings.Count;
        if (!clause.ReadsZone)
        {
            if (clause.If?.Invoke(this) != false)
            {
                Fire(rule, clause, zones, clause.Until?.Invoke(this), before);
            }

            return;
        }

        for (ZoneAt = 0; ZoneAt < AskedCount; ZoneAt++)
        {
            if ((zones >> ZoneAt & 1) != 0 && clause.If?.Invoke(this) != false)
            {
                Fire(rule, clause, 1UL << ZoneAt, clause.Until?.Invoke(this), before);
            }
        }
    }

    /// <summary>A hold fires until the day before its date, and no longer on it. Zones with the same date are one firing.</summary>
    private void Fire(CompiledRule rule, CompiledClause clause, ulong zones, DateOnly? until, int since)
    {
        if (until <= Day)
        {
            return;
        }

        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(firings);
        for (var i = since; i < all.Length; i++)
        {
            if (all[i].NotBefore == until)
            {
                all[i].Zones |= zones;
                return;
            }
        }

        var firing = new Firing
        {
            Rule = rule, Outcome = clause.Outcome, Zones = zones, NotBefore = until, Met = clause.Clause.Met, Fact = FactText(clause), Pointer = Pointer(clause),
        };
        if (clause.Words.Length > 0)
        {
            firing.Reason = Filled(clause.Outcome.Reason, clause.Words);
            firing.Patient = Filled(clause.Outcome.Patient, clause.Words);
            firing.Until = clause.Outcome.Until is { } text ? Filled(text, clause.Words) : null;
        }

        Add(firing);
    }

    /// <summary>The firings of other rules, as an outcome of this one.</summary>
    private void Repeat(CompiledRule rule, CompiledClause clause)
    {
        if (clause.If?.Invoke(this) == false)
        {
            return;
        }

        foreach (var other in clause.Repeated)
        {
            for (var i = 0; fired.Has(other.Index) && i < count[other.Index]; i++)
            {
                var firing = firings[first[other.Index] + i];
                Add(new() { Rule = rule, Outcome = clause.Outcome, Fact = firing.Fact, Pointer = firing.Pointer, Zones = AskedMask, Met = clause.Clause.Met });
            }
        }
    }

    private ulong Touched(FactKind kind) => kind switch
    {
        FactKind.Condition or FactKind.FamilyCondition => Touched(Condition.Zones),
        FactKind.Product => Touched(Product.Zones),
        FactKind.Procedure => Procedure.Zones is null && procedures[at].Value.SitesWhenUnknown is { Count: > 0 } sites ? Touched(sites) : Touched(Procedure.Zones),
        _ => AskedMask,
    };

    private string Filled(string text, (string Brace, Func<Assessment, string?> Of)[] words)
    {
        foreach (var (brace, of) in words)
        {
            text = text.Replace(brace, of(this) ?? "unknown", StringComparison.Ordinal);
        }

        return text;
    }
}
