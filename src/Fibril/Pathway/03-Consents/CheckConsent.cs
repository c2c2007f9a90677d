using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consents;

/// <summary>Compares a signed consent with today's facts: when they differ it goes stale, with the difference in words.</summary>
public sealed class CheckConsent(ClinicDb db, Caller caller)
{
    public async Task Handle(Guid courseId, CancellationToken stop = default)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(c => c.Id == courseId, stop);
        var consent = await ConsentQueries.LastSignedAsync(db, courseId, stop);
        if (course is null || consent is not { IsValid: true })
        {
            return;
        }

        var subject = await ConsentSubject.OfAsync(db, course, stop);
        if (ConsentDifference.Between(consent, subject.Text, subject.Basis) is { } why)
        {
            consent.GoStale(why, caller.Now);
            db.Tell(new ConsentWentStale(courseId, consent.PatientId, consent.Id, why));
            await db.SaveAsync(caller.Act("consent went stale", why), stop);
        }
    }
}

/// <summary>New answers or a new decision may change what the person must know.</summary>
public sealed class CheckConsentWhenFactsChange(CheckConsent check) : IReact<ConsultationChanged>, IReact<CandidacyDecided>
{
    public Task HandleAsync(ConsultationChanged fact, CancellationToken stop) => check.Handle(fact.CourseId, stop);

    public Task HandleAsync(CandidacyDecided fact, CancellationToken stop) => check.Handle(fact.CourseId, stop);
}
