using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

public class CandidacyTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Review_without_a_date_keeps_the_date_of_a_wait()
    {
        var decision = Cases.Decide("'conditions':[{'id':'pacemaker','status':'active'}],'procedures':[{'id':'ipl','on':'2026-06-01'}]");

        Assert.Equal(CandidacyOutcome.PhysicianReview, decision.Decision);
        Assert.Equal(new DateOnly(2026, 6, 22), decision.NotBefore);
    }

    [Fact]
    public void Refused_zone_takes_the_date_off_the_headline_but_not_off_the_other_zone()
    {
        var decision = Cases.Decide(
            "'plan':{'zones':[{'zone':'cheek','depthMm':1,'indication':'texture'},{'zone':'chin','depthMm':1,'indication':'texture'}]},"
            + "'conditions':[{'id':'psoriasis','status':'active','zones':['cheek']}],'procedures':[{'id':'ipl','on':'2026-06-01','zones':['face']}]");

        Assert.Equal((CandidacyOutcome.DoNotTreat, null), (decision.Decision, decision.NotBefore));
        Assert.Equal([null, new DateOnly(2026, 6, 22)], decision.Zones.Select(z => z.NotBefore));
    }

    [Theory]
    [InlineData("", 1.5, 21)]
    [InlineData("'patient':{'phototype':4}", 1.0, 28)]
    [InlineData("'patient':{'phototype':4},'procedures':[{'id':'needling','on':'2025-01-01','depthMm':0.5,'zones':['face']}]", 1.5, 28)]
    [InlineData("'patient':{'phototype':4},'procedures':[{'id':'needling','on':'2025-01-01','depthMm':0.5,'zones':['back']}]", 1.0, 28)]
    [InlineData("'patient':{'phototype':4},'conditions':[{'id':'pih','status':'history'}]", 1.0, 42)]
    [InlineData("'conditions':[{'id':'pih','status':'history'}]", 1.5, 21)]
    [InlineData("'conditions':[{'id':'keloid','status':'family'}]", 1.0, 21)]
    [InlineData("'conditions':[{'id':'melasma','status':'history'}]", 1.0, 21)]
    [InlineData("'conditions':[{'id':'rosacea-erythematous','status':'active'}]", 0.5, 14)]
    [InlineData("'medicines':[{'id':'aspirin','taking':true,'prescribed':true}]", 1.0, 21)]
    [InlineData("'plan':{'zones':[{'zone':'cheek','depthMm':2.0,'indication':'texture'}]}", 1.5, 28)]
    [InlineData("'plan':{'zones':[{'zone':'scalp','depthMm':0.6,'indication':'texture'}]}", 1.5, 7)]
    [InlineData("'plan':{'zones':[{'zone':'abdomen','depthMm':2.0,'indication':'texture'}]}", 2.5, 42)]
    [InlineData("'patient':{'phototype':6},'plan':{'zones':[{'zone':'abdomen','depthMm':0.3,'indication':'texture'}]}", 2.5, 28)]
    public void Zone_says_depth_and_interval(string facts, double maxDepthMm, int minIntervalDays)
    {
        var zone = Assert.Single(Cases.Decide(facts).Zones);

        Assert.Equal(((decimal)maxDepthMm, minIntervalDays), (zone.MaxDepthMm, zone.MinIntervalDays));
    }

    [Fact]
    public void Dual_treatment_is_advised_against_without_a_date()
    {
        var decision = Cases.Decide("'medicines':[{'id':'aspirin','taking':true,'prescribed':true},{'id':'clopidogrel','taking':true,'prescribed':true}]");

        var finding = Assert.Single(decision.Findings, f => f.Rule == "M06");
        Assert.Contains("advice is not to treat", finding.Reason, StringComparison.Ordinal);
        Assert.Null(decision.NotBefore);
    }

    [Fact]
    public void Questions_follow_the_plan()
    {
        var file = Cases.With("'patient':{'sex':'male','phototype':5},'plan':{'zones':[{'zone':'scalp','depthMm':0.5,'indication':'alopecia-areata'}]}");

        var asked = Candidacy.QuestionsFor(Pack, file).Select(q => q.Id).ToList();

        Assert.Contains("hair-loss", asked);
        Assert.Contains("pih", asked);
        Assert.DoesNotContain("pregnancy", asked);
        Assert.DoesNotContain("cold-sores", asked);
        Assert.DoesNotContain("scar-age", asked);
    }

    [Fact]
    public void Nothing_said_leaves_every_question_that_applies_open()
    {
        var file = Cases.With("'otherwise':null,'patient':{'phototype':null}");

        var decision = Candidacy.Decide(Pack, file);

        Assert.Equal(Candidacy.QuestionsFor(Pack, file).Select(q => q.Id), decision.Unanswered);
        Assert.Equal(CandidacyOutcome.PhysicianReview, decision.Decision);
        Assert.Equal(decision.Unanswered.Count, decision.Findings.Count(f => f.Rule == "U-ASK"));
    }

    [Fact]
    public void What_if_finds_the_day_the_answer_changes()
    {
        var file = Cases.With("'procedures':[{'id':'ipl','on':'2026-06-01'},{'id':'waxing','on':'2026-06-09'}]");

        var change = Candidacy.WhatIf(Pack, file);

        Assert.Equal((new DateOnly(2026, 6, 22), CandidacyOutcome.Defer, CandidacyOutcome.Proceed), (change!.On, change.From, change.To));
    }

    [Fact]
    public void What_if_sees_one_zone_change_before_the_other()
    {
        var file = Cases.With(
            "'plan':{'zones':[{'zone':'cheek','depthMm':1,'indication':'texture'},{'zone':'chin','depthMm':1,'indication':'texture'}]},"
            + "'procedures':[{'id':'ipl','on':'2026-06-01','zones':['cheek']},{'id':'waxing','on':'2026-06-09','zones':['chin']}]");

        var change = Candidacy.WhatIf(Pack, file);

        Assert.Equal(new DateOnly(2026, 6, 16), change!.On);
        Assert.Equal(CandidacyOutcome.Defer, change.To);
    }

    [Fact]
    public void What_if_is_null_when_no_date_helps() => Assert.Null(Candidacy.WhatIf(Pack, Cases.With("'breastfeeding':{'status':'yes'}")));

    [Fact]
    public void Stored_decision_reads_back_as_the_same_bytes()
    {
        var json = Cases.Decide("'conditions':[{'id':'herpes-orofacial','status':'active'}],'unanswered':['heart']").ToJson();

        Assert.Equal(json, CandidacyDecision.FromJson(json).ToJson());
    }

    [Fact]
    public void Text_shows_answer_reason_date_source_and_what_is_open()
    {
        var text = CandidacyText.Render(Cases.Decide("'procedures':[{'id':'botulinum-toxin','on':'2026-06-01','zones':['cheek']}],'unanswered':['heart']"));

        Assert.StartsWith("Physician review, not before 15 June 2026 (session planned for 10 June 2026)\n", text, StringComparison.Ordinal);
        Assert.Contains("C22 Defer, not before 15 June 2026: Botulinum toxin (cheek), on 2026-06-01", text, StringComparison.Ordinal);
        Assert.Contains("a default of the clinic, not proven; grade X; sources S85, S111; override: physician", text, StringComparison.Ordinal);
        Assert.Contains("Not answered\n  heart\n", text, StringComparison.Ordinal);
        Assert.Contains(Pack.Hash, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_with_the_pack_spells_out_questions_and_sources()
    {
        var text = CandidacyText.Render(Cases.Decide("'procedures':[{'id':'ipl','on':'2026-06-01'}],'unanswered':['heart']"), Pack);

        Assert.Contains("Not answered\n  heart: heart disease or device\n", text, StringComparison.Ordinal);
        Assert.Contains($"S105: {Pack.Source("S105")!.Title}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9999-06-10")]
    [InlineData("0001-01-01")]
    public void Edge_of_the_calendar_is_decided(string day)
    {
        var decision = Cases.Decide(
            $"'on':'{day}','patient':{{'birthDate':'{day}'}},'products':[{{'id':'retinol','lastUsed':'{day}'}}],'medicines':[{{'id':'isotretinoin','taking':false,'prescribed':true,'lastTaken':'{day}'}}]");

        Assert.Equal(CandidacyOutcome.Defer, decision.Decision);
    }
}
