namespace Fibril.Protocol;

/// <summary>Turns what fired into findings with texts, evidence and reach: strictest first, then by rule id, then clause by clause in the order of the facts.</summary>
internal static class Findings
{
    public static Finding[] Of(Assessment a, IReadOnlyList<string> asked)
    {
        var firings = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(a.Firings);
        Sort(firings);
        var findings = firings.IsEmpty ? [] : new Finding[firings.Length]; // a new array of none is an allocation
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = Of(a, in firings[i], asked);
        }

        return findings;
    }

    /// <summary>Stable, and quick for the few that fire.</summary>
    private static void Sort(Span<Firing> firings)
    {
        for (var i = 1; i < firings.Length; i++)
        {
            var moved = firings[i];
            var to = i;
            for (; to > 0 && ComesAfter(in firings[to - 1], in moved); to--)
            {
                firings[to] = firings[to - 1];
            }

            firings[to] = moved;
        }
    }

    private static bool ComesAfter(in Firing one, in Firing other) =>
        one.Outcome.Effect != other.Outcome.Effect ? one.Outcome.Effect < other.Outcome.Effect : one.Rule.Rank > other.Rule.Rank;

    private static Finding Of(Assessment a, in Firing firing, IReadOnlyList<string> asked)
    {
        var (rule, outcome) = (firing.Rule.Rule, firing.Outcome);
        return new()
        {
            Rule = rule.Id,
            Effect = outcome.Effect,
            Scope = outcome.Scope,
            Zones = outcome.Scope != RuleScope.Zone || firing.Zones == a.AskedMask ? asked : Named(firing.Zones, asked),
            Fact = firing.Fact,
            FactRef = firing.Pointer,
            NotBefore = firing.NotBefore,
            Until = firing.NotBefore is null || firing.ConditionBesides ? firing.Until ?? outcome.Until : null,
            Reason = firing.Reason ?? outcome.Reason,
            PatientText = firing.Patient ?? outcome.Patient,
            Sources = rule.Sources,
            Grade = rule.Grade,
            Basis = rule.Basis,
            OverridableBy = outcome.Outcome.OverridableBy,
            Met = firing.Met,
        };
    }

    private static string[] Named(ulong zones, IReadOnlyList<string> asked)
    {
        var named = new string[System.Numerics.BitOperations.PopCount(zones)];
        for (int zone = 0, at = 0; zone < asked.Count; zone++)
        {
            if ((zones >> zone & 1) != 0)
            {
                named[at++] = asked[zone];
            }
        }

        return named;
    }
}
