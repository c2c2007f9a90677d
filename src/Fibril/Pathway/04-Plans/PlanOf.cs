using Fibril.Platform.Data;
using Fibril.Protocol;

namespace Fibril.Pathway.Plans;

/// <summary>A plan from what was typed.</summary>
public static class PlanOf
{
    public static Plan Input(PlanInput input, PlanSubject subject, Caller caller)
    {
        var price = subject.Prices.FirstOrDefault(p => p.Id.ToString() == input.PriceId);
        List<Combination> combinations = [.. input.Combinations.Select(c => new Combination(c.Id!, c.DaysFromSession!.Value, c.Note?.Trim() ?? ""))];
        return new()
        {
            CourseId = subject.Course.Id,
            PatientId = subject.Patient.Id,
            Zones = [.. input.Zones.Select(z => Zone(z, subject))],
            Sessions = input.Sessions!.Value,
            IntervalDays = input.IntervalDays!.Value,
            DeviceId = Guid.TryParse(input.DeviceId, out var device) ? device : null,
            Anaesthetic = input.Anaesthetic!,
            Topicals = [.. Topicals(input, combinations)],
            Combinations = combinations,
            AlternativesDiscussed = [.. input.Alternatives],
            ReviewAfterSession = input.ReviewAfterSession!.Value,
            PricePerSession = price?.Amount,
            Currency = subject.Clinic.Currency,
            Notes = input.Notes?.Trim() ?? "",
            RevisedWhy = input.RevisedWhy?.Trim() ?? "",
            DraftedAt = caller.Now,
            DraftedByName = caller.Who.Name,
        };
    }

    /// <summary>What was said to expect, kept as it was shown.</summary>
    public static string Words(ExpectedCourse expected) => string.Join('\n',
        (IEnumerable<string>)[
            expected.Summary,
            .. expected.Curve.TakeLast(1).Select(p => $"At the end of this plan: about {p.Expected:P0} of the score, between {p.Low:P0} and {p.High:P0}. An estimate, not a target."),
            .. expected.Figures.Select(f => f.Text),
            .. expected.Assumptions,
        ]);

    private static PlannedZone Zone(PlanInput.ZoneRow row, PlanSubject subject) =>
        string.IsNullOrWhiteSpace(row.Reason)
            ? new(row.Zone!, row.Indication!, row.DepthMm!.Value, row.Passes!.Value)
            : new(row.Zone!, row.Indication!, row.DepthMm!.Value, row.Passes!.Value, row.Reason.Trim(), subject.Author?.Name);

    private static IEnumerable<string> Topicals(PlanInput input, List<Combination> combinations)
    {
        if (!string.IsNullOrEmpty(input.Topical))
        {
            yield return input.Topical;
        }

        if (combinations.Exists(c => c is { Id: "prp", DaysFromSession: 0 }))
        {
            yield return "prp"; // lies on the skin at needling, so the consent and the screening must know it
        }
    }
}
