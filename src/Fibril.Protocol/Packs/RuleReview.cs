namespace Fibril.Protocol;

/// <summary>Which rules a clinician should look at again.</summary>
public static class RuleReview
{
    /// <summary>Rules whose day of review lies before today, longest overdue first; on the day itself a rule is still in time.</summary>
    public static IReadOnlyList<Rule> Overdue(IEnumerable<Rule> rules, DateOnly today) =>
        [.. rules.Where(r => r.ReviewOn < today).OrderBy(r => r.ReviewOn).ThenBy(r => r.Id, StringComparer.Ordinal)];
}
