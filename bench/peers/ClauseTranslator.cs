using Fibril.Protocol;

namespace Fibril.Bench.Peers;

/// <summary>
/// Turns a clause into a condition over flat values. Comparisons, words, known or not, and, or, not and the end of a hold stay
/// conditions. Sums of a day and a time are values, because json-rules-engine cannot add; so are answers about other rules
/// (<c>fires</c>, <c>covers</c>, <c>here</c>, a repeated firing) and other facts (<c>some</c>), which neither peer can ask for:
/// 16 of the 115 rules use one; the bench prints how many.
/// </summary>
internal sealed class ClauseTranslator
{
    private readonly FlatFields fields = new();
    private readonly Binder binder;
    private readonly PackIndex pack;
    private readonly Rule rule;
    private bool isAnsweredBefore;

    private ClauseTranslator(PackIndex pack, Rule rule, FactKind kind) => (this.pack, this.rule, binder) = (pack, rule, new(pack, rule, kind));

    public static FlatClause Translate(PackIndex pack, Rule rule, CompiledClause clause)
    {
        var translator = new ClauseTranslator(pack, rule, clause.Clause.Each);
        FlatCondition condition = new FlatCondition.All([.. translator.Parts(clause)]);
        return new(rule.Id, condition, translator.fields, translator.isAnsweredBefore);
    }

    private IEnumerable<FlatCondition> Parts(CompiledClause clause)
    {
        if (clause.Repeated.Length > 0)
        {
            isAnsweredBefore = true;
            yield return new FlatCondition.Flag(fields.Add("repeated", new Bound.Flag(a => clause.Repeated.Any(a.Fires))));
        }

        if (clause.Clause.If is { } condition)
        {
            yield return Condition(Expression.Read(condition));
        }

        if (clause.Clause.Until is { } until)
        {
            // A day that is not known ends nothing.
            yield return new FlatCondition.Not(new FlatCondition.Comparison(Field(Expression.Read(until)), Comparator.AtMost, Field(new Expression.Name("day"))));
        }
    }

    private FlatCondition Condition(Expression expression) => expression switch
    {
        Expression.And and => new FlatCondition.All([.. and.Parts.Select(Condition)]),
        Expression.Or or => new FlatCondition.Any([.. or.Parts.Select(Condition)]),
        Expression.Not not => new FlatCondition.Not(Condition(not.Of)),
        Expression.Known known => new FlatCondition.Known(Field(known.Of), known.Wanted),
        Expression.OneOf oneOf => new FlatCondition.OneOf(Field(oneOf.Left), oneOf.Words),
        Expression.Comparison { Right: Expression.Name word } c when Field(c.Left) is { Type: NameType.Word } left => new FlatCondition.OneOf(left, [word.Id]),
        Expression.Comparison c => new FlatCondition.Comparison(Field(c.Left), c.By, Operand(c.Right)),
        _ => new FlatCondition.Flag(Field(expression)),
    };

    private FlatOperand Operand(Expression expression) => expression switch
    {
        Expression.Number number => new FlatConstant((double)number.Value),
        Expression.RuleNumber number => new FlatConstant((double)pack.Pack.NumberOf(rule, number.Id)),
        _ => Field(expression),
    };

    private FlatField Field(Expression expression)
    {
        isAnsweredBefore |= expression is Expression.Some or Expression.Call { Function: "fires" or "covers" or "here" };
        return fields.Add(NameOf(expression), binder.Bind(expression));
    }

    private string NameOf(Expression expression) => expression switch
    {
        Expression.Name name => name.Id,
        Expression.Call call => $"{call.Function}({call.Argument})",
        _ => $"value {fields.All.Count}",
    };
}
