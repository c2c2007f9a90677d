using System.ComponentModel.DataAnnotations;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Screening;

/// <summary>Writes down a question to the prescriber; the letter is printed from it. The person changes nothing meanwhile.</summary>
public sealed class AskPrescriber(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Name the medicine.")]
        [StringLength(200)]
        public string? Medicine { get; set; }

        [Required(ErrorMessage = "Write the question.")]
        [StringLength(2000)]
        public string? Question { get; set; }

        [Required(ErrorMessage = "Say who prescribes it: name, and how the letter gets there.")]
        [StringLength(400)]
        public string? SentTo { get; set; }
    }

    public async Task<FormResult> Handle(Guid courseId, Input input)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return NoScreening.Found;
        }

        var question = db.Add(new PrescriberQuestion
        {
            CourseId = courseId,
            PatientId = intake.Patient.Id,
            Medicine = input.Medicine!.Trim(),
            Question = input.Question!.Trim(),
            SentTo = input.SentTo!.Trim(),
            AskedAt = caller.Now,
            AskedByName = caller.Who.Name,
        }).Entity;
        intake.Patient.Prescriber ??= question.SentTo;
        await db.SaveAsync(caller.Act("ask prescriber", personId: intake.Patient.Id));
        return FormResult.Go($"/staff/courses/{courseId}/prescriber/{question.Id}");
    }
}

/// <summary>Keeps what the prescriber answered, word by word.</summary>
public sealed class RecordPrescriberAnswer(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid questionId, string? answer)
    {
        if (await db.PrescriberQuestions.FirstOrDefaultAsync(q => q.Id == questionId) is not { } question)
        {
            return FormResult.Refuse("question-unknown", "There is no such question to a prescriber.");
        }

        if (string.IsNullOrWhiteSpace(answer))
        {
            return FormResult.Refuse("answer-missing", "Write down what the prescriber answered.");
        }

        question.Reply(answer.Trim(), caller.Who.Name, caller.Now);
        await db.SaveAsync(caller.Act("record prescriber's answer", personId: question.PatientId));
        return FormResult.Go(ScreeningLinks.Staff(question.CourseId));
    }
}
