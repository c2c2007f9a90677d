using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Screening;

public class ReviewKeepingTests
{
    private static readonly DateOnly Later = Facts.Today.AddDays(20);

    [Fact]
    public void Same_facts_on_a_later_day_keep_the_review_and_who_gave_it()
    {
        var now = KeepFrom(Retinol(), Retinol().Screening(on: Later));

        Assert.Equal((Verdict.Accepted, "Phil", "start slowly"), (now.Verdict, now.ReviewedByName, now.ReviewNote));
        Assert.True(ScreeningRules.MayBook(ProtocolPack.Current, now, Later).IsAllowed);
    }

    [Fact]
    public void Fewer_findings_keep_an_acceptance() => Assert.Equal(Verdict.Accepted, KeepFrom(Retinol(), new Facts().Screening(on: Later)).Verdict);

    [Fact]
    public void A_new_finding_needs_a_new_review() =>
        Assert.Null(KeepFrom(Retinol(), Retinol().Say("psoriasis", Reply.NotSure).Screening(on: Later)).Verdict);

    [Fact]
    public void The_same_rule_on_a_newer_fact_needs_a_new_review_and_loses_its_override()
    {
        var now = KeepFrom(Retinol(), Retinol("2026-06-28").Screening(on: Later));

        Assert.Null(now.Verdict);
        Assert.Empty(now.Overrides);
    }

    [Fact]
    public void An_override_holds_for_the_same_finding()
    {
        var now = KeepFrom(Retinol(), Retinol().Screening(on: Facts.Today.AddDays(1)));

        Assert.Equal("M13", Assert.Single(now.Overrides).Rule);
        Assert.True(ScreeningRules.MayBook(ProtocolPack.Current, now, Facts.Today.AddDays(1)).IsAllowed);
    }

    [Fact]
    public void Another_area_needs_a_new_review() =>
        Assert.Null(KeepFrom(new Facts(), new Facts(new AskedArea("cheek", "acne-scar"), new AskedArea("forehead", "acne-scar")).Screening(on: Later)).Verdict);

    [Fact]
    public void A_refusal_is_looked_at_again_once_its_cause_is_gone()
    {
        Assert.Equal(Verdict.NotTreated, KeepFrom(Retinol(), Retinol().Screening(on: Facts.Today.AddDays(1)), Verdict.NotTreated).Verdict);
        Assert.Null(KeepFrom(Retinol(), new Facts().Screening(on: Later), Verdict.NotTreated).Verdict);
    }

    private static CandidacyScreening KeepFrom(Facts then, CandidacyScreening now, Verdict verdict = Verdict.Accepted)
    {
        var former = then.Screening();
        former.Override(new("M13", ["cheek"], "a trace", Guid.Empty, "Phil", "Physician", default));
        former.Review(verdict, "start slowly", Guid.NewGuid(), "Phil", default);
        ReviewKeeping.Keep(former, now);
        return now;
    }

    private static Facts Retinol(string on = "2026-06-09") =>
        new Facts().Say("skin-products", Reply.Yes, new AnswerItem { Kind = AnswerItemKind.Product, Id = "retinol", On = on, Zones = ["cheek"] });
}
