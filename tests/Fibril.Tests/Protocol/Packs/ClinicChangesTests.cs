using Fibril.Protocol;
using Fibril.Tests.Protocol.Candidacies;

namespace Fibril.Tests.Protocol.Packs;

public class ClinicChangesTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    public static TheoryData<string, string> Wrong => new()
    {
        { "'rule':'C6a','off':true,'because':'x'", "there is no rule 'C6a'" },
        { "'rule':'C26a','because':'x'", "name what changes" },
        { "'rule':'C26a','numbers':{'days':14},'because':'x'", "days must be more than 14" },
        { "'rule':'C26a','numbers':{'days':14.5},'because':'x'", "days is a whole number of at most 1200" },
        { "'rule':'C26a','numbers':{'days':1201},'because':'x'", "days is a whole number of at most 1200" },
        { "'rule':'C26a','numbers':{'weeks':3},'because':'x'", "weeks cannot be tightened; use days" },
        { "'rule':'M05','numbers':{'maxDepthMm':1.0},'because':'x'", "maxDepthMm must be less than 1.0" },
        { "'rule':'M05','numbers':{'maxDepthMm':-1},'because':'x'", "not below 0" },
        { "'rule':'C15c','numbers':{'months':3},'because':'x'", "months cannot be tightened; this rule has no such number" },
        { "'rule':'C26a','daysLonger':7,'because':'x'", "no wait of the vocabulary; tighten a number" },
        { "'rule':'C22','daysLonger':0,'because':'x'", "use 1 to 730" },
        { "'rule':'C22','daysLonger':731,'because':'x'", "use 1 to 730" },
        { "'rule':'C22','effect':'defer','because':'x'", "defer is not stricter than it is; use do-not-treat" },
        { "'rule':'C22','effect':'physician-review','because':'x'", "physician-review is not stricter than it is; use do-not-treat" },
        { "'rule':'C22','numbers':{'days':21},'because':'x'", "days cannot be tightened" },
        { "'rule':'M-RX','effect':'precaution','because':'x'", "M-RX is a rule of conduct" },
        { "'rule':'C01','overridableBy':'practitioner','because':'x'", "is no fewer than may now" },
        { "'rule':'C22','off':true,'daysLonger':7,'because':'x'", "either switched off or tightened" },
        { "'rule':'C10','off':true,'because':'x'", "nobody may override C10" },
        { "'rule':'U-ASK','off':true,'because':'x'", "U-ASK is a rule of conduct" },
        { "'rule':'C22','off':true,'because':' '", "say why" },
        { "'rule':'C22','off':true,'because':'about {days}'", "without braces" },
        { "'rule':'M05','effect':'do-not-treat','because':'Stop the aspirin a week before.'", "may not stand in one sentence with a prescribed medicine" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Change_that_cannot_be_made_is_refused_with_its_line_and_what_would_be_right(string change, string says)
    {
        var problem = Assert.Single(Check($"{{'changes':[\n{{{change}}}]}}").Problems);

        Assert.Equal((ClinicChanges.File, 2), (problem.File, problem.Line));
        Assert.Contains(says, problem.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'changes':[\n{'rule':'C22','of':true,'because':'x'}]}", "there is no key 'of' here; use one of rule, off, numbers")]
    [InlineData("{'changes':[\n{'rule':'C22','off':true}]}", "'because' is missing; every entry needs it.")]
    [InlineData("{'changes':[\n{'rule':'C22','numbrs':{},'because':'x'}]}", "did you mean 'numbers'")]
    [InlineData("{'changes':[\n{'rule':'C22','effect':'forbid','because':'x'}]}", "'forbid' is not known here; use one of note, precaution")]
    [InlineData("{'changes':[{'rule':'C01','effect':'do-not-treat','because':'x'},\n{'rule':'C22','off':true,'because':'x'},{'rule':'C22','off':true,'because':'y'}]}", "stands twice")]
    public void Misspelt_or_doubled_change_is_refused(string text, string says)
    {
        var problem = Assert.Single(Check(text).Problems);

        Assert.Equal((ClinicChanges.File, true), (problem.File, problem.Line is 1 or 2));
        Assert.Contains(says, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_pack_has_a_hash_of_its_own_and_the_same_changes_in_any_order_the_same()
    {
        RuleChange[] changes = [Longer("C22", 7), new() { Rule = "C25", Off = true, Because = "We needle young scars on purpose." }];

        var one = Pack.With(changes);

        Assert.NotEqual(Pack.Hash, one.Hash);
        Assert.Equal(one.Hash, Pack.With([.. changes.Reverse()]).Hash);
        Assert.Equal(Pack.Hash, one.With([]).Hash);
        Assert.Equal(Pack.Hash, one.Published.Hash);
        Assert.True(PackCheck.Check(one, new(2026, 11, 29)).IsClean);
    }

    [Fact]
    public void Longer_wait_is_told_to_everybody_and_moves_the_hold()
    {
        var own = Pack.With([Longer("C22", 7)]);
        var file = Cases.With("'procedures':[{'id':'botulinum-toxin','on':'2026-06-01','zones':['forehead']}],'plan':{'zones':[{'zone':'forehead','depthMm':1,'indication':'texture'}]}");

        var finding = Candidacy.Decide(own, file).Findings.Single(f => f.Rule == "C22");

        Assert.Equal(new DateOnly(2026, 6, 22), finding.NotBefore);
        Assert.Contains("We wait 7 days longer.", finding.PatientText, StringComparison.Ordinal);
        Assert.EndsWith("This clinic is stricter: Our own results.", finding.Reason, StringComparison.Ordinal);
        Assert.Equal(LastDayOf("botulinum-toxin", Pack).AddDays(-7), LastDayOf("botulinum-toxin", own));
    }

    [Fact]
    public void Longer_number_moves_the_hold_of_the_same_rule_and_no_other()
    {
        var own = Pack.With([new() { Rule = "M01", Numbers = new Dictionary<string, decimal> { ["days"] = 10 }, Because = "Bruises." }]);

        Assert.Equal(LastDayOf("ibuprofen", Pack).AddDays(-7), LastDayOf("ibuprofen", own));
        Assert.Equal(LastDayOf("retinol", Pack), LastDayOf("retinol", own));
    }

    [Fact]
    public void Rule_switched_off_asks_for_no_hold_before_the_session_and_stops_no_plan()
    {
        var own = Pack.With([Off("M13"), Off("R013"), Off("Z-CAP")]);
        PlanToCheck plan = new() { Phototype = 2, Plan = Cases.With("'plan':{'zones':[{'zone':'cheek','depthMm':3.0,'indication':'texture'}]}").Plan };

        Assert.Null(HoldCalendar.For(own, new(2026, 7, 1), 1.0m, 2, [new("retinol", Prescribed: false)]).Single(h => h.Id == "M13").LastDayBefore);
        Assert.Contains(PlanCheck.Check(Pack, plan).Findings, f => f is { Code: "Z-CAP", Severity: PlanSeverity.NeedsPhysician });
        Assert.Contains(PlanCheck.Check(own, plan).Findings, f => f is { Code: "Z-CAP", Severity: PlanSeverity.Note });
    }

    [Fact]
    public void Longer_wait_of_months_and_of_a_number_move_the_hold_too()
    {
        var own = Pack.With([Longer("C24c", 10), Longer("C21a", 7) with { Numbers = new Dictionary<string, decimal> { ["deepDays"] = 56, ["deeperThanMm"] = 0.5m } }]);

        Assert.Equal(LastDayOf("facial-surgery", Pack).AddDays(-10), LastDayOf("facial-surgery", own));
        Assert.Equal(new DateOnly(2026, 7, 1).AddDays(-28 - 28 - 7), LastDayOf("ha-filler", own));
    }

    [Fact]
    public void Depth_limited_further_brings_nobody_back_sooner()
    {
        var own = Pack.With([new() { Rule = "M05", Numbers = new Dictionary<string, decimal> { ["maxDepthMm"] = 0.3m }, Because = "Bruises." }]);
        var file = Cases.With("'medicines':[{'id':'aspirin','taking':true,'prescribed':true}]");

        var (before, now) = (Candidacy.Decide(Pack, file).Zones[0], Candidacy.Decide(own, file).Zones[0]);

        Assert.Equal((0.3m, before.MinIntervalDays), (now.MaxDepthMm, now.MinIntervalDays));
    }

    private static RuleChange Off(string rule) => new() { Rule = rule, Off = true, Because = "We see it so." };

    [Fact]
    public void Stricter_effect_names_who_decides_and_what_must_come_true()
    {
        var own = Pack.With([new() { Rule = "C32", Effect = FindingEffect.PhysicianReview, Because = "Brown marks last year" }]);

        var finding = Candidacy.Decide(own, Cases.With("'patient':{'phototype':5}")).Findings.Single(f => f.Rule == "C32");

        Assert.Equal((FindingEffect.PhysicianReview, Overrider.Physician, "A physician has decided."), (finding.Effect, finding.OverridableBy, finding.Until));
        Assert.EndsWith("In our clinic a doctor decides.", finding.PatientText, StringComparison.Ordinal);
        Assert.EndsWith("Brown marks last year.", finding.Reason, StringComparison.Ordinal);
    }

    private static RuleChange Longer(string rule, int days) => new() { Rule = rule, DaysLonger = days, Because = "Our own results." };

    private static DateOnly LastDayOf(string item, ProtocolPack pack) =>
        HoldCalendar.For(pack, new(2026, 7, 1), 1.0m, 2, [new(item, Prescribed: false)]).First(h => Covers(pack, h.Id, item)).LastDayBefore!.Value;

    private static bool Covers(ProtocolPack pack, string hold, string item) => pack.HoldRules.Holds.Any(h => h.Id == hold && h.Covers.Contains(item));

    private static PackReport Check(string text)
    {
        var files = Pack.FileNames.ToDictionary(f => f, Pack.Text);
        files[ClinicChanges.File] = text.Replace('\'', '"');
        return PackCheck.Check(files, new(2026, 11, 29));
    }
}
