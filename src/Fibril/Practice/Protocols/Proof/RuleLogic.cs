using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols.Proof;

/// <summary>The conditions of the rules, in logic, over one set of facts that are there.</summary>
/// <param name="pack">The rules.</param>
/// <param name="symbols">The unknowns, which several sets share.</param>
/// <param name="set">Name of the set, such as <c>before</c>.</param>
/// <param name="isThere">When a fact is there.</param>
internal sealed class RuleLogic(ProtocolPack pack, Symbols symbols, string set, Func<Instance, string> isThere)
{
    private readonly Meanings meanings = new(pack, symbols);

    /// <summary>The rule fires.</summary>
    public string Fires(string ruleId)
    {
        var rule = pack.Rule(ruleId);
        return Defined($"|{ruleId} fires {set}|", () => Smt.Or(rule.Outcomes.Select(o => Says(rule, o.Case))));
    }

    /// <summary>The rule fires with this outcome.</summary>
    public string Says(Rule rule, string outcome) =>
        Defined($"|{rule.Id} {outcome} {set}|", () => Smt.Or(rule.When.Where(c => c.Case == outcome).Select(c => Fires(rule, c))));

    /// <summary>Some rule fires with this effect or a stricter one.</summary>
    public string AtLeast(FindingEffect effect) =>
        Defined($"|{effect} {set}|", () => Smt.Or(pack.Rules.SelectMany(r => r.Outcomes.Where(o => o.Effect >= effect).Select(o => Says(r, o.Case)))));

    /// <summary>Each fact on which a clause can fire, with when it does.</summary>
    public IEnumerable<(Instance Fact, string If)> Firings(Rule rule, RuleClause clause) =>
        Vocabulary.Instances(pack, rule, clause.Each, clause.Of).Select(fact => (fact, Smt.And(
            isThere(fact),
            clause.Zones == ClauseZones.All ? "true" : Touches(fact, clause.Zones == ClauseZones.Touched),
            clause.If is null ? "true" : Flag(rule, fact, Expression.Read(clause.If)))));

    private string Fires(Rule rule, RuleClause clause)
    {
        if (clause.Each == FactKind.Firing)
        {
            return Smt.And(Smt.Or(clause.Of.Select(Fires)), clause.If is null ? "true" : Flag(rule, Instance.Case, Expression.Read(clause.If)));
        }

        return Smt.Or(Firings(rule, clause).Select(firing => Smt.And(firing.If, Waits(rule, clause, firing.Fact))));
    }

    private string Waits(Rule rule, RuleClause clause, Instance fact)
    {
        if (clause.Until is null)
        {
            return "true";
        }

        var end = Value(rule, fact, Expression.Read(clause.Until));
        return Smt.Or(Smt.Not(end.Known), $"(> {end.Value} {symbols.Day})");
    }

    private string Touches(Instance fact, bool wanted)
    {
        var touches = symbols.Flag(fact.Of("touches"));
        return wanted ? touches : Smt.Not(touches);
    }

    private string Flag(Rule rule, Instance fact, Expression expression) => expression switch
    {
        Expression.And and => Smt.And(and.Parts.Select(p => Flag(rule, fact, p))),
        Expression.Or or => Smt.Or(or.Parts.Select(p => Flag(rule, fact, p))),
        Expression.Not not => Smt.Not(Flag(rule, fact, not.Of)),
        Expression.Known known => known.Wanted ? Value(rule, fact, known.Of).Known : Smt.Not(Value(rule, fact, known.Of).Known),
        Expression.OneOf oneOf => OneOf(Value(rule, fact, oneOf.Left), oneOf.Words),
        Expression.Comparison { Right: Expression.Name word } c when Value(rule, fact, c.Left) is { Type: NameType.Word } left => OneOf(left, [word.Id]),
        Expression.Comparison c => Compared(Value(rule, fact, c.Left), c.By, Value(rule, fact, c.Right)),
        Expression.Call { Function: "fires" or "covers" or "here" } call => Fires(call.Argument),
        Expression.Some some => Some(rule, some),
        Expression.Name name => meanings.Of(fact, name.Id).Value,
        _ => throw new ProtocolException($"Rule {rule.Id}: {expression} is no yes or no."),
    };

    private string Some(Rule rule, Expression.Some some) =>
        Smt.Or(Vocabulary.Instances(pack, rule, some.Kind, some.Of).Select(fact => Smt.And(isThere(fact), some.If is null ? "true" : Flag(rule, fact, some.If))));

    private static string OneOf(Term word, IReadOnlyList<string> words) =>
        Smt.And(word.Known, Smt.Or(words.Select(w => $"(= {word.Value} {word.Words!.ToList().IndexOf(w)})")));

    private static string Compared(Term left, Comparator by, Term right)
    {
        var sign = by switch { Comparator.Less => "<", Comparator.AtMost => "<=", Comparator.More => ">", Comparator.AtLeast => ">=", _ => "=" };
        return Smt.And(left.Known, right.Known, $"({sign} {left.Value} {right.Value})");
    }

    /// <summary>The value of an expression for a fact.</summary>
    public Term Value(Rule rule, Instance fact, Expression expression) => expression switch
    {
        Expression.Number number => Term.Number(Written(number.Value)),
        Expression.RuleNumber number => Term.Number(Written(pack.NumberOf(rule, number.Id))),
        Expression.Name name => meanings.Of(fact, name.Id),
        Expression.After after => After(rule, fact, after),
        Expression.Latest latest => Latest(Value(rule, fact, latest.One), Value(rule, fact, latest.Other)),
        Expression.Call { Function: "lowest" or "highest" } call => Measured(call.Argument),
        Expression.Call { Function: "measured" } call => MeasuredOn(call.Argument),
        _ => throw new ProtocolException($"Rule {rule.Id}: {expression} is no value."),
    };

    private Term After(Rule rule, Instance fact, Expression.After after)
    {
        var (start, count) = (Value(rule, fact, after.From), Value(rule, fact, after.Count));
        return after.Unit == TimeUnit.Days
            ? start with { Value = $"(+ {start.Value} {count.Value})" }
            : start with { Value = symbols.Months(start.Value, int.Parse(count.Value, CultureInfo.InvariantCulture) * (after.Unit == TimeUnit.Years ? 12 : 1)) };
    }

    private static Term Latest(Term one, Term other)
    {
        var first = Smt.And(one.Known, Smt.Or(Smt.Not(other.Known), $"(> {one.Value} {other.Value})"));
        return Term.Day(Smt.If(first, one.Value, other.Value), Smt.Or(one.Known, other.Known));
    }

    /// <summary>The only value of the measurement, unless what measures the same was measured later.</summary>
    private Term Measured(string id)
    {
        var fact = new Instance(FactKind.Measurement, id);
        var later = Vocabulary.SameAs(pack, id).Where(o => o != id).Select(o => new Instance(FactKind.Measurement, o))
            .Select(o => Smt.And(isThere(o), $"(> {meanings.MeasuredOn(o)} {meanings.MeasuredOn(fact)})"));
        return meanings.Value(fact) with { Known = Smt.And(isThere(fact), Smt.Not(Smt.Or(later))) };
    }

    private Term MeasuredOn(string id) => Vocabulary.SameAs(pack, id).Select(o => new Instance(FactKind.Measurement, o))
        .Select(o => Term.Day(meanings.MeasuredOn(o), isThere(o)))
        .Aggregate(Latest);

    private string Defined(string name, Func<string> value) => symbols.Knows(name) ? name : symbols.Define(name, value());

    private static string Written(decimal value) =>
        value == decimal.Truncate(value) ? decimal.ToInt64(value).ToString(CultureInfo.InvariantCulture) : Symbols.Decimal(value);
}
