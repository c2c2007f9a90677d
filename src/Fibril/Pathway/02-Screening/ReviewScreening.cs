using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Screening;

/// <summary>A clinician has looked and says what follows.</summary>
public sealed class ReviewScreening(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid screeningId, Verdict verdict, string? note)
    {
        if (await db.Screenings.FirstOrDefaultAsync(s => s.Id == screeningId) is not { } screening)
        {
            return NoScreening.Found;
        }

        if (screening.SupersededAt is not null)
        {
            return NoScreening.Newer;
        }

        var profession = await db.ProfessionOfAsync(caller);
        var accepts = verdict is Verdict.Accepted or Verdict.AcceptedWithChange;
        if (accepts && ScreeningRules.MayAccept(screening, profession) is { IsAllowed: false } no)
        {
            return FormResult.Refuse(no);
        }

        if (!accepts && profession == Profession.None)
        {
            return FormResult.Refuse("review-profession", "A practitioner or physician reviews the decision.");
        }

        if (verdict != Verdict.Accepted && string.IsNullOrWhiteSpace(note))
        {
            return FormResult.Refuse("note-missing", "Write a sentence: what changes, to whom the person goes, or why not.");
        }

        screening.Review(verdict, note?.Trim(), caller.Who.Id, caller.Who.Name, caller.Now);
        db.Tell(new ScreeningReviewed(screening.CourseId, screening.PatientId, screening.Id, verdict.ToString()));
        await db.SaveAsync(caller.Act("review screening", note?.Trim(), screening.PatientId));
        return FormResult.Go(ScreeningLinks.Staff(screening.CourseId));
    }
}

/// <summary>Goes ahead in spite of one finding: name, reason and time on record; the decision itself stays as it was.</summary>
public sealed class OverrideFinding(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid screeningId, string? rule, string? zones, string? reason)
    {
        if (await db.Screenings.FirstOrDefaultAsync(s => s.Id == screeningId) is not { } screening)
        {
            return NoScreening.Found;
        }

        if (screening.SupersededAt is not null)
        {
            return NoScreening.Newer;
        }

        var named = (zones ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var findings = Protocol.CandidacyDecision.FromJson(screening.DecisionJson).Findings.Where(f => f.Rule == rule && f.Zones.SequenceEqual(named)).ToList();
        var profession = await db.ProfessionOfAsync(caller);
        if (findings.Count == 0)
        {
            return FormResult.Refuse("finding-unknown", "The decision has no such finding.");
        }

        if (findings.Any(f => !ScreeningRules.MayOverride(f, profession)))
        {
            return FormResult.Refuse("override-not-allowed", $"{rule} can be set aside by: {Words.Of(findings[0].OverridableBy).ToLowerInvariant()}.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return FormResult.Refuse("reason-missing", "Write why you go ahead in spite of it. It stands in the record with your name.");
        }

        screening.Override(new(rule!, [.. named], reason.Trim(), caller.Who.Id, caller.Who.Name, profession.ToString(), caller.Now));
        await db.SaveAsync(caller.Act("override finding", $"{rule}: {reason.Trim()}", screening.PatientId));
        return FormResult.Go(ScreeningLinks.Staff(screening.CourseId));
    }
}

/// <summary>Screens a course on demand, for a day.</summary>
public sealed class ScreenAgain(ScreenCourse screen)
{
    public async Task<FormResult> Handle(Guid courseId, DateOnly? forOn) =>
        await screen.Handle(courseId, forOn, "staff") is null
            ? FormResult.Refuse("nothing-asked", "There is nothing to judge yet: choose the areas in the consultation first.")
            : FormResult.Go(ScreeningLinks.Staff(courseId));
}

internal static class ScreeningLinks
{
    public static string Staff(Guid courseId) => $"/staff/courses/{courseId}/screening";
}

internal static class NoScreening
{
    public static FormResult Found => FormResult.Refuse("screening-unknown", "There is no such screening in this clinic.");

    public static FormResult Newer => FormResult.Refuse("screening-superseded", "A newer screening has taken its place. Go back and look at that one.");

    public static Task<Profession> ProfessionOfAsync(this ClinicDb db, Caller caller) =>
        db.StaffMembers.Where(s => s.Id == caller.Who.Id && s.LeftAt == null).Select(s => s.Profession).FirstOrDefaultAsync();
}
