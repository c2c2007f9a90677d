using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>A pack that carries what a clinic changes: the same changes are the same pack, and a wrong one is named with its line.</summary>
public class ChangedPackTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Changes_make_a_pack_of_their_own_and_leave_the_published_one()
    {
        var own = Pack.With([Longer("C22", 7), Longer("C20", 0) with { Effect = FindingEffect.DoNotTreat, DaysLonger = null }]);

        Assert.Equal(["C20", "C22"], own.Changes.Select(c => c.Rule));
        Assert.Equal(own.Hash, Pack.With([.. own.Changes.Reverse()]).Hash);
        Assert.NotEqual(Pack.Hash, own.Hash);
        Assert.Equal((Pack.Hash, 0), (own.Published.Hash, own.Published.Changes.Count));
        Assert.Equal(("C22", 7), (own.Rule("C22").Change!.Rule, own.Rule("C22").Change!.DaysLonger));
        Assert.Null(own.Rule("C23a").Change);
        Assert.Null(own.Published.Rule("C22").Change);
        Assert.Same(Pack, Pack.Published);
        Assert.Empty(Pack.Changes);
    }

    [Theory]
    [InlineData("C22", "C22", "protocol/clinic.yaml:4: rule C22, stands twice; give each rule one change.")]
    [InlineData("C22", "C6a", "protocol/clinic.yaml:11: rule C6a, there is no rule 'C6a'; did you mean 'C06a'.")]
    public void Change_that_cannot_be_made_is_refused(string one, string other, string says) =>
        Assert.Equal(says, Assert.Throws<ProtocolException>(() => Pack.With([Longer(one, 7), Longer(other, 7)])).Message);

    [Fact]
    public void Wrong_change_of_a_file_is_named_with_its_line()
    {
        var files = Pack.FileNames.ToDictionary(name => name, Pack.Text);
        files[ClinicChanges.File] = "changes:\n- {rule: C22, daysLonger: 7, because: x.}\n- {rule: C23a, daysLonger: 731, because: x.}\n";

        Assert.Equal("protocol/clinic.yaml:3: rule C23a, daysLonger: use 1 to 730.", Assert.Throws<ProtocolException>(() => ProtocolPack.From(files).Checked()).Message);
    }

    [Fact]
    public void File_that_does_not_fit_is_named() =>
        Assert.StartsWith("protocol/clinic.yaml:1: ", Assert.Throws<ProtocolException>(() => ClinicChanges.Read("changed: []")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ibuprofen", 7, 0)] // M01: 3 days and 7 more
    [InlineData("ibuprofen", 0, 0)]
    [InlineData("retinol", 7, 0)] // of another rule
    [InlineData("botulinum-toxin", 0, 9)]
    public void Hold_of_the_calendar_moves_with_the_wait(string item, int days, int daysLonger)
    {
        var changes = new List<RuleChange>();
        if (days > 0)
        {
            changes.Add(new() { Rule = "M01", Numbers = new Dictionary<string, decimal> { ["days"] = 3 + days }, Because = "x." });
        }

        if (daysLonger > 0)
        {
            changes.Add(Longer("C22", daysLonger));
        }

        changes.Add(new() { Rule = "M05", Numbers = new Dictionary<string, decimal> { ["maxDepthMm"] = 0.5m }, Because = "x." });
        changes.Add(new() { Rule = "C32", Effect = FindingEffect.PhysicianReview, Because = "x." });

        var moved = item == "ibuprofen" ? days : item == "botulinum-toxin" ? daysLonger : 0;
        Assert.Equal(LastDayOf(item, Pack).AddDays(-moved), LastDayOf(item, Pack.With(changes)));
    }

    private static RuleChange Longer(string rule, int days) => new() { Rule = rule, DaysLonger = days, Because = "Our own results." };

    private static DateOnly LastDayOf(string item, ProtocolPack pack) =>
        HoldCalendar.For(pack, new(2026, 7, 1), 1.0m, 2, [new(item, Prescribed: false)])
            .First(h => pack.HoldRules.Holds.Any(rule => rule.Id == h.Id && rule.Covers.Contains(item))).LastDayBefore!.Value;
}
