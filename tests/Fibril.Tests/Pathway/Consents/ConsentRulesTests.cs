using Fibril.Pathway;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Screening;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Consents;

public class ConsentRulesTests
{
    private static readonly DateTime Now = TestClinic.Start.UtcDateTime;
    private static readonly ComposedConsent Text = ConsentText.Compose(ProtocolPack.Current, "en", new ConsentFacts { Phototype = 3 });
    private static readonly Course Course = new() { PatientId = Guid.NewGuid(), Number = 1, Title = "Scars", OpenedAt = Now };

    [Fact]
    public void MaySign_read_understood_screened_own_name_allows()
    {
        Assert.True(MaySign(Ready(), Screened()).IsAllowed);
    }

    [Theory]
    [InlineData(null, "proceed", "screening-not-reviewed")]
    [InlineData(null, "do-not-treat", "screening-not-reviewed")]
    [InlineData(Verdict.NotTreated, "proceed", "screening-refused")]
    [InlineData(Verdict.NotTreated, "do-not-treat", "screening-refused")]
    [InlineData(Verdict.Referred, "physician-review", "screening-referred")]
    [InlineData(Verdict.Referred, "do-not-treat", "screening-referred")]
    [InlineData(Verdict.Accepted, "proceed", null)]
    [InlineData(Verdict.Accepted, "do-not-treat", null)]
    [InlineData(Verdict.AcceptedWithChange, "physician-review", null)]
    [InlineData(Verdict.AcceptedWithChange, "do-not-treat", null)]
    public void MaySign_asks_the_clinicians_word_not_the_stored_outcome(Verdict? verdict, string outcome, string? refusedFor)
    {
        var decision = MaySign(Ready(), ConsentData.Screening(Course, ConsentData.Case(), Now, verdict, outcome));

        Assert.Equal(refusedFor is null ? [] : [refusedFor], decision.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void MaySign_no_screening_refuses()
    {
        Assert.Equal(["screening-not-reviewed"], MaySign(Ready(), null).Reasons.Select(r => r.Code));
    }

    [Fact]
    public void MaySign_last_answer_wrong_names_the_question()
    {
        var consent = Ready();
        consent.Check(Text.Questions[0].Id, "The next morning", false);

        var decision = MaySign(consent, Screened());

        Assert.Contains(Text.Questions[0].Question, Assert.Single(decision.Reasons).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void MaySign_a_page_unread_names_it()
    {
        var consent = Blank();
        Answer(consent);

        var decision = MaySign(consent, Screened());

        Assert.Contains("What can go wrong", Assert.Single(decision.Reasons).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void MaySign_text_changed_since_refuses()
    {
        var other = ConsentText.Compose(ProtocolPack.Current, "en", new ConsentFacts { Phototype = 5 });

        var decision = ConsentRules.MaySign(Ready(), other, Screened(), "Ada Example", "Ada Example");

        Assert.Contains(decision.Reasons, r => r.Code == "consent-changed");
    }

    [Theory]
    [InlineData("Ada Example", "Ada Example", true)]
    [InlineData("  ada   EXAMPLE ", "Ada Example", true)]
    [InlineData("Example, Ada", "Ada Example", true)]
    [InlineData("A. Example", "Ada Example", true)]
    [InlineData("Zoe Muller", "Zoë Müller", true)]
    [InlineData("Ada Mary Example", "Ada Example", true)]
    [InlineData("Ada", "Ada Example", false)]
    [InlineData("Example", "Ada Example", false)]
    [InlineData("Bea Example", "Ada Example", false)]
    [InlineData("", "Ada Example", false)]
    [InlineData("--", "Ada Example", false)]
    public void NameMatches_is_loose_about_spelling_and_strict_about_the_person(string typed, string name, bool matches)
    {
        Assert.Equal(matches, ConsentRules.NameMatches(typed, name));
    }

    [Fact]
    public void IsValidFor_signed_for_this_text_allows()
    {
        Assert.True(ConsentRules.IsValidFor(Signed(), new DateOnly(2026, 6, 10), Text.Hash).IsAllowed);
    }

    [Fact]
    public void IsValidFor_says_why_not()
    {
        var (withdrawn, stale) = (Signed(), Signed());
        withdrawn.Withdraw(null, "Ada Example", Now);
        stale.GoStale("New medicine: warfarin.", Now);
        var day = new DateOnly(2026, 6, 10);

        Assert.Equal("consent-missing", CodeOf(ConsentRules.IsValidFor(null, day, Text.Hash)));
        Assert.Equal("consent-missing", CodeOf(ConsentRules.IsValidFor(Ready(), day, Text.Hash)));
        Assert.Equal("consent-withdrawn", CodeOf(ConsentRules.IsValidFor(withdrawn, day, Text.Hash)));
        Assert.Equal("consent-stale", CodeOf(ConsentRules.IsValidFor(stale, day, Text.Hash)));
        Assert.Equal("consent-stale", CodeOf(ConsentRules.IsValidFor(Signed(), day, "sha256:other")));
        Assert.Equal("consent-later", CodeOf(ConsentRules.IsValidFor(Signed(), new DateOnly(2026, 6, 1), Text.Hash)));
    }

    [Fact]
    public void MayCountersign_wrong_answers_need_words()
    {
        var consent = Ready();
        consent.Check(Text.Questions[0].Id, "The next morning", false);
        Answer(consent);
        consent.Sign("Ada Example", null, "phone", Now);

        Assert.Equal("not-talked-through", CodeOf(ConsentRules.MayCountersign(consent, " ")));
        Assert.True(ConsentRules.MayCountersign(consent, "Final result after months explained.").IsAllowed);
    }

    [Fact]
    public void Difference_names_new_medicine_and_new_lines()
    {
        var consent = Signed();
        var now = ConsentText.Compose(ProtocolPack.Current, "en", new ConsentFacts { Phototype = 5, Medicines = ["warfarin"] });

        var words = ConsentDifference.Between(consent, now, new ConsentBasis { Medicines = ["warfarin"], PregnantOrPossibly = true });

        Assert.Contains("New medicine: warfarin.", words, StringComparison.Ordinal);
        Assert.Contains("A pregnancy", words, StringComparison.Ordinal);
        Assert.Contains("Your skin type makes brown marks more likely.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_of_nothing_is_nothing()
    {
        Assert.Null(ConsentDifference.Between(Signed(), Text, new ConsentBasis()));
    }

    [Fact]
    public void Pages_hold_every_section_once_and_the_risks()
    {
        var parts = ConsentReading.PagesOf(Text).SelectMany(p => p.Parts).Select(p => p.Id).ToList();

        Assert.Equal([.. Text.Sections.Select(s => s.Id), ConsentReading.Risks], parts);
    }

    private static string CodeOf(Decision decision) => Assert.Single(decision.Reasons).Code;

    private static Decision MaySign(Consent consent, CandidacyScreening? screening) =>
        ConsentRules.MaySign(consent, Text, screening, "Ada Example", "Ada Example");

    private static CandidacyScreening Screened() => ConsentData.Screening(Course, ConsentData.Case(), Now);

    private static Consent Blank() => new()
    {
        CourseId = Course.Id,
        PatientId = Course.PatientId,
        DocumentVersion = Text.Version,
        Language = "en",
        TextShown = Text.FullText,
        TextHash = Text.Hash,
        OpenedAt = Now,
    };

    private static Consent Ready()
    {
        var consent = Blank();
        foreach (var part in ConsentReading.PagesOf(Text).SelectMany(p => p.Parts))
        {
            consent.Read(part.Id, part.Hash, Now);
        }

        Answer(consent);
        return consent;
    }

    private static Consent Signed()
    {
        var consent = Ready();
        consent.Sign("Ada Example", null, "phone", Now);
        return consent;
    }

    private static void Answer(Consent consent)
    {
        foreach (var question in Text.Questions)
        {
            consent.Check(question.Id, question.Options[question.Right], true);
        }
    }
}
