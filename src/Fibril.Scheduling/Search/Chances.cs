namespace Fibril.Scheduling;

/// <summary>Which requests no plan can serve, even if no other optional request existed; proven, not guessed.</summary>
internal sealed class Chances
{
    /// <summary>Seconds of the wall clock that asking may take before the search; what is left open is asked after it, if it matters still.</summary>
    private const double Before = 8;

    private readonly Dictionary<string, string> impossible = new(StringComparer.Ordinal);
    private readonly List<VisitOptions> open = [];
    private readonly List<VisitOptions> must;
    private readonly DayProblem day;
    private readonly Effort naming; // of causes

    public Chances(DayProblem day, IReadOnlyList<VisitOptions> options, Timetable promises, Effort effort)
    {
        this.day = day;
        must = [.. options.Where(o => o.Visit.Must)];
        var asking = effort.Within(Before);
        naming = effort.Within(Before / 2);
        var empty = new Roster(day, options);
        foreach (var request in options.Where(o => !o.Visit.Must))
        {
            if (request.Reason is not null)
            {
                impossible[request.Visit.Id] = Reasons.Impossible(day, request, [], naming);
            }
            else if (effort.IsSpent)
            {
                open.Add(request);
            }
            else if (!empty.Empty(empty.Patience).Take(promises).Add(request) && !Ask(request, Work.Chance, asking))
            {
                open.Add(request);
            }
        }
    }

    /// <summary>Some are neither proven impossible nor known to be possible.</summary>
    public bool AnyOpen => open.Count > 0;

    /// <summary>Neither proven impossible nor known to be possible.</summary>
    public bool IsOpen(Visit request) => open.Any(o => o.Visit.Id == request.Id);

    /// <summary>Proven that no plan serves it.</summary>
    public bool IsImpossible(Visit request) => impossible.ContainsKey(request.Id);

    /// <summary>Why it is impossible.</summary>
    public string Reason(Visit request) => impossible[request.Id];

    /// <summary>Asks again for those that are open and were not served.</summary>
    public void Settle(Timetable plan, Effort effort)
    {
        var left = open.Where(o => plan.Visits.All(v => v.Visit.Id != o.Visit.Id)).ToList();
        for (var i = 0; i < left.Count; i++)
        {
            if (Ask(left[i], 10 * Work.Chance, effort.Within(effort.Left / (left.Count - i))))
            {
                open.Remove(left[i]);
            }
        }
    }

    /// <summary>Whether it is decided now.</summary>
    private bool Ask(VisitOptions request, double work, Effort effort)
    {
        if (effort.IsSpent)
        {
            return false;
        }

        var asked = request with { Visit = request.Visit with { Must = true } };
        var solved = Solver.Run(DayModel.Whole(day, [.. must, asked], effort), effort, work);
        if (solved.IsImpossible)
        {
            // Whom it collides with, if anybody: the promises that leave no way for it.
            var against = Conflict.Of(day, [.. must, asked], effort.Within(2)).Where(v => v.Id != request.Visit.Id).ToList();
            impossible[request.Visit.Id] = Reasons.Impossible(day, request, against, naming);
        }

        return solved.IsImpossible || solved.Table is not null;
    }
}
