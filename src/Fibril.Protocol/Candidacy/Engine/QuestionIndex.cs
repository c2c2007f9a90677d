using System.Collections.Frozen;
using System.Numerics;

namespace Fibril.Protocol;

/// <summary>Which questions apply, and which of them nobody answered, one bit each. Unknown is not "no".</summary>
internal sealed class QuestionIndex
{
    private const int Most = 64;
    private readonly ProtocolPack pack;
    private readonly FrozenDictionary<string, ulong> byId;
    private readonly (ulong Bit, Func<CaseFile, bool> Has)[] byValue;
    private readonly ulong everybody;
    private readonly ulong otherwise;
    private readonly ulong onlyAScreen;

    public QuestionIndex(ProtocolPack pack)
    {
        this.pack = pack;
        All = pack.Questions;
        if (All.Count > Most)
        {
            throw new ProtocolException($"protocol/questions.yaml: has {All.Count} questions; {Most} at most.");
        }

        byId = All.Index().ToFrozenDictionary(q => q.Item.Id, q => 1UL << q.Index, StringComparer.Ordinal);
        byValue = [.. All.SelectMany(q => q.AnsweredBy.Values.Select(value => (Bit(q), AnswerValues.Of(value))).Concat(q.AnsweredBy.Lists.Select(list => (Bit(q), AnswerValues.OfList(list)))))];
        (everybody, otherwise) = (Mask(q => q.Applies is null), Mask(q => q.AnsweredBy.Otherwise));
        onlyAScreen = Mask(q => q.AnsweredBy.Values.Contains("screening.bdd"));
    }

    /// <summary>The questions in the order they are asked.</summary>
    public IReadOnlyList<Question> All { get; }

    /// <summary>Bits of the questions that a fact answers.</summary>
    public ulong Mask(Func<Question, bool> which) => All.Where(which).Aggregate(0UL, (mask, q) => mask | Bit(q));

    /// <summary>Questions that apply and are open.</summary>
    /// <param name="file">The case.</param>
    /// <param name="answered">Questions that its listed facts answer.</param>
    public ulong Open(CaseFile file, ulong answered)
    {
        answered |= file.Otherwise == "no" ? otherwise : 0;
        foreach (var (bit, has) in byValue)
        {
            answered |= (answered & bit) == 0 && has(file) ? bit : 0;
        }

        answered |= Named(file.AnsweredNo);
        // A screen recorded as not done stays open whatever is said about the rest; a blank wins over every other answer.
        answered &= file.Screening?.Bdd == BddResult.NotDone ? ~onlyAScreen : ulong.MaxValue;
        return Applying(file, ~(answered & ~Named(file.Unanswered)));
    }

    private ulong Applying(CaseFile file, ulong open)
    {
        var applying = open & everybody;
        for (var rest = open & ~everybody & Mask(All.Count); rest != 0; rest &= rest - 1)
        {
            var index = BitOperations.TrailingZeroCount(rest);
            applying |= Answers.Applies(pack, All[index], file) ? 1UL << index : 0;
        }

        return applying;
    }

    private ulong Named(IReadOnlyList<string>? ids)
    {
        var named = 0UL;
        for (var i = 0; i < ids?.Count; i++)
        {
            named |= byId.GetValueOrDefault(ids[i]);
        }

        return named;
    }

    private ulong Bit(Question question) => byId[question.Id];

    private static ulong Mask(int count) => count == Most ? ulong.MaxValue : (1UL << count) - 1;
}
