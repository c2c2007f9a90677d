using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>
/// The day as a constraint model: optional intervals on people and places. People are chosen in the model; places that are alike
/// are counted there and given out afterwards, which is exact because intervals that never exceed a number can be coloured with it.
/// </summary>
internal sealed class DayModel
{
    private readonly DayProblem day;
    private readonly Span horizon;

    /// <param name="cuts">With what only helps to bound the whole day: these sums, sums over teams, symmetries. Null for a search around a plan, which does without.</param>
    public DayModel(DayProblem day, IEnumerable<VisitOptions> options, IEnumerable<EnergyCut>? cuts = null)
    {
        this.day = day;
        Visits = [.. options.Where(o => o.Reason is null).Select(o => new VisitVariables(Cp, o))];
        var ends = Visits.SelectMany(v => v.Options.Highs.Select((h, s) => h + v.Visit.Type.Segments[s].Length)).Concat(day.Staff.SelectMany(p => p.Work.Select(w => w.To)));
        var starts = Visits.SelectMany(v => v.Options.Lows).Concat(day.Staff.SelectMany(p => p.Work.Select(w => w.From)));
        horizon = new(starts.DefaultIfEmpty().Min(), ends.DefaultIfEmpty().Max());
        PeopleConstraints.Add(this, cuts is not null);
        PlaceConstraints.Add(this, cuts is not null);
        if (cuts is not null)
        {
            Symmetries.Add(this);
            EnergyCuts.Add(this, cuts);
        }
    }

    /// <summary>The whole of a day that is asked of only once.</summary>
    public static DayModel Whole(DayProblem day, IReadOnlyList<VisitOptions> options, Effort effort) =>
        new(day, options, new EnergyCuts(day, options, effort).Tightest(EnergyCuts.OfTeam, EnergyCuts.OfModel));

    public CpModel Cp { get; } = new();

    public DayProblem Day => day;

    /// <summary>From the first possible start to the last possible end.</summary>
    public Span Horizon => horizon;

    /// <summary>Visits that may be served; those that cannot even alone are left out.</summary>
    public IReadOnlyList<VisitVariables> Visits { get; }

    /// <summary>By person, in the order of the breaks.</summary>
    public IReadOnlyList<IReadOnlyList<IntVar>> Breaks { get; set; } = [];

    /// <summary>Sum of the weights served.</summary>
    public LinearExpr Weight => LinearExpr.WeightedSum(Visits.Select(v => (LinearExpr)(BoolVar)v.Present), Visits.Select(v => (long)v.Visit.Weight));

    /// <summary>Units waited by all that are served.</summary>
    public LinearExpr Waiting => LinearExpr.Sum(Visits.Select(v => v.Waiting));

    /// <summary>A variable that is no earlier than the end of any visit served.</summary>
    public IntVar Finish()
    {
        var finish = Cp.NewIntVar(horizon.From, horizon.To, "");
        foreach (var visit in Visits)
        {
            Cp.Add(finish >= visit.End).OnlyEnforceIf(visit.Present);
        }

        return finish;
    }

    /// <summary>Lets the search begin at a timetable, with a value for every variable, so that it is a plan from the first moment.</summary>
    public void Hint(Timetable table)
    {
        Cp.ClearHints();
        var planned = table.Visits.ToDictionary(v => v.Visit.Id, StringComparer.Ordinal);
        foreach (var visit in Visits)
        {
            visit.Hint(day, planned.GetValueOrDefault(visit.Visit.Id));
        }

        for (var p = 0; p < Breaks.Count; p++)
        {
            for (var b = 0; b < Breaks[p].Count; b++)
            {
                var (staff, rest) = (day.Staff[p].Id, day.Staff[p].Breaks[b].Name);
                Cp.AddHint(Breaks[p][b], table.Breaks.Single(x => x.Staff == staff && x.Name == rest).Time.From);
            }
        }
    }
}
