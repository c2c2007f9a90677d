using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consultations;

/// <summary>Adds one named thing to an answer, or puts it in place of an earlier one. Naming something means "yes".</summary>
public sealed class NameItem(ClinicDb db, Caller caller)
{
    /// <param name="index">Place of the item to replace; null adds one.</param>
    public async Task<FormResult> Handle(Guid courseId, string questionId, int? index, AnswerItem item)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        var question = intake.Questions.FirstOrDefault(q => q.Id == questionId);
        if (question is null || ItemChoices.Find(ProtocolPack.Current, question, $"{item.Kind.ToString().ToLowerInvariant()}:{item.Id}") is null)
        {
            return Missing.Question;
        }

        if (item.Id == AnswerItem.Unlisted && item.Note is null)
        {
            return FormResult.Refuse("name-missing", "Write what it is, in your own words.");
        }

        if (await LaterThanTodayAsync(item) is { } later)
        {
            return later;
        }

        var former = intake.Consultation.AnswerTo(questionId);
        var items = former?.Items.ToList() ?? [];
        Put(items, index, item);
        intake.Consultation.Reply(new Answer
        {
            Question = questionId,
            Reply = Reply.Yes,
            Words = former?.Words ?? "",
            Items = items,
            AnsweredAt = caller.Now,
            By = Intake.By(caller),
        });
        await intake.SaveAsync(db, caller, "name in answer", questionId);
        return FormResult.Go(Only(questionId) ? IntakeLinks.Next(caller, intake, questionId) : IntakeLinks.Question(caller, courseId, questionId));
    }

    private static bool Only(string question) => question is "phototype" or "pregnancy" or "breastfeeding";

    private static void Put(List<AnswerItem> items, int? index, AnswerItem item)
    {
        if (index is { } at && at >= 0 && at < items.Count)
        {
            items[at] = item;
            return;
        }

        if (item.Kind is AnswerItemKind.Phototype or AnswerItemKind.Pregnancy)
        {
            items.RemoveAll(i => i.Kind == item.Kind);
        }

        items.Add(item);
    }

    /// <summary>What has happened lies in the past; only a planned last dose may be still to come.</summary>
    private async Task<FormResult?> LaterThanTodayAsync(AnswerItem item)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync();
        var today = clinic.DayOf(caller.Now);
        string?[] past = item.Kind == AnswerItemKind.Medicine ? [item.On, item.From] : [item.On, item.From, item.Healed, item.Until];
        return past.Any(d => PartialDate.TryParse(d, out var date) && date.FirstDay > today)
            ? FormResult.Refuse("day-ahead", "A day lies in the future. Write the day on which it last happened, or leave it empty.")
            : null;
    }
}

/// <summary>Takes one named thing out of an answer.</summary>
public sealed class RemoveItem(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid courseId, string questionId, int index)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        if (intake.Consultation.AnswerTo(questionId) is { } answer && index >= 0 && index < answer.Items.Count)
        {
            intake.Consultation.Reply(answer with
            {
                Items = [.. answer.Items.Where((_, n) => n != index)],
                AnsweredAt = caller.Now,
                By = Intake.By(caller),
            });
            await intake.SaveAsync(db, caller, "remove from answer", questionId);
        }

        return FormResult.Go(IntakeLinks.Question(caller, courseId, questionId));
    }
}
