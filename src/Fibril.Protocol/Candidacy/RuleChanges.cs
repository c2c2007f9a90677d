namespace Fibril.Protocol;

/// <summary>What a clinic may change of a rule. Pure. Source: knowledge base 11 (a clinic switches rules; the change is on record), clinic.</summary>
public static class RuleChanges
{
    /// <summary>A wait may last so many days longer at most.</summary>
    public const int MostDaysLonger = 730;

    private const int MostWhole = 1200;

    /// <summary>Rules of conduct: a blank answer stays a question, and what is prescribed gets its one sentence, in every clinic.</summary>
    private static readonly string[] Fixed = ["U-ASK", "M-RX"];

    /// <summary>Why a change cannot be made; empty when it can. Each sentence says what would be right.</summary>
    /// <param name="pack">The published pack.</param>
    /// <param name="change">What the clinic wants.</param>
    public static IReadOnlyList<string> Problems(ProtocolPack pack, RuleChange change)
    {
        if (pack.Rules.FirstOrDefault(r => r.Id == change.Rule) is not { } rule)
        {
            return [$"there is no rule '{change.Rule}'{Spelling.Hint(change.Rule, pack.Rules.Select(r => r.Id))}."];
        }

        if (Fixed.Contains(rule.Id))
        {
            return [$"{rule.Id} is a rule of conduct; no clinic changes it."];
        }

        return
        [
            .. Reason(pack, change),
            .. change.Off ? Off(rule, change) : Tightening(rule, change),
        ];
    }

    /// <summary>True when a clinic may switch it off: never what nobody may override.</summary>
    public static bool MaySwitchOff(Rule rule) => MayChange(rule) && rule.Outcomes.All(o => o.OverridableBy != Overrider.Nobody);

    /// <summary>True when a clinic may change it at all: never a rule of conduct.</summary>
    public static bool MayChange(Rule rule) => !Fixed.Contains(rule.Id);

    /// <summary>True when some wait of the rule comes from the vocabulary and not from a number of its own.</summary>
    public static bool MayLastLonger(Rule rule) => rule.When.Any(c => c.Until?.Contains('{', StringComparison.Ordinal) == false);

    /// <summary>Effects that make an outcome of the rule stricter. A wait becomes no review: a physician can accept a review, and nobody a wait.</summary>
    public static IReadOnlyList<FindingEffect> StricterThan(Rule rule) =>
        [.. new[] { FindingEffect.Precaution, FindingEffect.PhysicianReview, FindingEffect.DoNotTreat }.Where(e => rule.Outcomes.Any(o => Raised(o.Effect, e) != o.Effect))];

    /// <summary>Who may override fewer than may now.</summary>
    public static IReadOnlyList<Overrider> NarrowerThan(Rule rule) =>
        [.. new[] { Overrider.Physician, Overrider.Dermatologist, Overrider.Nobody }.Where(o => rule.Outcomes.Any(r => Rank(r.OverridableBy) < Rank(o)))];

    /// <summary>What is left of a change on a rule that has caught up with a part of it; null when nothing is.</summary>
    public static RuleChange? Remaining(ProtocolPack pack, RuleChange change)
    {
        if (change.Off || pack.Rules.FirstOrDefault(r => r.Id == change.Rule) is not { } rule)
        {
            return Problems(pack, change).Count == 0 ? change : null;
        }

        var left = change with
        {
            Numbers = change.Numbers.Where(n => NumberProblem(rule, n.Key, n.Value) is null).ToDictionary(),
            DaysLonger = MayLastLonger(rule) ? change.DaysLonger : null,
            Effect = change.Effect is { } effect && StricterThan(rule).Contains(effect) ? effect : null,
            OverridableBy = change.OverridableBy is { } who && NarrowerThan(rule).Contains(who) ? who : null,
        };
        return Problems(pack, left).Count == 0 ? left : null;
    }

    /// <summary>How many days the waits of the rule last longer.</summary>
    internal static int DaysLonger(Rule published, RuleChange change) => (change.DaysLonger ?? 0) + change.Numbers
        .Where(n => n.Key.EndsWith("ays", StringComparison.Ordinal))
        .Select(n => decimal.ToInt32(n.Value - published.Numbers[n.Key]))
        .Append(0)
        .Max();

    private static IEnumerable<string> Reason(ProtocolPack pack, RuleChange change)
    {
        var text = change.Because.Trim();
        if (text.Length is 0 or > 300 || text.AsSpan().IndexOfAny('{', '}') >= 0)
        {
            yield return "because: say why in a sentence of at most 300 letters, without braces.";
        }

        foreach (var problem in ConductLinter.Conduct(pack, text))
        {
            yield return $"because: '{problem.Word}' may not stand in one sentence with a prescribed medicine. {problem.Instead}";
        }
    }

    private static IEnumerable<string> Off(Rule rule, RuleChange change)
    {
        if (!MaySwitchOff(rule))
        {
            yield return $"off: nobody may override {rule.Id}, so no clinic switches it off.";
        }

        if (change.Numbers.Count > 0 || change.DaysLonger is not null || change.Effect is not null || change.OverridableBy is not null)
        {
            yield return "off: a rule is either switched off or tightened; name one of them.";
        }
    }

    private static IEnumerable<string> Tightening(Rule rule, RuleChange change)
    {
        if (change.Numbers.Count == 0 && change.DaysLonger is null && change.Effect is null && change.OverridableBy is null)
        {
            yield return "name what changes: off, numbers, daysLonger, effect or overridableBy.";
        }

        foreach (var (name, value) in change.Numbers)
        {
            if (NumberProblem(rule, name, value) is { } problem)
            {
                yield return $"numbers: {problem}";
            }
        }

        if (change.DaysLonger is { } days && (days is < 1 or > MostDaysLonger || !MayLastLonger(rule)))
        {
            yield return MayLastLonger(rule) ? $"daysLonger: use 1 to {MostDaysLonger}." : "daysLonger: this rule has no wait of the vocabulary; tighten a number.";
        }

        if (change.Effect is { } effect && !StricterThan(rule).Contains(effect))
        {
            yield return $"effect: {ContractJson.Word(effect)} is not stricter than it is; use {OneOf(StricterThan(rule))}.";
        }

        if (change.OverridableBy is { } who && !NarrowerThan(rule).Contains(who))
        {
            yield return $"overridableBy: {ContractJson.Word(who)} is no fewer than may now; use {OneOf(NarrowerThan(rule))}.";
        }
    }

    private static string? NumberProblem(Rule rule, string name, decimal value) =>
        !rule.Tighter.TryGetValue(name, out var direction)
            ? $"{name} cannot be tightened{(rule.Tighter.Count == 0 ? "; this rule has no such number." : $"; use {string.Join(", ", rule.Tighter.Keys)}.")}"
            : direction == Tighter.More && value <= rule.Numbers[name] ? $"{name} must be more than {NumberText.Of(rule.Numbers[name])}."
            : direction == Tighter.Less && (value >= rule.Numbers[name] || value < 0) ? $"{name} must be less than {NumberText.Of(rule.Numbers[name])}, and not below 0."
            : rule.Numbers[name].Scale == 0 && (!decimal.IsInteger(value) || value > MostWhole) ? $"{name} is a whole number of at most {MostWhole}."
            : null;

    private static string OneOf<T>(IReadOnlyList<T> words) where T : struct, Enum => words.Count == 0 ? "none; it is the strictest already" : string.Join(", ", words.Select(w => ContractJson.Word(w)));

    /// <summary>The fewer may, the higher.</summary>
    internal static int Rank(Overrider who) => who == Overrider.Nobody ? int.MaxValue : (int)who;

    /// <summary>An effect that is at least another one; a wait stays a wait under a review.</summary>
    internal static FindingEffect Raised(FindingEffect effect, FindingEffect? to) =>
        to is { } target && target > effect && (effect, target) != (FindingEffect.Defer, FindingEffect.PhysicianReview) ? target : effect;
}
