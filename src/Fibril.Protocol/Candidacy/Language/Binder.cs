namespace Fibril.Protocol;

/// <summary>
/// Turns an expression of one rule into something that can be asked fast: names and words are looked up, types are checked,
/// numbers are put in. It notes which rules must be judged before, and whether the answer differs from zone to zone.
/// </summary>
internal sealed class Binder(PackIndex pack, Rule rule, FactKind kind)
{
    private const int MostDays = 36_500;

    private static readonly FactKind[] Countable =
    [
        FactKind.Condition, FactKind.FamilyCondition, FactKind.Medicine, FactKind.Product, FactKind.Procedure, FactKind.Allergy, FactKind.Measurement, FactKind.Topical,
    ];

    /// <summary>Rules that must be judged before this one.</summary>
    public HashSet<string> Needs { get; } = new(StringComparer.Ordinal);

    /// <summary>True when the answer differs from zone to zone.</summary>
    public bool ReadsZone { get; private set; }

    /// <exception cref="ProtocolException">It is not a yes or no that can be judged here.</exception>
    public Func<Assessment, bool> Flag(string text) => Flag(ExpressionReader.Read(text));

    /// <exception cref="ProtocolException">It is not a day that can be worked out here.</exception>
    public Func<Assessment, DateOnly?> Day(string text) => Day(ExpressionReader.Read(text));

    /// <summary>Any value, as it is written into a text.</summary>
    /// <exception cref="ProtocolException">It cannot be worked out here.</exception>
    public Func<Assessment, string?> Word(string text) => Bind(ExpressionReader.Read(text)) switch
    {
        Bound.Day day => a => day.Of(a) is { } value ? DayText.Of(value) : null,
        Bound.Number number => a => number.Of(a) is { } value ? NumberText.Of(value) : null,
        Bound.Word word => word.Of,
        _ => throw new ProtocolException($"'{text}' is a yes or no, which a text cannot show."),
    };

    /// <exception cref="ProtocolException">It is not a yes or no that can be judged here.</exception>
    public Func<Assessment, bool> Flag(Expression expression) =>
        Bind(expression) is Bound.Flag flag ? flag.Of : throw new ProtocolException($"{Shown(expression)} is no yes or no; compare it with something.");

    private Func<Assessment, DateOnly?> Day(Expression expression) =>
        Bind(expression) is Bound.Day day ? day.Of : throw new ProtocolException($"{Shown(expression)} is no day.");

    private Func<Assessment, decimal?> Number(Expression expression) =>
        Bind(expression) is Bound.Number number ? number.Of : throw new ProtocolException($"{Shown(expression)} is no number.");

    /// <summary>Any expression, with the type of its value.</summary>
    /// <exception cref="ProtocolException">It cannot be worked out here.</exception>
    public Bound Bind(Expression expression) => expression switch
    {
        Expression.Number number => new Bound.Number(Always(number.Value)),
        Expression.RuleNumber number => new Bound.Number(Always(NumberOf(number.Id))),
        Expression.Name name => Named(name.Id),
        Expression.Call call => Called(call),
        Expression.Some some => Some(some),
        Expression.Latest latest => Latest(Day(latest.One), Day(latest.Other)),
        Expression.After after => After(after),
        Expression.Comparison comparison => Compared(comparison),
        Expression.OneOf oneOf => OneOf(oneOf),
        Expression.Known known => Known(known),
        Expression.Not not => Not(Flag(not.Of)),
        Expression.And and => All([.. and.Parts.Select(Flag)]),
        Expression.Or or => Any([.. or.Parts.Select(Flag)]),
        _ => throw new ProtocolException($"{Shown(expression)} cannot be judged."),
    };

    private static Func<Assessment, decimal?> Always(decimal value) => _ => value;

    private Bound Named(string id)
    {
        var name = RuleNames.Find(kind, id) ?? throw Unknown(id, RuleNames.For(kind), $"known of {Kinds()}");
        ReadsZone |= name.OfZone;
        if (id == "least-interval")
        {
            Needs.UnionWith(pack.LimitingRules);
        }

        return name.Bound;
    }

    private Bound Called(Expression.Call call) => call.Function switch
    {
        "fires" => Judged(call.Argument, (a, r) => a.Fires(r)),
        "covers" => Judged(call.Argument, (a, r) => a.CoversPlan(r)),
        "here" => HereToo(call.Argument),
        "lowest" => Measured(call.Argument, (a, kinds) => a.Lowest(kinds)),
        "highest" => Measured(call.Argument, (a, kinds) => a.Highest(kinds)),
        "measured" => new Bound.Day(Bind(pack.Measurement(call.Argument), (a, kinds) => a.MeasuredOn(kinds))),
        _ => throw Unknown(call.Function, ["fires", "covers", "here", "lowest", "highest", "measured", "latest", "some"], "a question"),
    };

    private Bound.Flag Judged(string id, Func<Assessment, CompiledRule, bool> ask)
    {
        var judged = pack.Rule(id);
        Needs.Add(id);
        return new(a => ask(a, judged));
    }

    private Bound.Flag HereToo(string id)
    {
        ReadsZone = true;
        return Judged(id, (a, r) => a.FiresIn(r, a.ZoneAt));
    }

    private Bound.Number Measured(string id, Func<Assessment, MeasurementIndex, decimal?> ask) => new(Bind(pack.Measurement(id), ask));

    private static Func<Assessment, T> Bind<T>(MeasurementIndex kinds, Func<Assessment, MeasurementIndex, T> ask) => a => ask(a, kinds);

    private Bound.Flag Some(Expression.Some some)
    {
        if (!Countable.Contains(some.Kind))
        {
            throw new ProtocolException($"'some' cannot ask for a {ContractJson.Word(some.Kind)}; use one of {string.Join(", ", Countable.Select(ContractJson.Word))}.");
        }

        var inner = new Binder(pack, rule, some.Kind);
        var wanted = pack.Ids(some.Kind, rule, some.Of);
        var holds = some.If is null ? null : inner.Flag(some.If);
        Needs.UnionWith(inner.Needs);
        ReadsZone |= inner.ReadsZone;
        return new(a => a.Some(some.Kind, wanted, holds));
    }

    private static Bound.Day Latest(Func<Assessment, DateOnly?> one, Func<Assessment, DateOnly?> other) =>
        new(a => (one(a), other(a)) is ({ } first, { } second) ? (first > second ? first : second) : one(a) ?? other(a));

    private Bound.Day After(Expression.After after)
    {
        var from = Day(after.From);
        var months = after.Unit == TimeUnit.Years ? 12 : 1;
        if (Constant(after.Count) is { } constant)
        {
            var count = Whole(constant);
            return after.Unit == TimeUnit.Days
                ? new(a => from(a) is { } day ? Later.Days(day, count) : null)
                : new(a => from(a) is { } day ? Later.Months(day, count * months) : null);
        }

        var counted = Number(after.Count);
        return after.Unit == TimeUnit.Days
            ? new(a => from(a) is { } day && counted(a) is { } days ? Later.Days(day, decimal.ToInt32(days)) : null)
            : new(a => from(a) is { } day && counted(a) is { } number ? Later.Months(day, decimal.ToInt32(number) * months) : null);
    }

    /// <summary>Of this rule, or of another one as <c>{C02a.papules}</c>.</summary>
    private decimal NumberOf(string id) => pack.Pack.NumberOf(rule, id);

    /// <summary>A number that is the same for every case; null when it is not.</summary>
    private decimal? Constant(Expression expression) => expression switch
    {
        Expression.Number number => number.Value,
        Expression.RuleNumber number => NumberOf(number.Id),
        _ => null,
    };

    private static int Whole(decimal count) =>
        count is >= 0 and <= MostDays && count == decimal.Truncate(count)
            ? decimal.ToInt32(count)
            : throw new ProtocolException($"{NumberText.Of(count)} cannot be added to a day; use a whole number from 0 to {MostDays}.");

    private Bound.Flag Compared(Expression.Comparison comparison) => Bind(comparison.Left) switch
    {
        Bound.Word word when comparison is { By: Comparator.Equal, Right: Expression.Name name } => OneOf(word, [name.Id]),
        Bound.Number left when Constant(comparison.Right) is { } right => Compared(left.Of, comparison.By, right),
        Bound.Number left => Compared(left.Of, comparison.By, Number(comparison.Right)),
        Bound.Day left => Compared(left.Of, comparison.By, Day(comparison.Right)),
        _ => throw new ProtocolException($"{Shown(comparison.Left)} cannot be compared in this way."),
    };

    private static Bound.Flag Compared(Func<Assessment, decimal?> left, Comparator by, decimal right) => by switch
    {
        Comparator.Less => new(a => left(a) < right),
        Comparator.AtMost => new(a => left(a) <= right),
        Comparator.More => new(a => left(a) > right),
        Comparator.AtLeast => new(a => left(a) >= right),
        _ => new(a => left(a) == right),
    };

    private static Bound.Flag Compared<T>(Func<Assessment, T?> left, Comparator by, Func<Assessment, T?> right) where T : struct, IComparable<T> => by switch
    {
        Comparator.Less => new(a => left(a) is { } one && right(a) is { } other && one.CompareTo(other) < 0),
        Comparator.AtMost => new(a => left(a) is { } one && right(a) is { } other && one.CompareTo(other) <= 0),
        Comparator.More => new(a => left(a) is { } one && right(a) is { } other && one.CompareTo(other) > 0),
        Comparator.AtLeast => new(a => left(a) is { } one && right(a) is { } other && one.CompareTo(other) >= 0),
        _ => new(a => left(a) is { } one && right(a) is { } other && one.CompareTo(other) == 0),
    };

    private Bound.Flag OneOf(Expression.OneOf oneOf) =>
        Bind(oneOf.Left) is Bound.Word word ? OneOf(word, oneOf.Words) : throw new ProtocolException($"{Shown(oneOf.Left)} is no word of a list.");

    private Bound.Flag OneOf(Bound.Word word, IReadOnlyList<string> words)
    {
        var known = word.Known(pack.Pack);
        foreach (var wrong in words.Where(w => !known.Contains(w)))
        {
            throw Unknown(wrong, known, "one of its words");
        }

        if (words is [var only])
        {
            return new(a => word.Of(a) == only);
        }

        string[] wanted = [.. words];
        return new(a => word.Of(a) is { } is_ && Array.IndexOf(wanted, is_) >= 0);
    }

    private Bound.Flag Known(Expression.Known known)
    {
        var wanted = known.Wanted;
        return Bind(known.Of) switch
        {
            Bound.Day day => new(a => day.Of(a) is null != wanted),
            Bound.Number number => new(a => number.Of(a) is null != wanted),
            Bound.Word word => new(a => word.Of(a) is null != wanted),
            _ => throw new ProtocolException($"{Shown(known.Of)} is always known."),
        };
    }

    private static Bound.Flag Not(Func<Assessment, bool> of) => new(a => !of(a));

    private static Bound.Flag All(Func<Assessment, bool>[] parts) => new(a =>
    {
        foreach (var part in parts)
        {
            if (!part(a))
            {
                return false;
            }
        }

        return true;
    });

    private static Bound.Flag Any(Func<Assessment, bool>[] parts) => new(a =>
    {
        foreach (var part in parts)
        {
            if (part(a))
            {
                return true;
            }
        }

        return false;
    });

    private string Kinds() => kind == FactKind.Case ? "a case" : $"a {ContractJson.Word(kind)} or a case";

    private static string Shown(Expression expression) => expression is Expression.Name name ? $"'{name.Id}'" : "a part of it";

    private static ProtocolException Unknown(string id, IEnumerable<string> known, string what) =>
        new($"'{id}' is not {what}; {(Spelling.Nearest(id, known) is { } near ? $"did you mean '{near}'" : $"use one of {string.Join(", ", known.Order(StringComparer.Ordinal))}")}.");
}
