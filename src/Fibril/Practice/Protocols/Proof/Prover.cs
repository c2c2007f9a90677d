using Fibril.Protocol;

namespace Fibril.Practice.Protocols.Proof;

/// <summary>
/// Asks the solver about all cases at once: one zone, at most one fact of each word of the vocabulary, any dates within the
/// last 22 years, a session within 60 days. What is said to be possible is shown by a case that the real engine decides alike.
/// </summary>
public sealed class Prover : IDisposable
{
    private static readonly FindingEffect[] Effects = [FindingEffect.Precaution, FindingEffect.Defer, FindingEffect.PhysicianReview, FindingEffect.DoNotTreat];
    private readonly Z3 solver = new();
    private readonly ProtocolPack pack;
    private readonly Symbols symbols;
    private readonly RuleLogic before;
    private readonly RuleLogic after;
    private int asked;

    public Prover(ProtocolPack pack)
    {
        this.pack = pack;
        symbols = new(pack);
        before = new(pack, symbols, "before", There);
        after = new(pack, symbols, "after", i => i.IsRisk ? Smt.Or(There(i), symbols.Flag(i.Of("added"))) : There(i));
        Effects.ToList().ForEach(effect => before.AtLeast(effect));
    }

    /// <summary>True when the solver is installed.</summary>
    public static bool CanRun => Z3.IsThere;

    /// <summary>All proofs, one after the other, each made when it is asked for.</summary>
    public IEnumerable<Proof> All() => Claims.Select(claim => Prove(claim.Name));

    /// <summary>One proof by its name.</summary>
    /// <exception cref="InvalidOperationException">There is no such claim.</exception>
    public Proof Prove(string name)
    {
        var claim = Claims.Single(c => c.Name == name);
        asked = 0;
        List<string> against = [.. claim.Against()];
        return new(name, claim.Claim, against, asked);
    }

    private IEnumerable<(string Name, string Claim, Func<IEnumerable<string>> Against)> Claims =>
    [
        ("no-looser-by-a-risk", "One more risk, with the same questions open, never makes the decision more permissive.", Looser),
        ("every-rule-can-fire", "Every outcome of every rule is reached by a case, and the engine agrees.", Unreachable),
        ("no-rule-is-shadowed", "Every rule decides some case, or always stands beside the rule it accompanies.", Shadowed),
        ("every-answer-has-a-reason", "Every answer other than proceed has a reason, a text for the patient and a source.", Unexplained),
        ("no-date-before-its-trigger", "No hold ends before the day it counts from.", TooEarly),
    ];

    public void Dispose() => solver.Dispose();

    private IEnumerable<string> Looser()
    {
        foreach (var effect in Effects)
        {
            if (Solve(Smt.And(before.AtLeast(effect), Smt.Not(after.AtLeast(effect)))) is { } found)
            {
                var added = symbols.Unknowns.Where(u => u.EndsWith("/added|", StringComparison.Ordinal) && found.Flag(u));
                yield return $"{effect} is lost with: {string.Join(", ", added)}";
            }
        }
    }

    private IEnumerable<string> Unreachable() =>
        from rule in pack.Rules
        from outcome in rule.Outcomes
        let problem = Shown(before.Says(rule, outcome.Case), d => d.Findings.Any(f => f.Rule == rule.Id && f.Effect == outcome.Effect && f.OverridableBy == outcome.OverridableBy && f.Scope == (outcome.Scope ?? rule.Scope)))
        where problem is not null
        select $"{rule.Id} {outcome.Case}: {problem}";

    private IEnumerable<string> Shadowed()
    {
        foreach (var rule in pack.Rules)
        {
            if (rule.Accompanies is { } other)
            {
                if (Solve(Smt.And(before.Fires(rule.Id), Smt.Not(before.Fires(other)))) is not null)
                {
                    yield return $"{rule.Id} fires without {other}";
                }

                continue;
            }

            var decides = Smt.Or(rule.Outcomes.Select(o => Smt.And(before.Says(rule, o.Case), Stricter(o.Effect))));
            if (Shown(decides, d => d.Findings.Any(f => f.Rule == rule.Id && (int)f.Effect == (int)d.Decision)) is { } problem)
            {
                yield return $"{rule.Id}: {problem}";
            }
        }
    }

    private string Stricter(FindingEffect effect) => effect == FindingEffect.DoNotTreat ? "true" : Smt.Not(before.AtLeast(effect + 1));

    private IEnumerable<string> Unexplained()
    {
        var known = pack.Sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var effect in Effects)
        {
            var explained = from rule in pack.Rules
                            where rule.Sources.Count > 0 && rule.Sources.All(known.Contains)
                            from outcome in rule.Outcomes
                            where outcome.Effect >= effect && !string.IsNullOrWhiteSpace(outcome.Reason) && !string.IsNullOrWhiteSpace(outcome.Patient)
                            select before.Says(rule, outcome.Case);
            if (Solve(Smt.And(before.AtLeast(effect), Smt.Not(Smt.Or(explained)))) is not null)
            {
                yield return $"{effect} without a reason or a source";
            }
        }
    }

    private IEnumerable<string> TooEarly()
    {
        foreach (var rule in pack.Rules)
        {
            var early = from clause in rule.When
                        where clause.Until is not null
                        let until = Expression.Read(clause.Until!)
                        from firing in before.Firings(rule, clause)
                        from trigger in Triggers(until)
                        let end = before.Value(rule, firing.Fact, until)
                        let start = before.Value(rule, firing.Fact, trigger)
                        select Smt.And(firing.If, end.Known, start.Known, $"(< {end.Value} {start.Value})");
            if (Solve(Smt.Or(early)) is not null)
            {
                yield return $"{rule.Id} ends before it begins";
            }
        }
    }

    private static IEnumerable<Expression> Triggers(Expression until) => until switch
    {
        Expression.After after => Triggers(after.From),
        Expression.Latest latest => [.. Triggers(latest.One), .. Triggers(latest.Other)],
        Expression.Name { Id: "hold-end" } => [new Expression.Name("done")],
        _ => [until],
    };

    private string There(Instance i) => i.Kind == FactKind.Case ? "true" : symbols.Flag(i.Of("there"));

    /// <summary>Null when there is such a case and the engine decides it as expected.</summary>
    private string? Shown(string wanted, Func<CandidacyDecision, bool> agrees)
    {
        if (Solve(Smt.And(wanted, Witness.Plain(symbols))) is not { } found)
        {
            return "no case leads to it";
        }

        var file = new Witness(pack, symbols, found).Case();
        return agrees(Candidacy.Decide(pack, file)) ? null : $"the engine decides another way about {file.ToJson().ReplaceLineEndings(" ")}";
    }

    /// <summary>Values with which it holds; null when there are none.</summary>
    private Found? Solve(string wanted)
    {
        asked++;
        solver.Run(symbols.Take());
        var answer = solver.Run($"(push)\n(assert {wanted})\n(check-sat)");
        var found = answer switch
        {
            "sat" => new Found(solver.Run($"(get-value ({string.Join(' ', symbols.Unknowns)}))")),
            "unsat" => null,
            _ => throw new InvalidOperationException($"The solver could not tell: {answer}"),
        };
        solver.Run("(pop)");
        return found;
    }
}
