using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>Facts that cannot be right together are decided on as they stand, and said.</summary>
public class NoticeTests
{
    [Theory]
    [InlineData("'patient':{'birthDate':'1905-06-10'}", "age-over-120", "/patient/birthDate")]
    [InlineData("'allergies':[{'id':'nickel'},{'id':'lidocaine'}]", "allergic-and-planned", "/allergies/1")]
    [InlineData("'allergies':[{'id':'amide-anaesthetic'}]", "allergic-and-planned", "/allergies/0")]
    [InlineData("'allergies':[{'id':'hyaluronic-gel'}],'plan':{'topicals':['sterile-ha-gel']}", "allergic-and-planned", "/allergies/0")]
    [InlineData("'conditions':[{'id':'wart','status':'active','healedOn':'2026-06-01'}]", "active-and-healed", "/conditions/0")]
    public void Contradiction_is_a_notice_that_points_to_the_fact(string facts, string code, string at)
    {
        var notice = Assert.Single(Cases.Decide(facts).Notices!);

        Assert.Equal((code, at), (notice.Code, notice.FactRef));
        Assert.EndsWith(".", notice.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("'patient':{'birthDate':'1905-06-11'}")]
    [InlineData("'allergies':[{'id':'lidocaine'}],'plan':{'anaesthetic':'none'}")]
    [InlineData("'allergies':[{'id':'hyaluronic-gel'}]")]
    [InlineData("'conditions':[{'id':'wart','status':'history','healedOn':'2026-06-01'}]")]
    public void Facts_that_fit_together_give_none(string facts) => Assert.Null(Cases.Decide(facts).Notices);

    [Fact]
    public void Notice_adds_no_rule_and_leaves_the_headline_to_the_rules()
    {
        var old = Cases.Decide("'patient':{'birthDate':'1900-01-01'}");

        Assert.Equal(Cases.Decide("").Findings.Select(f => f.Rule), old.Findings.Select(f => f.Rule));
        Assert.Equal(CandidacyOutcome.Proceed, old.Decision);
        Assert.Contains("\nPlease check\n  Born 1900-01-01, older than 120 years", CandidacyText.Render(old), StringComparison.Ordinal);
    }

    [Fact]
    public void Allergic_and_planned_is_judged_by_the_rule_on_the_allergy_too()
    {
        var decision = Cases.Decide("'allergies':[{'id':'lidocaine'}]");

        Assert.Equal(("C27a", CandidacyOutcome.PhysicianReview), (decision.Findings[0].Rule, decision.Decision));
    }
}
