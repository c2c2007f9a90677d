using Fibril.Pathway.Consultations;
using Fibril.Practice.Patients;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Sex = Fibril.Practice.Patients.Sex;

namespace Fibril.Tests.Pathway.Consultations;

public class IntakeRulesTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Questions_follow_sex_and_areas()
    {
        var face = Consultation(new AskedArea("cheek", "acne-scar"));
        var scalp = Consultation(new AskedArea("scalp", "alopecia-unknown"));

        var woman = Ids(TestData.Patient(), face);
        var man = Ids(TestData.Patient(sex: Sex.Male), scalp);

        Assert.Contains("pregnancy", woman);
        Assert.Contains("cold-sores", woman);
        Assert.DoesNotContain("hair-loss", woman);
        Assert.DoesNotContain("pregnancy", man);
        Assert.DoesNotContain("cold-sores", man);
        Assert.Contains("hair-loss", man);
    }

    [Fact]
    public void Brown_marks_are_asked_once_the_phototype_is_dark()
    {
        var consultation = Consultation(new AskedArea("cheek", "acne-scar"));
        var before = Ids(TestData.Patient(), consultation);

        consultation.Reply(new Answer
        {
            Question = "phototype",
            Reply = Reply.Yes,
            Items = [new AnswerItem { Kind = AnswerItemKind.Phototype, Id = "5", Value = 5 }],
            AnsweredAt = default,
            By = "patient",
        });

        Assert.DoesNotContain("pih", before);
        Assert.Contains("pih", Ids(TestData.Patient(), consultation));
    }

    [Fact]
    public void Every_question_can_be_answered_with_something_or_is_a_screen()
    {
        var bare = Pack.Questions.Where(q => ItemChoices.Of(Pack, q).Count == 0).Select(q => q.Id);

        Assert.Equal(["bdd"], bare);
    }

    [Fact]
    public void Every_choice_asks_what_the_contract_demands()
    {
        foreach (var question in Pack.Questions)
        {
            foreach (var choice in ItemChoices.Of(Pack, question).Where(c => c.Kind == AnswerItemKind.Condition))
            {
                var entry = Pack.Condition(choice.Id);
                var fields = ItemFields.Of(Pack, question, choice);

                Assert.True(!entry.Needs.Contains("onset") || fields.From is not null, $"{choice.Id} needs an onset");
                Assert.True(entry.HistoryNeeds.Count == 0 || fields.On is not null || ItemFields.IsFamily(question), $"{choice.Id} needs a day");
            }
        }
    }

    [Theory]
    [InlineData("diabetes", "measurement:hba1c")]
    [InlineData("bleeding", "measurement:platelets")]
    [InlineData("blood-borne", "measurement:cd4")]
    [InlineData("medicines", "measurement:inr")]
    [InlineData("isotretinoin", "medicine:acitretin")]
    [InlineData("allergy-metal", "allergy:nickel")]
    [InlineData("cancer-treatment", "procedure:radiotherapy")]
    [InlineData("sun", "exposure:sunburn")]
    public void A_question_offers_what_belongs_to_it(string question, string key) =>
        Assert.Contains(ItemChoices.Of(Pack, Pack.Questions.First(q => q.Id == question)), c => c.Key == key);

    [Fact]
    public void Intake_is_sent_only_with_wish_and_area()
    {
        var may = IntakeRules.MaySubmit(new Consultation { CourseId = Guid.Empty, PatientId = Guid.Empty, StartedAt = default });

        Assert.Equal(["goal-missing", "areas-missing"], may.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void Nobody_signs_without_profession_answers_and_examination()
    {
        var may = IntakeRules.MaySign(Consultation(new AskedArea("cheek", "acne-scar")), Profession.None);

        Assert.Equal(["sign-profession", "answers-missing", "examination-missing"], may.Reasons.Select(r => r.Code));
    }

    private static List<string> Ids(Patient patient, Consultation consultation) =>
        [.. IntakeRules.Questions(Pack, patient, consultation).Select(q => q.Id)];

    private static Consultation Consultation(params AskedArea[] areas) =>
        new() { CourseId = Guid.Empty, PatientId = Guid.Empty, StartedAt = default, Areas = [.. areas] };
}
