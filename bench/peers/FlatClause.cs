using Fibril.Protocol;

namespace Fibril.Bench.Peers;

/// <summary>One clause of a rule over flat values.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Condition">When it fires on a row.</param>
/// <param name="Fields">The values of a row.</param>
/// <param name="IsAnsweredBefore">True when a value is an answer about other rules or other facts, which no peer can ask for.</param>
internal sealed record FlatClause(string Rule, FlatCondition Condition, FlatFields Fields, bool IsAnsweredBefore);

/// <summary>The values that a clause asks for, each with where it comes from.</summary>
internal sealed class FlatFields
{
    private readonly List<FlatField> all = [];
    private readonly List<Func<Assessment, bool>> flags = [];
    private readonly List<Func<Assessment, double?>> numbers = [];
    private readonly List<Func<Assessment, string?>> words = [];

    /// <summary>Every value, once.</summary>
    public IReadOnlyList<FlatField> All => all;

    /// <summary>The value of that name, which is added when it is new.</summary>
    public FlatField Add(string name, Bound value) => all.Find(f => f.Name == name) ?? AddNew(name, value);

    /// <summary>The values of the fact and the zone that are judged now.</summary>
    public FlatRow Read(Assessment now) => new([.. flags.Select(of => of(now))], [.. numbers.Select(of => of(now))], [.. words.Select(of => of(now))]);

    private FlatField AddNew(string name, Bound value)
    {
        var (type, slot) = value switch
        {
            Bound.Flag flag => (NameType.Flag, Add(flags, flag.Of)),
            Bound.Number number => (NameType.Number, Add(numbers, a => (double?)number.Of(a))),
            Bound.Day day => (NameType.Number, Add(numbers, a => day.Of(a)?.DayNumber)),
            Bound.Word word => (NameType.Word, Add(words, word.Of)),
            _ => throw new ProtocolException($"'{name}' has a type that no row can hold."),
        };
        var field = new FlatField(name, type, slot);
        all.Add(field);
        return field;
    }

    private static int Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return list.Count - 1;
    }
}
