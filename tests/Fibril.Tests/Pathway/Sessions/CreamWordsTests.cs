using Fibril.Pathway.Sessions;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Sessions;

public class CreamWordsTests
{
    [Theory]
    [InlineData("lidocaine-4", "Up to 600 cm² above 20 kg of body weight. No label is on file for its minutes and its area: go by the leaflet of the tube.")]
    [InlineData("lidocaine-prilocaine", "Intact skin only, not near the eyes, covered. Skin with eczema, now or before, at most 30 minutes. At label thickness a face of 400 cm² takes 60 g, which is the ceiling.")]
    public void Limits_of_a_cream_are_said_as_to_a_clinician(string product, string words) =>
        Assert.Equal(words, CreamWords.Limits(ProtocolPack.Current.Anaesthetic(product)));

    [Fact]
    public void No_cream_brings_a_remark_of_its_author_or_a_unit_as_it_is_typed()
    {
        var said = ProtocolPack.Current.Anaesthetics.SelectMany(p => p.Assumptions.Select(CreamWords.Set).Prepend(CreamWords.Limits(p))).ToList();

        Assert.All(said, s => Assert.DoesNotContain("cm2", s, StringComparison.Ordinal));
        Assert.All(said, s => Assert.DoesNotContain("verify", s, StringComparison.OrdinalIgnoreCase));
    }
}
