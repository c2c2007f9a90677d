using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Consents;

/// <summary>The person has read one page of the text and goes on.</summary>
public sealed class ReadConsentPage(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such course or page.</returns>
    public async Task<FormResult?> Handle(Guid courseId, string page)
    {
        if (await ConsentSubject.FindAsync(db, caller, courseId) is not { } subject
            || ConsentReading.PagesOf(subject.Text).FirstOrDefault(p => p.Id == page) is not { } read)
        {
            return null;
        }

        var consent = await ConsentQueries.CurrentAsync(db, courseId);
        if (consent is not { IsDraft: true } || consent.TextHash != subject.Text.Hash)
        {
            return FormResult.Go(ConsentLinks.Mine(courseId));
        }

        foreach (var part in read.Parts)
        {
            consent.Read(part.Id, part.Hash, caller.Now);
        }

        await db.SaveAsync(caller.Act("read part of consent"));
        return FormResult.Go(ConsentLinks.Mine(courseId, ConsentSteps.Next(subject.Text, consent)));
    }
}
