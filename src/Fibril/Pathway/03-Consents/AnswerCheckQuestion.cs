using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Consents;

/// <summary>An answer to one check question. A wrong one is kept, so that it is talked about; the paragraph is shown again.</summary>
public sealed class AnswerCheckQuestion(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Choose one answer.")]
        public string? Choice { get; set; }
    }

    /// <returns>Null when there is no such course or question.</returns>
    public async Task<FormResult?> Handle(Guid courseId, string question, Input input)
    {
        if (await ConsentSubject.FindAsync(db, caller, courseId) is not { } subject
            || subject.Text.Questions.FirstOrDefault(q => q.Id == question) is not { } asked)
        {
            return null;
        }

        var consent = await ConsentQueries.CurrentAsync(db, courseId);
        if (consent is not { IsDraft: true })
        {
            return FormResult.Go(ConsentLinks.Mine(courseId));
        }

        var right = asked.Options.ToList().IndexOf(input.Choice!) == asked.Right;
        consent.Check(question, input.Choice!, right);
        await db.SaveAsync(caller.Act("answer check question"));
        return FormResult.Go(right
            ? ConsentLinks.Mine(courseId, ConsentSteps.Next(subject.Text, consent))
            : $"{ConsentLinks.Mine(courseId)}/check/{question}");
    }
}
