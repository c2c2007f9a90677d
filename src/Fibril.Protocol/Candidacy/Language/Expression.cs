namespace Fibril.Protocol;

/// <summary>
/// A condition or a date of a rule as the pack writes it, such as <c>active and papules &gt;= {papules}</c> or
/// <c>healed + {days} days</c>. A value that is not known makes every comparison false.
/// </summary>
public abstract record Expression
{
    /// <summary>Reads an expression as the pack writes it.</summary>
    /// <exception cref="ProtocolException">It is none; the message names the character, and what would be right.</exception>
    public static Expression Read(string text) => ExpressionReader.Read(text);

    /// <summary>A number as written.</summary>
    public sealed record Number(decimal Value) : Expression;

    /// <summary>A number of the rule, by name: <c>{days}</c>.</summary>
    public sealed record RuleNumber(string Id) : Expression;

    /// <summary>What is known under this name: of the fact, of the zone or of the case; on the right of <c>=</c> a word.</summary>
    public sealed record Name(string Id) : Expression;

    /// <summary>A question about rules or measurements: <c>fires(C05)</c>, <c>covers(C06a)</c>, <c>here(C49)</c>, <c>lowest(cd4)</c>.</summary>
    public sealed record Call(string Function, string Argument) : Expression;

    /// <summary>True when the case has such a fact: <c>some(condition diabetes: foot-ulcer)</c>.</summary>
    /// <param name="Kind">Kind of fact.</param>
    /// <param name="Of">Its ids.</param>
    /// <param name="If">What must hold of it; null = that it is there.</param>
    public sealed record Some(FactKind Kind, IReadOnlyList<string> Of, Expression? If) : Expression;

    /// <summary>The later of two days; one that is not known does not count.</summary>
    public sealed record Latest(Expression One, Expression Other) : Expression;

    /// <summary>So many days, months or years after a day.</summary>
    public sealed record After(Expression From, Expression Count, TimeUnit Unit) : Expression;

    /// <summary>A comparison.</summary>
    public sealed record Comparison(Expression Left, Comparator By, Expression Right) : Expression;

    /// <summary>One of several words: <c>indication in (melasma, striae)</c>.</summary>
    public sealed record OneOf(Expression Left, IReadOnlyList<string> Words) : Expression;

    /// <summary>Known, or not known.</summary>
    public sealed record Known(Expression Of, bool Wanted) : Expression;

    /// <summary>The opposite.</summary>
    public sealed record Not(Expression Of) : Expression;

    /// <summary>All of them.</summary>
    public sealed record And(IReadOnlyList<Expression> Parts) : Expression;

    /// <summary>At least one.</summary>
    public sealed record Or(IReadOnlyList<Expression> Parts) : Expression;
}

/// <summary>How two values are compared.</summary>
public enum Comparator
{
    /// <summary>The same.</summary>
    Equal,

    /// <summary>Less or earlier.</summary>
    Less,

    /// <summary>Less, earlier or the same.</summary>
    AtMost,

    /// <summary>More or later.</summary>
    More,

    /// <summary>More, later or the same.</summary>
    AtLeast,
}

/// <summary>Unit of time that is added to a day.</summary>
public enum TimeUnit
{
    /// <summary>Whole days.</summary>
    Days,

    /// <summary>Calendar months, clamped to the last day.</summary>
    Months,

    /// <summary>Twelve calendar months each.</summary>
    Years,
}

/// <summary>What a clause of a rule looks at.</summary>
public enum FactKind
{
    /// <summary>The person and the plan, once.</summary>
    Case,

    /// <summary>Sun, self-tanner and alcohol, once when anything of it was asked.</summary>
    Exposure,

    /// <summary>Results of screens, once when any is recorded.</summary>
    Screening,

    /// <summary>Pregnancy and breastfeeding, once when one of them was asked.</summary>
    Pregnancy,

    /// <summary>Each condition of the person.</summary>
    Condition,

    /// <summary>Each condition of a blood relative.</summary>
    FamilyCondition,

    /// <summary>Each medicine or supplement.</summary>
    Medicine,

    /// <summary>Each product on the skin.</summary>
    Product,

    /// <summary>Each earlier procedure.</summary>
    Procedure,

    /// <summary>Each allergy.</summary>
    Allergy,

    /// <summary>Each measurement of the latest day.</summary>
    Measurement,

    /// <summary>Each zone of the plan.</summary>
    PlannedZone,

    /// <summary>Each topical of the plan.</summary>
    Topical,

    /// <summary>Each open question.</summary>
    Question,

    /// <summary>Each firing of another rule.</summary>
    Firing,
}
