using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Practice.Staff;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Screening;

public class ScreeningRulesTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Theory]
    [InlineData(Overrider.Nobody, Profession.Dermatologist, false)]
    [InlineData(Overrider.Practitioner, Profession.Practitioner, true)]
    [InlineData(Overrider.Practitioner, Profession.Physician, true)]
    [InlineData(Overrider.Practitioner, Profession.None, false)]
    [InlineData(Overrider.Physician, Profession.Practitioner, false)]
    [InlineData(Overrider.Physician, Profession.Dermatologist, true)]
    [InlineData(Overrider.Dermatologist, Profession.Physician, false)]
    [InlineData(Overrider.Dermatologist, Profession.Dermatologist, true)]
    public void Only_whom_the_rule_names_may_override(Overrider by, Profession profession, bool may)
    {
        var finding = new Facts().Say("psoriasis", Reply.NotSure).Decide().Findings[0] with { OverridableBy = by };

        Assert.Equal(may, ScreeningRules.MayOverride(finding, profession));
    }

    [Fact]
    public void Effective_outcome_leaves_out_what_was_set_aside()
    {
        var screening = Retinol();
        screening.Override(new("M13", ["cheek"], "seen", Guid.Empty, "Phil", "Physician", default));

        var effective = ScreeningRules.EffectiveOutcome(CandidacyDecision.FromJson(screening.DecisionJson), screening.Overrides);

        Assert.True(effective.Outcome < CandidacyOutcome.Defer);
        Assert.Null(effective.NotBefore);
    }

    /// <summary>The clinician's word, and the finding of which the person was set aside (C08b, do not treat; psoriasis, a physician decides).</summary>
    [Theory]
    [InlineData(null, false, "do-not-treat")]
    [InlineData(null, true, "physician-review")]
    [InlineData(Verdict.Referred, false, "do-not-treat")]
    [InlineData(Verdict.Referred, true, "physician-review")]
    [InlineData(Verdict.NotTreated, false, "do-not-treat")]
    [InlineData(Verdict.NotTreated, true, "do-not-treat")]
    [InlineData(Verdict.Accepted, true, "proceed-with-precautions")]
    [InlineData(Verdict.AcceptedWithChange, true, "proceed-with-precautions")]
    public void Standing_is_what_overrides_and_the_clinicians_word_leave(Verdict? verdict, bool aside, string outcome)
    {
        var screening = Keloid().Say("psoriasis", Reply.NotSure).Screening();
        Assert.Equal("do-not-treat", screening.Outcome);
        if (aside)
        {
            SetAside(screening, "C08b");
        }

        if (verdict is { } given)
        {
            screening.Review(given, "why", Guid.Empty, "Dora", default);
        }

        Assert.Equal(outcome, OutcomeWords.Id(ScreeningRules.Standing(screening).Outcome));
    }

    [Fact]
    public void Standing_accepted_still_waits_for_its_day()
    {
        var screening = Retinol();
        screening.Review(Verdict.Accepted, null, Guid.Empty, "Pia", default);

        Assert.Equal((CandidacyOutcome.Defer, new DateOnly(2026, 6, 14)), (ScreeningRules.Standing(screening).Outcome, ScreeningRules.Standing(screening).NotBefore));
    }

    [Fact]
    public void Unreviewed_is_not_bookable()
    {
        var may = ScreeningRules.MayBook(Pack, Retinol(), new(2026, 7, 1));

        Assert.Equal("not-reviewed", Assert.Single(may.Reasons).Code);
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(30, true)]
    public void Accepted_is_bookable_from_the_day_the_wait_ends(int dayOfJune, bool may)
    {
        var screening = Retinol();
        screening.Review(Verdict.Accepted, null, Guid.Empty, "Pia", default);

        var decision = ScreeningRules.MayBook(Pack, screening, new(2026, 6, dayOfJune));

        Assert.Equal(may, decision.IsAllowed);
    }

    [Theory]
    [InlineData(Verdict.Referred, "referred")]
    [InlineData(Verdict.NotTreated, "not-treated")]
    public void Another_verdict_is_not_bookable(Verdict verdict, string code)
    {
        var screening = Retinol();
        screening.Review(verdict, "why", Guid.Empty, "Pia", default);

        Assert.Equal(code, Assert.Single(ScreeningRules.MayBook(Pack, screening, new(2026, 7, 1)).Reasons).Code);
    }

    [Fact]
    public void A_review_is_a_physicians_to_accept()
    {
        var screening = new Facts().Say("psoriasis", Reply.NotSure).Screening();

        Assert.False(ScreeningRules.MayAccept(screening, Profession.Practitioner).IsAllowed);
        Assert.True(ScreeningRules.MayAccept(screening, Profession.Physician).IsAllowed);
        Assert.False(ScreeningRules.MayAccept(screening, Profession.None).IsAllowed);
    }

    [Fact]
    public void What_must_not_be_treated_cannot_be_accepted()
    {
        var screening = new Facts(new AskedArea("eyelid", "fine-wrinkles")).Screening();

        var may = ScreeningRules.MayAccept(screening, Profession.Dermatologist);

        Assert.Contains(may.Reasons, r => r.Code == "R025");
    }

    [Fact]
    public void Same_facts_are_not_stale_and_a_new_answer_is_shown()
    {
        var facts = new Facts();
        var screening = facts.Screening();
        Assert.False(ScreeningRules.IsStale(screening, facts.Case(), Pack));

        facts.Say("skin-products", Reply.Yes, new AnswerItem { Kind = AnswerItemKind.Product, Id = "retinol", On = "2026-06-09" });

        Assert.True(ScreeningRules.IsStale(screening, facts.Case(), Pack));
        var differences = ScreeningRules.Differences(screening, facts.Case());
        Assert.Contains(differences, d => d.What == "products" && d.Now.Contains("retinol", StringComparison.Ordinal));
    }

    [Fact]
    public void Patient_reads_day_and_reason_but_no_verdict()
    {
        var waiting = PatientAnswer.Of(Retinol());
        var refused = PatientAnswer.Of(new Facts(new AskedArea("eyelid", "fine-wrinkles")).Screening());

        Assert.Equal("From 14 June 2026", waiting.Headline);
        Assert.Contains(waiting.Reasons, r => r.From == new DateOnly(2026, 6, 14));
        Assert.Equal("We would like to talk with you first", refused.Headline);
        Assert.Empty(refused.Reasons);
    }

    [Fact]
    public void Patient_whose_accepted_decision_waits_for_no_day_does_not_read_that_she_can_be_treated()
    {
        var screening = new Facts().Say("pregnancy", Reply.Yes, new AnswerItem { Kind = AnswerItemKind.Pregnancy, Id = "pregnant" }).Screening();
        screening.Review(Verdict.AcceptedWithChange, "After the birth.", Guid.Empty, "Phil", default);

        Assert.Equal("Not yet", PatientAnswer.Of(screening).Headline);
    }

    private static Facts Keloid() => new Facts().Say("keloid", Reply.Yes, new AnswerItem { Kind = AnswerItemKind.Condition, Id = "keloid", Now = true, Zones = ["shoulder"] });

    private static void SetAside(CandidacyScreening screening, string rule)
    {
        foreach (var finding in CandidacyDecision.FromJson(screening.DecisionJson).Findings.Where(f => f.Rule == rule))
        {
            screening.Override(new(rule, [.. finding.Zones], "A test spot first.", Guid.Empty, "Dora", "Dermatologist", default));
        }
    }

    private static CandidacyScreening Retinol() =>
        new Facts().Say("skin-products", Reply.Yes, new AnswerItem { Kind = AnswerItemKind.Product, Id = "retinol", On = "2026-06-09", Zones = ["cheek"] }).Screening();
}
