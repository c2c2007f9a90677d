using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class PatientTextTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Theory]
    [InlineData("Flawless skin in a week.")]
    [InlineData("You will be scar-free.")]
    [InlineData("It is painless.")]
    [InlineData("A guaranteed gain.")]
    [InlineData("The effect is permanent.")]
    [InlineData("There is no risk.")]
    [InlineData("A non-invasive treatment.")]
    [InlineData("A noninvasive treatment.")]
    public void Promise_is_a_problem(string text)
    {
        Assert.Single(PatientText.Problems(text));
    }

    [Theory]
    [InlineData("Stop warfarin a week before.", false)]
    [InlineData("Pause your warfarin; then come.", false)]
    [InlineData("Do not stop warfarin.", true)]
    [InlineData("Never skip warfarin.", true)]
    [InlineData("Stop the retinol.", true)]
    public void Stopping_a_prescribed_medicine_is_a_problem_unless_negated(string text, bool fine)
    {
        Assert.Equal(fine, PatientText.Problems(text, "warfarin").Count == 0);
    }

    public static TheoryData<string, object> TextsForPatients => new()
    {
        { "aftercare", Pack.AftercareRules },
        { "healing", Pack.HealingRules },
        { "holds", Pack.HoldRules },
        { "consent", Pack.Consent },
        { "alternatives", Pack.Alternatives },
        { "alternatives summary", Pack.AlternativesSummary },
        { "adverse events", Pack.AdverseEventTypes },
        { "visit", Pack.VisitTimeline },
        { "courses", Pack.CourseTemplates },
        { "expectation", Pack.ExpectationRules },
        { "ingredients", Pack.IngredientRules },
        { "coverage", Pack.CoverageRules.Assumptions },
        { "plans", Pack.PlanKnowledge },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(TextsForPatients))]
    public void Texts_for_patients_promise_nothing_and_stop_nothing(string subject, object texts)
    {
        var words = PackWords.Of(texts).ToList();

        Assert.True(words.Count > 0, subject);
        Assert.Empty(words.SelectMany(w => PatientText.Problems(w, Prescribed())));
    }

    private static IReadOnlyCollection<string> Prescribed() =>
        [.. Pack.HoldRules.Holds.Where(h => h.Who == HoldWho.PrescriberOnly).SelectMany(h => h.Covers).Select(c => c.Replace('-', ' ')), "isotretinoin", "prescribed", "medicine that thins"];
}
