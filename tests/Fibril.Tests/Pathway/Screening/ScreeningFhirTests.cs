using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Hl7.Fhir.Model;

namespace Fibril.Tests.Pathway.Screening;

public class ScreeningFhirTests
{
    [Fact]
    public void Guidance_tells_what_came_out_and_what_holds_after_a_finding_was_set_aside()
    {
        var screening = new Facts().Say("keloid", Reply.Yes, new AnswerItem { Kind = AnswerItemKind.Condition, Id = "keloid", Now = true, Zones = ["shoulder"] }).Screening();
        screening.Override(new("C08b", ["cheek"], "A test spot first.", Guid.Empty, "Dora", "Dermatologist", default));
        screening.Review(Verdict.Accepted, null, Guid.Empty, "Dora", default);

        var said = Assert.IsType<Parameters>(ScreeningFhir.ToGuidance(screening).Contained.Single());

        Assert.Equal("do-not-treat", Code(said, "decision"));
        Assert.NotEqual("do-not-treat", Code(said, "standing"));
        Assert.Contains(ScreeningFhir.ToIssues(screening), i => i.Code?.Coding[0].Code == "C08b" && i.Mitigation.Count == 1);
    }

    private static string? Code(Parameters said, string name) => Assert.IsType<Code>(said.Parameter.Single(p => p.Name == name).Value).Value;
}
