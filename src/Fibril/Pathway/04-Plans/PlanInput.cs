using System.ComponentModel.DataAnnotations;

namespace Fibril.Pathway.Plans;

/// <summary>A plan as it is typed: rows may be blank while the person is still at it. A list that the form does not send is empty.</summary>
public sealed class PlanInput : IValidatableObject
{
    public const string AddZone = "add-zone";
    public const string AddCombination = "add-combination";
    public const string Check = "check";

    /// <summary>Which button was pressed: a change of rows or a check saves nothing.</summary>
    public string? Do { get; set; }

    public List<ZoneRow> Zones { get; set => field = value ?? []; } = [];

    public int? Sessions { get; set; }

    public int? IntervalDays { get; set; }

    public string? DeviceId { get; set; }

    public string? Anaesthetic { get; set; }

    public string? Topical { get; set; }

    public List<CombinationRow> Combinations { get; set => field = value ?? []; } = [];

    public int? ReviewAfterSession { get; set; }

    public string? PriceId { get; set; }

    public List<string> Alternatives { get; set => field = value ?? []; } = [];

    public string? Notes { get; set; }

    public string? RevisedWhy { get; set; }

    public sealed class ZoneRow
    {
        public string? Zone { get; set; }

        public string? Indication { get; set; }

        public decimal? DepthMm { get; set; }

        public int? Passes { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class CombinationRow
    {
        public string? Id { get; set; }

        public int? DaysFromSession { get; set; }

        public string? Note { get; set; }
    }

    /// <summary>Adds or removes a row; true when that was what the button asked for.</summary>
    public bool ChangeRows()
    {
        switch (Do?.Split(':'))
        {
            case [AddZone]:
                Zones.Add(new() { Indication = Zones.LastOrDefault()?.Indication, Passes = 3 });
                return true;
            case [AddCombination]:
                Combinations.Add(new() { DaysFromSession = 0 });
                return true;
            case ["remove-zone", var at] when int.TryParse(at, out var row) && row < Zones.Count:
                Zones.RemoveAt(row);
                return true;
            case ["remove-combination", var at] when int.TryParse(at, out var row) && row < Combinations.Count:
                Combinations.RemoveAt(row);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Enough is there to hold it against the protocol.</summary>
    public bool IsComplete() => !WrongRows().Any() && !WrongNumbers().Any();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        string.IsNullOrEmpty(Do) || Do == Check ? [.. WrongRows(), .. WrongNumbers()] : [];

    private IEnumerable<ValidationResult> WrongRows()
    {
        if (Zones.Count == 0)
        {
            yield return new("Add at least one zone.", [nameof(Zones)]);
        }

        foreach (var (row, n) in Zones.Select((z, i) => (z, i + 1)))
        {
            if (string.IsNullOrEmpty(row.Zone) || string.IsNullOrEmpty(row.Indication))
            {
                yield return new($"Zone {n}: choose the zone and what it is for.", [nameof(Zones)]);
            }

            if (row.DepthMm is not (>= 0.1m and <= 3.5m) || row.DepthMm % 0.1m != 0)
            {
                yield return new($"Zone {n}: write the depth in steps of 0.1 mm, from 0.1 to 3.5.", [nameof(Zones)]);
            }

            if (row.Passes is not (>= 1 and <= 12))
            {
                yield return new($"Zone {n}: write the passes, 1 to 12.", [nameof(Zones)]);
            }
        }

        if (Zones.GroupBy(z => z.Zone).Any(g => g.Key is { Length: > 0 } && g.Count() > 1))
        {
            yield return new("A zone stands twice. Name each zone once, with its deepest depth.", [nameof(Zones)]);
        }

        foreach (var (_, n) in Combinations.Select((c, i) => (c, i + 1)).Where(x => string.IsNullOrEmpty(x.c.Id) || x.c.DaysFromSession is not (>= -400 and <= 400)))
        {
            yield return new($"Other treatment {n}: choose it and write the days from the session, such as -14 or 0.", [nameof(Combinations)]);
        }
    }

    private IEnumerable<ValidationResult> WrongNumbers()
    {
        if (Sessions is not (>= 1 and <= 20))
        {
            yield return new("Write the sessions, 1 to 20.", [nameof(Sessions)]);
        }

        if (IntervalDays is not (>= 1 and <= 400))
        {
            yield return new("Write the days between sessions, 1 to 400.", [nameof(IntervalDays)]);
        }

        if (ReviewAfterSession is not >= 1 || ReviewAfterSession > Sessions)
        {
            yield return new("Say after which session of the plan the result is looked at.", [nameof(ReviewAfterSession)]);
        }

        if (!Guid.TryParse(DeviceId, out _))
        {
            yield return new("Choose a device.", [nameof(DeviceId)]);
        }

        if (string.IsNullOrEmpty(Anaesthetic))
        {
            yield return new("Choose an anaesthetic, or none.", [nameof(Anaesthetic)]);
        }
    }
}
