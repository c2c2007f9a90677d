using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Practice.Protocols;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>Judges a course by everything known today and keeps decision, facts and protocol together. A newer one supersedes, and keeps the review when it finds nothing new.</summary>
public sealed class ScreenCourse(ClinicDb db, Caller caller)
{
    /// <param name="forOn">Day of the session; null or past means today.</param>
    /// <param name="trigger">"patient", "staff", "arrival", "facts changed", "plan".</param>
    /// <param name="plan">A plan that now takes the place of what was asked; null keeps what the last screening judged.</param>
    /// <returns>The screening that holds now; null when there is nothing to judge: no such course, or no area chosen.</returns>
    public async Task<CandidacyScreening?> Handle(Guid courseId, DateOnly? forOn, string trigger, PlanFacts? plan = null)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return null;
        }

        var former = await ScreeningQueries.CurrentAsync(db, courseId);
        var asked = plan ?? ScreeningQueries.PlanOf(former);
        if (await ScreeningQueries.CaseAsync(db, intake, caller.Now, forOn, asked) is not { } file)
        {
            return null;
        }

        var pack = await AdoptedProtocol.PackAsync(db);
        if (former is not null && former.CaseJson == file.ToJson() && former.ProtocolHash == pack.Hash)
        {
            return former;
        }

        var screening = Of(intake, file, Candidacy.Decide(pack, file), trigger, asked is not null);
        if (former is not null)
        {
            ReviewKeeping.Keep(former, screening);
            former.Supersede(caller.Now);
        }

        db.Add(screening);
        db.Tell(new CandidacyDecided(courseId, intake.Patient.Id, screening.Id, screening.Outcome, screening.NotBeforeOn));
        await db.SaveAsync(caller.Act("screen course", trigger, intake.Patient.Id));
        return screening;
    }

    private CandidacyScreening Of(Intake intake, CaseFile file, CandidacyDecision decision, string trigger, bool isPlanned) => new()
    {
        CourseId = intake.Course.Id,
        PatientId = intake.Patient.Id,
        ForOn = decision.SessionDate,
        DecidedAt = caller.Now,
        CaseJson = file.ToJson(),
        DecisionJson = decision.ToJson(),
        ProtocolVersion = decision.Protocol.Version,
        ProtocolHash = decision.Protocol.Hash,
        Outcome = OutcomeWords.Id(decision.Decision),
        NotBeforeOn = decision.NotBefore,
        Trigger = trigger,
        IsPlanned = isPlanned,
    };
}
