using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consultations;

/// <summary>One rating before the treatment begins. The protocol's formula makes the score; nobody types a sum.</summary>
public sealed class RateScale(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid courseId, string scaleId, IReadOnlyDictionary<string, decimal> values, string? zone)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        if (ProtocolPack.Current.Scales.FirstOrDefault(s => s.Id == scaleId) is not { ComparesToBaseline: false } scale)
        {
            return FormResult.Refuse("scale-unknown", "This scale cannot be a baseline. Choose one of the list.");
        }

        var problems = Scales.Problems(scale, values);
        if (problems.Count > 0)
        {
            return FormResult.Refuse(Decision.Refuse(problems.Select(p => new Reason("scale-value", $"{scale.LabelOf(p.Key)}: {p.Message}", scale.Sources[0]))));
        }

        db.Add(new Score
        {
            CourseId = courseId,
            PatientId = intake.Patient.Id,
            Scale = scaleId,
            Value = Scales.Score(scale, values).Value,
            Parts = values.ToDictionary(),
            Zone = string.IsNullOrEmpty(zone) ? null : zone,
            RatedAt = caller.Now,
            RatedByName = caller.Who.Name,
            IsBaseline = true,
        });
        await db.SaveAsync(caller.Act("rate scale", personId: intake.Patient.Id));
        return FormResult.Go(IntakeLinks.Home(caller, courseId));
    }
}

/// <summary>Strikes a rating out with a reason; it stays readable.</summary>
public sealed class InvalidateScore(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid scoreId, string? reason)
    {
        if (await db.Scores.FirstOrDefaultAsync(s => s.Id == scoreId) is not { } score)
        {
            return FormResult.Refuse("score-unknown", "There is no such rating.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return FormResult.Refuse("reason-missing", "Say why this rating does not count, so that others understand it later.");
        }

        score.Invalidate(reason.Trim(), caller.Now);
        await db.SaveAsync(caller.Act("invalidate score", reason.Trim(), score.PatientId));
        return FormResult.Go(IntakeLinks.Home(caller, score.CourseId));
    }
}

internal static class ScaleLabels
{
    /// <summary>Words of a key such as <c>chin.darkness</c>: "Chin, darkness".</summary>
    public static string LabelOf(this Scale scale, string key)
    {
        var item = scale.Items.FirstOrDefault(i => key == i.Id || key.EndsWith("." + i.Id, StringComparison.Ordinal));
        var region = scale.Regions.FirstOrDefault(r => key.StartsWith(r.Id + ".", StringComparison.Ordinal));
        return region is null ? item?.Label ?? key : $"{region.Label}: {item?.Label}";
    }
}
