using System.Globalization;

namespace Fibril.Protocol;

/// <summary>Reads one expression of the pack, by recursive descent; what is wrong is told with its place.</summary>
internal sealed class ExpressionReader
{
    private readonly string text;
    private readonly List<Token> tokens;
    private int next;

    private ExpressionReader(string text) => (this.text, tokens) = (text, Token.Split(text));

    /// <exception cref="ProtocolException">It is not an expression.</exception>
    public static Expression Read(string text)
    {
        var reader = new ExpressionReader(text);
        var expression = reader.Or();
        return reader.Peek.Text.Length == 0 ? expression : throw reader.Wrong("the end, 'and' or 'or'");
    }

    private Token Peek => tokens[next];

    private Expression Or() => Chain("or", And, parts => new Expression.Or(parts));

    private Expression And() => Chain("and", Unary, parts => new Expression.And(parts));

    private Expression Chain(string word, Func<Expression> part, Func<List<Expression>, Expression> join)
    {
        List<Expression> parts = [part()];
        while (Take(word))
        {
            parts.Add(part());
        }

        return parts.Count == 1 ? parts[0] : join(parts);
    }

    private Expression Unary() => Take("not") ? new Expression.Not(Unary()) : Compared(Sum());

    private Expression Compared(Expression left)
    {
        if (Take("is"))
        {
            return Take("known") ? new Expression.Known(left, true) : Expect("unknown", new Expression.Known(left, false));
        }

        if (Take("in"))
        {
            Expect("(");
            var words = new List<string> { Word() };
            while (Take(","))
            {
                words.Add(Word());
            }

            return Expect(")", new Expression.OneOf(left, words));
        }

        return Comparators.TryGetValue(Peek.Text, out var by) ? Advance(() => new Expression.Comparison(left, by, Sum())) : left;
    }

    private Expression Sum()
    {
        var day = Primary();
        while (Take("+"))
        {
            var count = Primary();
            day = new Expression.After(day, count, Word() switch
            {
                "day" or "days" => TimeUnit.Days,
                "month" or "months" => TimeUnit.Months,
                "year" or "years" => TimeUnit.Years,
                _ => throw Wrong("days, months or years", back: 1),
            });
        }

        return day;
    }

    private Expression Primary()
    {
        if (Take("("))
        {
            return Expect(")", Or());
        }

        if (Take("{"))
        {
            return Expect("}", new Expression.RuleNumber(Word()));
        }

        if (decimal.TryParse(Peek.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return Advance(() => new Expression.Number(number));
        }

        var name = Word();
        return Take("(") ? Expect(")", Called(name)) : new Expression.Name(name);
    }

    private Expression Called(string function)
    {
        if (function == "latest")
        {
            var one = Sum();
            Expect(",");
            return new Expression.Latest(one, Sum());
        }

        return function == "some" ? Some() : new Expression.Call(function, Word());
    }

    private Expression.Some Some()
    {
        var kinds = ContractJson.Words(typeof(FactKind));
        var kind = kinds.TryGetValue(Word(), out var value) ? (FactKind)value : throw Wrong("a kind of fact, such as condition", back: 1);
        var of = new List<string>();
        while (Peek.Text is not (")" or ":" or ""))
        {
            of.Add(Word());
        }

        return new(kind, of, Take(":") ? Or() : null);
    }

    private static readonly Dictionary<string, Comparator> Comparators = new(StringComparer.Ordinal)
    {
        ["="] = Comparator.Equal,
        ["<"] = Comparator.Less,
        ["<="] = Comparator.AtMost,
        [">"] = Comparator.More,
        [">="] = Comparator.AtLeast,
    };

    private string Word() => Peek.IsWord ? tokens[next++].Text : throw Wrong("a name");

    private bool Take(string symbol)
    {
        if (Peek.Text != symbol)
        {
            return false;
        }

        next++;
        return true;
    }

    private Expression Expect(string symbol, Expression read)
    {
        Expect(symbol);
        return read;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw Wrong($"'{symbol}'");
        }
    }

    private Expression Advance(Func<Expression> rest)
    {
        next++;
        return rest();
    }

    private ProtocolException Wrong(string right, int back = 0)
    {
        var at = tokens[next - back];
        return new($"'{text}': {(at.Text.Length == 0 ? "ends" : $"has '{at.Text}'")} at character {at.Column}, where {right} would be right.");
    }

    /// <summary>A word, a number or a sign, with its place; the last one is empty.</summary>
    private readonly record struct Token(string Text, int Column)
    {
        public bool IsWord => Text.Length > 0 && char.IsLetter(Text[0]);

        public static List<Token> Split(string text)
        {
            var tokens = new List<Token>();
            for (var at = 0; at < text.Length;)
            {
                var length = LengthAt(text, at);
                if (!char.IsWhiteSpace(text[at]))
                {
                    tokens.Add(new(text.Substring(at, length), at + 1));
                }

                at += length;
            }

            tokens.Add(new("", text.Length + 1));
            return tokens;
        }

        private static int LengthAt(string text, int at)
        {
            var end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (end > at && text[end] is '-' or '.')))
            {
                end++;
            }

            return end > at ? end - at : text[at] is '<' or '>' && at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1;
        }
    }
}
