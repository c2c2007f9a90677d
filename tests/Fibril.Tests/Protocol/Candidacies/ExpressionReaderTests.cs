using Fibril.Protocol;
using static Fibril.Protocol.Expression;

namespace Fibril.Tests.Protocol.Candidacies;

public class ExpressionReaderTests
{
    public static TheoryData<string, Expression> Whole => new()
    {
        { "attacks-per-year>=1.5", new Comparison(new Name("attacks-per-year"), Comparator.AtLeast, new Number(1.5m)) },
        { " a<=2 ", new Comparison(new Name("a"), Comparator.AtMost, new Number(2)) },
        { "a<b", new Comparison(new Name("a"), Comparator.Less, new Name("b")) },
        { "a >{C02a.papules}", new Comparison(new Name("a"), Comparator.More, new RuleNumber("C02a.papules")) },
        { "a = b2", new Comparison(new Name("a"), Comparator.Equal, new Name("b2")) },
        { "not not a", new Not(new Not(new Name("a"))) },
        { "not a = b", new Not(new Comparison(new Name("a"), Comparator.Equal, new Name("b"))) },
        { "a is known", new Known(new Name("a"), true) },
        { "a + 1 day is unknown", new Known(new After(new Name("a"), new Number(1), TimeUnit.Days), false) },
        { "a + 2 months + {n} years", new After(new After(new Name("a"), new Number(2), TimeUnit.Months), new RuleNumber("n"), TimeUnit.Years) },
        { "a + 1 month", new After(new Name("a"), new Number(1), TimeUnit.Months) },
        { "a + b days", new After(new Name("a"), new Name("b"), TimeUnit.Days) },
        { "a + 1 year", new After(new Name("a"), new Number(1), TimeUnit.Years) },
        { "latest(a, b + 1 day)", new Latest(new Name("a"), new After(new Name("b"), new Number(1), TimeUnit.Days)) },
        { "((fires(C01)))", new Call("fires", "C01") },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void Expression_is_read_as_written(string text, Expression expected) => Assert.Equal(expected, Read(text));

    [Fact]
    public void And_binds_closer_than_or()
    {
        var or = Assert.IsType<Or>(Read("a or b and not c and d or (e or f)"));

        Assert.Equal(3, or.Parts.Count);
        Assert.Equal([new Name("b"), new Not(new Name("c")), new Name("d")], Assert.IsType<And>(or.Parts[1]).Parts);
        Assert.Equal([new Name("e"), new Name("f")], Assert.IsType<Or>(or.Parts[2]).Parts);
    }

    [Fact]
    public void Words_and_ids_are_read_in_order()
    {
        Assert.Equal(["b", "c-d"], Assert.IsType<OneOf>(Read("a in (b, c-d)")).Words);
        var some = Assert.IsType<Some>(Read("some(family-condition acne psoriasis: a or b)"));
        Assert.Equal((FactKind.FamilyCondition, "acne psoriasis"), (some.Kind, string.Join(' ', some.Of)));
        Assert.IsType<Or>(some.If);
        Assert.Null(Assert.IsType<Some>(Read("some(medicine all)")).If);
    }

    [Theory]
    [InlineData("", "ends at character 1, where a name would be right.")]
    [InlineData("a <", "ends at character 4, where a name would be right.")]
    [InlineData("a >=", "ends at character 5, where a name would be right.")]
    [InlineData("a b", "has 'b' at character 3, where the end, 'and' or 'or' would be right.")]
    [InlineData("a)", "has ')' at character 2, where the end, 'and' or 'or' would be right.")]
    [InlineData("a or", "ends at character 5, where a name would be right.")]
    [InlineData("(a", "ends at character 3, where ')' would be right.")]
    [InlineData("a = {days", "ends at character 10, where '}' would be right.")]
    [InlineData("a = {1}", "has '1' at character 6, where a name would be right.")]
    [InlineData("a is odd", "has 'odd' at character 6, where 'unknown' would be right.")]
    [InlineData("a in b", "has 'b' at character 6, where '(' would be right.")]
    [InlineData("a in (b c)", "has 'c' at character 9, where ')' would be right.")]
    [InlineData("a in (b,)", "has ')' at character 9, where a name would be right.")]
    [InlineData("a + 1 weeks", "has 'weeks' at character 7, where days, months or years would be right.")]
    [InlineData("a + 1", "ends at character 6, where a name would be right.")]
    [InlineData("latest(a b)", "has 'b' at character 10, where ',' would be right.")]
    [InlineData("latest(a, b", "ends at character 12, where ')' would be right.")]
    [InlineData("some(thing)", "has 'thing' at character 6, where a kind of fact, such as condition would be right.")]
    [InlineData("some(condition acne", "ends at character 20, where ')' would be right.")]
    [InlineData("fires(1)", "has '1' at character 7, where a name would be right.")]
    [InlineData("fires(a b)", "has 'b' at character 9, where ')' would be right.")]
    [InlineData("1.5.2 > a", "has '1.5.2' at character 1, where a name would be right.")]
    [InlineData("a > -1", "has '-' at character 5, where a name would be right.")]
    [InlineData("a > .5", "has '.' at character 5, where a name would be right.")]
    [InlineData("a ! b", "has '!' at character 3, where the end, 'and' or 'or' would be right.")]
    public void What_is_no_expression_is_told_with_its_place(string text, string says) =>
        Assert.Equal($"'{text}': {says}", Assert.Throws<ProtocolException>(() => Read(text)).Message);
}
