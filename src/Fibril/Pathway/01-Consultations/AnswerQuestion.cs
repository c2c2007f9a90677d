using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Consultations;

/// <summary>Keeps the reply to one health question, with the person's own words. "I do not know" is a reply that leaves it open.</summary>
public sealed class AnswerQuestion(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Choose one. If you are not sure, choose \"I do not know\".")]
        public Reply? Reply { get; set; }

        [StringLength(2000)]
        public string? Words { get; set; }
    }

    public async Task<FormResult> Handle(Guid courseId, string questionId, Input input)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        if (intake.Questions.FirstOrDefault(q => q.Id == questionId) is not { } question)
        {
            return Missing.Question;
        }

        var kept = input.Reply == Reply.Yes ? intake.Consultation.AnswerTo(questionId)?.Items ?? [] : [];
        var answer = new Answer
        {
            Question = questionId,
            Reply = input.Reply!.Value,
            Words = input.Words?.Trim() ?? "",
            Items = kept,
            AnsweredAt = caller.Now,
            By = Intake.By(caller),
        };
        intake.Consultation.Reply(answer);
        await intake.SaveAsync(db, caller, "answer question", questionId);
        return FormResult.Go(NextStep(intake, question, answer));
    }

    private string NextStep(Intake intake, Question question, Answer answer)
    {
        var choices = ItemChoices.Of(ProtocolPack.Current, question);
        if (answer.Reply != Reply.Yes || answer.Items.Count > 0 || choices.Count == 0)
        {
            return IntakeLinks.Next(caller, intake, question.Id);
        }

        var item = IntakeLinks.Question(caller, intake.Course.Id, question.Id) + "/item";
        return choices.Count == 1 ? $"{item}?pick={choices[0].Key}" : item;
    }
}
