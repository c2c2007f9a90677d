using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class ConsentTextTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;
    private static readonly ConsentFacts Plain = new() { Phototype = 2, Indications = ["acne-scar"], Zones = ["cheek"], DeepestMm = 1.5m, Anaesthetic = "lidocaine-4" };

    [Fact]
    public void Every_missing_risk_of_the_seed_is_named()
    {
        string[] wanted =
        [
            "brown-marks", "herpes", "tram-track", "granuloma", "allergy-metal", "allergy-product", "milia-acne", "lymph-nodes", "blood-borne",
            "infection", "bleeding-bruising", "redness-swelling", "pain", "raised-scar",
        ];

        Assert.Superset(wanted.ToHashSet(), ConsentText.Compose(Pack, "en", new() { Phototype = 2 }).Risks.Select(r => r.Id).ToHashSet());
    }

    [Fact]
    public void Same_facts_give_the_same_hash()
    {
        Assert.Equal(ConsentText.Compose(Pack, "en", Plain).Hash, ConsentText.Compose(Pack, "en", Plain with { }).Hash);
        Assert.Matches("^sha256:[0-9a-f]{64}$", ConsentText.Compose(Pack, "en", Plain).Hash);
    }

    [Fact]
    public void Hash_is_that_of_the_text_shown()
    {
        var composed = ConsentText.Compose(Pack, "en", Plain);

        Assert.Equal(ConsentText.HashOf(composed.FullText.ReplaceLineEndings("\r\n")), composed.Hash);
        Assert.All(composed.Sections.SelectMany(s => s.Paragraphs), p => Assert.Contains(p, composed.FullText, StringComparison.Ordinal));
    }

    public static TheoryData<ConsentFacts> OtherFacts =>
    [
        Plain with { Phototype = 5 },
        Plain with { OffLabel = true },
        Plain with { Anaesthetic = "none" },
        Plain with { Conditions = ["herpes-orofacial"] },
        Plain with { Indications = ["striae"] },
        Plain with { DeepestMm = 2.0m },
        Plain with { ClinicLines = ["A session costs 200."] },
    ];

    [Theory]
    [MemberData(nameof(OtherFacts))]
    public void Other_facts_change_the_words_and_the_hash(ConsentFacts facts)
    {
        Assert.NotEqual(ConsentText.Compose(Pack, "en", Plain).Hash, ConsentText.Compose(Pack, "en", facts).Hash);
    }

    [Theory]
    [InlineData("herpes", "herpes-orofacial", 2)]
    [InlineData("brown-marks", "pih", 2)]
    [InlineData("brown-marks", "tattoo", 4)]
    [InlineData("raised-scar", "keloid", 2)]
    [InlineData("infection", "diabetes", 2)]
    public void Risk_that_concerns_the_patient_says_why_and_comes_first(string risk, string condition, int phototype)
    {
        var composed = ConsentText.Compose(Pack, "en", Plain with { Conditions = [condition], Phototype = phototype });

        var shown = composed.Risks.Single(r => r.Id == risk);
        Assert.NotEmpty(shown.Because);
        Assert.True(composed.Risks.ToList().IndexOf(shown) < composed.Risks.ToList().FindIndex(r => r.Because.Count == 0));
    }

    [Fact]
    public void Tram_track_reason_needs_both_skin_type_and_bone()
    {
        IReadOnlyList<string> Because(int phototype, string zone) =>
            ConsentText.Compose(Pack, "en", Plain with { Phototype = phototype, Zones = [zone] }).Risks.Single(r => r.Id == "tram-track").Because;

        Assert.NotEmpty(Because(5, "forehead"));
        Assert.Empty(Because(2, "forehead"));
        Assert.Empty(Because(5, "cheek"));
    }

    [Fact]
    public void Numbing_cream_risk_stands_only_with_a_cream()
    {
        Assert.Contains(ConsentText.Compose(Pack, "en", Plain).Risks, r => r.Id == "anaesthetic-reaction");
        Assert.DoesNotContain(ConsentText.Compose(Pack, "en", Plain with { Anaesthetic = "none" }).Risks, r => r.Id == "anaesthetic-reaction");
    }

    [Fact]
    public void Off_label_section_stands_only_off_label()
    {
        Assert.DoesNotContain(ConsentText.Compose(Pack, "en", Plain).Sections, s => s.Id == "your-treatment");
        Assert.Contains(ConsentText.Compose(Pack, "en", Plain with { OffLabel = true }).Sections, s => s.Id == "your-treatment");
    }

    [Theory]
    [MemberData(nameof(Indications))]
    public void Every_indication_is_told_what_it_brings(string indication)
    {
        var general = ConsentText.Compose(Pack, "en", Plain with { Indications = [] }).Sections.Single(s => s.Id == "what-it-can-bring");
        var own = ConsentText.Compose(Pack, "en", Plain with { Indications = [indication] }).Sections.Single(s => s.Id == "what-it-can-bring");

        Assert.True(own.Paragraphs.Count > general.Paragraphs.Count);
    }

    public static TheoryData<string> Indications =>
        ["acne-scar", "scar-other", "fine-wrinkles", "texture", "pores", "uneven-tone", "pigment-spot", "melasma", "striae", "alopecia-androgenetic", "alopecia-areata"];

    [Fact]
    public void Six_questions_point_to_sections_that_everybody_sees()
    {
        var composed = ConsentText.Compose(Pack, "en", new() { Phototype = 2 });

        Assert.Equal(6, composed.Questions.Count);
        Assert.All(composed.Questions, q =>
        {
            Assert.InRange(q.Right, 0, q.Options.Count - 1);
            Assert.Contains(composed.Sections, s => s.Id == q.Section && s.Paragraphs.Count > 0);
        });
    }

    [Fact]
    public void Photo_uses_are_three_choices()
    {
        Assert.Equal(["record", "teaching", "publication"], Pack.Consent.PhotoChoices.Select(c => c.Id));
    }

    [Fact]
    public void Alternatives_name_doing_nothing()
    {
        var alternatives = ConsentText.Compose(Pack, "en", Plain).Sections.Single(s => s.Id == "alternatives");

        Assert.Contains("do nothing", alternatives.Paragraphs[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Language_without_a_document_is_an_error()
    {
        Assert.Throws<ProtocolException>(() => ConsentText.Compose(Pack, "tlh", Plain));
        Assert.Equal("en", Pack.ConsentLanguages[0]);
    }
}
