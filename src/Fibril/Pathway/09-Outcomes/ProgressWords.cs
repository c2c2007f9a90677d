using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>A change as the person reads it: what it was, what it is, and what the difference says, no more.</summary>
public static class ProgressWords
{
    public static string Of(ScaleCourse course)
    {
        if (course is not { Now: { } now, Change: { } change })
        {
            return $"Before the first session your score was {Number(course.Baseline.Value)}. We have not scored it again yet.";
        }

        var went = $"Your score was {Number(course.Baseline.Value)} before and is {Number(now.Value)} now; {(course.Scale.Better == BetterEnd.Low ? "lower" : "higher")} is better.";
        return $"{went} {Says(change)}";
    }

    private static string Says(ScaleChange change) => change.Verdict switch
    {
        ChangeVerdict.Better => "That is better than before.",
        ChangeVerdict.Worse => "That is worse than before. We talk about it with you.",
        _ when change.ErrorBound is { } bound => $"That is no clear change: two people who score the same skin can differ by {Number(bound)} points.",
        _ => "That is no change.",
    };

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.CurrentCulture);
}
