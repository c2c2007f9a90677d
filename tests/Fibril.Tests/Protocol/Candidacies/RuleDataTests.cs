using System.Text.RegularExpressions;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

public partial class RuleDataTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Flags_and_conditions_have_the_same_ids() => Assert.Equal(Pack.RedFlags.Select(f => f.Id).Order(), Triage.FlagIds.Order());

    [Fact]
    public void Convention_or_default_is_never_called_evidence() =>
        Assert.All(Pack.Rules.Where(IsConvention), rule => Assert.Equal(RuleBasis.Default, rule.Basis));

    [Fact]
    public void Refusal_and_wait_name_their_way_out_or_are_final()
    {
        var open = Pack.Rules.SelectMany(r => r.Outcomes.Where(o => o.Effect is FindingEffect.PhysicianReview && o.Until is null));

        Assert.Empty(open);
    }

    [Fact]
    public void Every_text_is_filled_in()
    {
        var findings = RuleCoverageTests.AllRows.SelectMany(row => Cases.Decide(row.Facts).Findings).ToList();

        Assert.DoesNotContain(findings, f => Brace().IsMatch(f.Reason + f.PatientText + f.Until));
        Assert.All(findings, f => Assert.True(f.Effect != FindingEffect.Defer || f.NotBefore is not null || f.Until is not null, f.Rule));
    }

    [Fact]
    public void Every_outcome_is_reached_by_a_row()
    {
        var reached = RuleCoverageTests.AllRows
            .SelectMany(row => Cases.Decide(row.Facts).Findings)
            .Select(f => (f.Rule, f.Effect))
            .ToHashSet();

        Assert.Empty(Pack.Rules.SelectMany(r => r.Outcomes.Select(o => (r.Id, o.Effect))).Except(reached));
    }

    private static bool IsConvention(Rule rule) => rule.Sources.Contains("default") || Convention().IsMatch(rule.Grade);

    [GeneratedRegex(@"\b[XD]\b")]
    private static partial Regex Convention();

    [GeneratedRegex(@"[{}]")]
    private static partial Regex Brace();
}
