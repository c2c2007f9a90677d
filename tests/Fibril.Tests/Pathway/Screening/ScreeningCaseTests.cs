using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Practice.Patients;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Screening;

public class ScreeningCaseTests
{
    [Fact]
    public void All_answered_no_proceeds_and_leaves_nothing_open()
    {
        var decision = new Facts().Decide();

        Assert.Empty(decision.Unanswered);
        Assert.True(decision.Decision <= CandidacyOutcome.ProceedWithPrecautions, string.Join(", ", decision.Findings.Select(f => f.Rule)));
    }

    [Fact]
    public void The_file_it_builds_is_valid_by_the_contract()
    {
        var file = new Facts()
            .Say("skin-products", Reply.Yes, Item(AnswerItemKind.Product, "retinol") with { On = "2026-06-09", Zones = ["cheek"] })
            .Say("cold-sores", Reply.Yes, Item(AnswerItemKind.Condition, "herpes-orofacial") with { Now = false, On = "2025-11", Value = 3 })
            .Chart(ChartKind.Condition, "diabetes", attribute: "kind=type-2;complications=neuropathy", from: new(2010, 1, 1))
            .Chart(ChartKind.Medicine, "warfarin", from: new(2020, 1, 1))
            .Case(forOn: new(2026, 7, 1));

        var reading = CaseReader.Read(file.ToJson());

        Assert.Empty(reading.Problems);
        Assert.Equal(file.ToJson(), reading.Case!.ToJson());
    }

    [Fact]
    public void I_do_not_know_and_a_blank_are_open_questions()
    {
        var facts = new Facts().Say("psoriasis", Reply.NotSure);
        facts.Consultation.Answers = [.. facts.Consultation.Answers.Where(a => a.Question != "heart")];

        var decision = facts.Decide();

        Assert.Equal(["psoriasis", "heart"], decision.Unanswered);
        Assert.Equal(CandidacyOutcome.PhysicianReview, decision.Decision);
    }

    [Fact]
    public void Retinol_yesterday_waits_five_days()
    {
        var decision = new Facts().Say("skin-products", Reply.Yes, Item(AnswerItemKind.Product, "retinol") with { On = "2026-06-09", Zones = ["cheek"] }).Decide();

        Assert.Equal(CandidacyOutcome.Defer, decision.Decision);
        Assert.Equal(new DateOnly(2026, 6, 14), decision.NotBefore);
    }

    [Fact]
    public void A_named_thing_without_its_day_keeps_the_question_open()
    {
        var file = new Facts().Say("skin-products", Reply.Yes, Item(AnswerItemKind.Product, "retinol")).Case();

        Assert.Equal(["skin-products"], file.Unanswered);
        Assert.Contains("the day of the last use is not known", Assert.Single(CaseNotes.Of(file.Note, CaseNotes.Incomplete)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_in_the_list_waits_for_a_clinician()
    {
        var file = new Facts().Say("medicines", Reply.Yes, Item(AnswerItemKind.Medicine, AnswerItem.Unlisted) with { Note = "Zephyrol drops" }).Case();

        Assert.Equal(["medicines"], file.Unanswered);
        Assert.Contains("Zephyrol drops", file.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_stands_against_a_no_and_the_conflict_is_named()
    {
        var file = new Facts().Chart(ChartKind.Condition, "psoriasis", from: new(2015, 1, 1)).Case();

        Assert.DoesNotContain("psoriasis", file.AnsweredNo!);
        var fact = Assert.Single(file.Conditions!);
        Assert.Equal(ConditionStatus.Active, fact.Status);
        Assert.Contains(CaseNotes.Conflict, fact.Note, StringComparison.Ordinal);
        Assert.Single(CaseNotes.Of(file.Note, CaseNotes.Conflict));
    }

    [Fact]
    public void A_condition_that_is_over_in_the_chart_is_history()
    {
        var file = new Facts().Say("eczema", Reply.NotSure).Chart(ChartKind.Condition, "eczema", "resolved", new(2015, 1, 1), new(2020, 2, 3)).Case();

        var fact = Assert.Single(file.Conditions!);
        Assert.Equal((ConditionStatus.History, "2020-02-03"), (fact.Status, fact.HealedOn?.Text));
    }

    [Fact]
    public void Over_without_a_day_keeps_the_question_open()
    {
        var file = new Facts().Chart(ChartKind.Condition, "eczema", "resolved", new(2015, 1, 1)).Case();

        Assert.Null(file.Conditions);
        Assert.Contains("eczema", file.Unanswered!);
    }

    [Fact]
    public void A_chart_never_proves_the_list_of_medicines_complete()
    {
        var file = new Facts().Say("medicines", Reply.NotSure).Chart(ChartKind.Medicine, "warfarin").Case();

        Assert.Contains("medicines", file.Unanswered!);
        Assert.True(Assert.Single(file.Medicines!).Taking);
    }

    [Fact]
    public void Low_trust_is_marked_and_what_is_not_understood_is_listed()
    {
        var file = new Facts()
            .Chart(ChartKind.Condition, "vitiligo", trust: CodeTrust.Text)
            .Chart(ChartKind.Condition, null, trust: CodeTrust.None)
            .Case();

        Assert.Contains("by its words only", Assert.Single(file.Conditions!).Note, StringComparison.Ordinal);
        Assert.Contains("Something rare", Assert.Single(CaseNotes.Of(file.Note, CaseNotes.NotUnderstood)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pregnancy_in_the_chart_goes_before_a_no()
    {
        var decision = new Facts().Chart(ChartKind.Pregnancy, "pregnancy.status", attribute: "pregnant").Decide();

        Assert.Contains(decision.Findings, f => f.Rule == "C10");
    }

    [Fact]
    public void Before_a_plan_the_usual_depth_is_judged()
    {
        var zones = new Facts(new("cheek", "acne-scar"), new("cheek", "melasma"), new("eyelid", "fine-wrinkles")).Case().Plan.Zones;

        Assert.Equal([("cheek", 1.5m, "melasma"), ("eyelid", 0.1m, "fine-wrinkles")], zones.Select(z => (z.Zone, z.DepthMm, z.Indication)));
    }

    [Fact]
    public void The_screen_for_dysmorphic_concern_is_only_answered_by_an_examination()
    {
        var facts = new Facts();
        facts.Consultation.Examine(new Examination { Phototype = 2, PhototypeMethod = "examiner" });

        Assert.Equal(["bdd"], facts.Decide().Unanswered);
    }

    [Fact]
    public void Sun_answers_become_exposures()
    {
        var file = new Facts()
            .Say("sun", Reply.Yes, Item(AnswerItemKind.Exposure, "uv") with { On = "2026-06-01", Zones = ["face"] }, Item(AnswerItemKind.Exposure, "sunburn") with { Now = true })
            .Case();

        Assert.Equal("2026-06-01", file.Exposures!.LastUv?.Text);
        Assert.Null(file.Exposures.Sunburn!.ResolvedOn);
    }

    private static AnswerItem Item(AnswerItemKind kind, string id) => new() { Kind = kind, Id = id };
}
