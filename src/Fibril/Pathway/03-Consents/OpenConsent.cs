using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Consents;

/// <summary>Opens the text for reading: a new one when there is none, or when the last one is signed off, withdrawn or out of date.</summary>
public sealed class OpenConsent(ClinicDb db, Caller caller)
{
    public async Task<FormResult?> Handle(Guid courseId)
    {
        if (await ConsentSubject.FindAsync(db, caller, courseId) is not { } subject)
        {
            return null;
        }

        var last = await ConsentQueries.CurrentAsync(db, courseId);
        if (last is { IsOpenOrValid: true } && last.TextHash == subject.Text.Hash)
        {
            return FormResult.Go(ConsentLinks.Mine(courseId, ConsentSteps.Next(subject.Text, last)));
        }

        var opened = Open(subject, last);
        await db.SaveAsync(caller.Act("open consent for reading"));
        return FormResult.Go(ConsentLinks.Mine(courseId, ConsentSteps.Next(subject.Text, opened)));
    }

    private Consent Open(ConsentSubject subject, Consent? last)
    {
        var opened = db.Add(subject.Blank(caller.Now)).Entity;
        if (last is not null)
        {
            opened.GoOnFrom(last);
            Leave(last, subject);
        }

        return opened;
    }

    private void Leave(Consent last, ConsentSubject subject)
    {
        if (!last.IsOpenOrValid)
        {
            return;
        }

        var why = ConsentDifference.Between(last, subject.Text, subject.Basis)!;
        last.GoStale(why, caller.Now);
        if (last.SignedAt is not null)
        {
            db.Tell(new ConsentWentStale(last.CourseId, last.PatientId, last.Id, why));
        }
    }
}
