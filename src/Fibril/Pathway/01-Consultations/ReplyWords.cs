using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Consultations;

/// <summary>The three replies in words that fit the question. "I do not know" is always there.</summary>
public static class ReplyWords
{
    private static readonly string[] Open = ["Which", "When", "What", "How"];

    public static IReadOnlyList<Option> For(Question question) => question.Id switch
    {
        "phototype" => [new("Yes", "I will choose how it reacts"), NotSure],
        "bdd" => [new("No", "A little, or not at all"), new("Yes", "A lot"), NotSure],
        _ when Open.Any(w => question.Text.StartsWith(w + " ", StringComparison.Ordinal)) =>
            [new("No", "None, or never"), new("Yes", "I will tell you"), NotSure],
        _ => [new("No", "No"), new("Yes", "Yes"), NotSure],
    };

    public static string Of(Question question, Answer answer) => For(question).FirstOrDefault(o => o.Value == answer.Reply.ToString())?.Text ?? Words.Of(answer.Reply);

    private static Option NotSure => new("NotSure", "I do not know");
}
