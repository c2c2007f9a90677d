using System.ComponentModel.DataAnnotations;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>A look at the result is held: rated on the scales of the baseline, by the examiner and by the person.</summary>
public sealed class HoldOutcome(ClinicDb db, Caller caller, ReadOutcomes read)
{
    public const string Gais = "gais";

    public sealed class Input
    {
        [StringLength(4000)]
        public string? Note { get; set; }

        /// <summary>The examiner's rating against the first photo.</summary>
        [Range(1, 5)]
        public int? ExaminerGais { get; set; }

        /// <summary>The person's own rating against the first photo.</summary>
        [Range(1, 5)]
        public int? PatientGais { get; set; }
    }

    /// <summary>A rating on one scale: all its values, or none when it was not rated this time.</summary>
    public sealed record Rating(string Scale, string? Zone, IReadOnlyDictionary<string, decimal> Values);

    /// <exception cref="NotHereException">No such visit.</exception>
    public async Task<FormResult> Handle(Guid visitId, Input input, IReadOnlyList<Rating> ratings)
    {
        var visit = await db.OutcomeVisits.OneAsync(v => v.Id == visitId);
        var view = await read.Handle(visit.CourseId);
        var given = ratings.Where(r => r.Values.Count > 0).ToList();
        var decision = view.MayHold(visit, view.Clinic.DayOf(caller.Now))
            .And(Decision.From(Problems(given, view, input)));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        db.AddRange(given.Select(r => ScoreOf(visit, r.Scale, r.Zone, r.Values, byPatient: false)));
        AddGlobal(visit, input.ExaminerGais, byPatient: false);
        AddGlobal(visit, input.PatientGais, byPatient: true);
        visit.Hold(input.Note?.Trim() ?? "", caller.Who.Name, caller.Now);
        await db.SaveAsync(caller.Act("hold outcome visit"));
        return FormResult.Go($"/staff/courses/{visit.CourseId}/outcomes");
    }

    private static IEnumerable<Reason> Problems(List<Rating> given, OutcomeView view, Input input)
    {
        if (given.Count == 0 && input.ExaminerGais is null && input.PatientGais is null)
        {
            yield return new("nothing-rated", "Rate at least one scale, or ask the person how it looks against the first photo.", "clinic");
        }

        foreach (var rating in given)
        {
            if (view.Scales.FirstOrDefault(s => s.Scale.Id == rating.Scale && s.Zone == rating.Zone)?.Scale is not { } scale)
            {
                yield return new("scale-without-baseline", "This scale was not rated before the first session; a later rating alone says nothing.", "clinic");
                continue;
            }

            foreach (var problem in Scales.Problems(scale, rating.Values))
            {
                yield return new("scale-value", $"{scale.Name}, {scale.LabelOf(problem.Key)}: {problem.Message}", scale.Sources[0]);
            }
        }
    }

    private void AddGlobal(OutcomeVisit visit, int? rating, bool byPatient)
    {
        if (rating is { } value)
        {
            var scale = ProtocolPack.Current.Scale(Gais);
            db.Add(ScoreOf(visit, Gais, null, new Dictionary<string, decimal> { [scale.Keys[0]] = value }, byPatient));
        }
    }

    private Score ScoreOf(OutcomeVisit visit, string scale, string? zone, IReadOnlyDictionary<string, decimal> values, bool byPatient) => new()
    {
        CourseId = visit.CourseId,
        PatientId = visit.PatientId,
        Scale = scale,
        Zone = zone,
        Value = Scales.Score(ProtocolPack.Current.Scale(scale), values).Value,
        Parts = values.ToDictionary(),
        RatedAt = caller.Now,
        RatedByName = caller.Who.Name,
        RatedByPatient = byPatient,
    };
}
