namespace Fibril.Scheduling;

/// <summary>Which requests no plan can serve, even if no other optional request existed; proven, not guessed.</summary>
internal sealed class Chances
{
    private readonly Dictionary<string, string> impossible = new(StringComparer.Ordinal);
    private readonly DayProblem day;

    public Chances(DayProblem day, IReadOnlyList<VisitOptions> options, Timetable promises, Effort effort)
    {
        this.day = day;
        var must = options.Where(o => o.Visit.Must).ToList();
        foreach (var request in options.Where(o => !o.Visit.Must))
        {
            if (request.Reason is { } reason)
            {
                impossible[request.Visit.Id] = reason;
            }
            else if (!new Roster(day, options).Take(promises).Add(request) && !effort.IsSpent)
            {
                Ask(must, request, effort);
            }
        }
    }

    /// <summary>Proven that no plan serves it.</summary>
    public bool IsImpossible(Visit request) => impossible.ContainsKey(request.Id);

    /// <summary>Why it is impossible.</summary>
    public string Reason(Visit request) => impossible[request.Id];

    private void Ask(List<VisitOptions> must, VisitOptions request, Effort effort)
    {
        var asked = request with { Visit = request.Visit with { Must = true } };
        if (Solver.Run(new DayModel(day, [.. must, asked]), effort, Work.Chance).IsImpossible)
        {
            // Whom it collides with, if anybody: the promises that leave no way for it.
            var against = Conflict.Of(day, [.. must, asked], effort).Where(v => v.Id != request.Visit.Id).ToList();
            impossible[request.Visit.Id] = Reasons.Impossible(day, request.Visit, against);
        }
    }
}
