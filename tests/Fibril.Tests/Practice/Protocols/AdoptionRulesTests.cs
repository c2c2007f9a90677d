using Fibril.Practice.Protocols;
using Fibril.Protocol;

namespace Fibril.Tests.Practice.Protocols;

public class AdoptionRulesTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;
    private static readonly RuleChange Longer = new() { Rule = "C26a", Numbers = new Dictionary<string, decimal> { ["days"] = 21 }, Because = "Darker skin here." };
    private static readonly RuleChange Off = new() { Rule = "C22", Off = true, Because = "We needle first." };

    [Fact]
    public void Nothing_adopted_is_the_published_protocol() => Assert.Same(Pack, AdoptedProtocol.Of(Pack, null).Pack);

    [Fact]
    public void Adopted_changes_hold_on_the_version_they_were_made_for()
    {
        var own = AdoptedProtocol.Of(Pack, Adoption(Pack.Hash, Longer, Off));

        Assert.Equal(["C22", "C26a"], own.Pack.Changes.Select(c => c.Rule));
        Assert.Empty(own.Lapsed);
    }

    [Fact]
    public void Newer_version_keeps_what_is_stricter_and_brings_back_what_was_off()
    {
        var own = AdoptedProtocol.Of(Pack, Adoption("sha256:former", Longer, Off));

        Assert.Equal("C26a", Assert.Single(own.Pack.Changes).Rule);
        var lapsed = Assert.Single(own.Lapsed);
        Assert.Equal("C22", lapsed.Change.Rule);
        Assert.Contains("adopt it first", lapsed.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_that_the_published_rule_has_caught_up_with_lapses()
    {
        var own = AdoptedProtocol.Of(Pack, Adoption(Pack.Hash, Longer with { Numbers = new Dictionary<string, decimal> { ["days"] = 14 } }));

        Assert.Empty(own.Pack.Changes);
        Assert.Contains("more than 14", Assert.Single(own.Lapsed).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Part_that_the_published_rule_has_caught_up_with_lapses_and_the_rest_goes_on()
    {
        var own = AdoptedProtocol.Of(Pack, Adoption("sha256:former", Longer with { Rule = "C01", Numbers = new Dictionary<string, decimal> { ["days"] = 14 }, OverridableBy = Overrider.Nobody }));

        var left = Assert.Single(own.Pack.Changes);
        Assert.Equal((0, Overrider.Nobody), (left.Numbers.Count, left.OverridableBy!.Value));
        Assert.Contains("more than 14", Assert.Single(own.Lapsed).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void One_rule_has_one_change()
    {
        Assert.Equal([Off, Longer with { Because = "y" }], AdoptionRules.Replace([Longer, Off], "C26a", Longer with { Because = "y" }));
        Assert.Equal([Off], AdoptionRules.Replace([Longer, Off], "C26a", null));
    }

    private static ProtocolAdoption Adoption(string hash, params RuleChange[] changes) => new()
    {
        Number = 1, ProtocolId = Pack.Header.Id, ProtocolVersion = Pack.Header.Version, Hash = hash, AdoptedAt = default, AdoptedBy = Guid.Empty, AdoptedByName = "Olivia",
        Changes = new ClinicChanges { Changes = changes }.ToText(),
    };
}
