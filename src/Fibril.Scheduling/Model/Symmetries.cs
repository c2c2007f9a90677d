namespace Fibril.Scheduling;

/// <summary>Of plans that differ only by who is called what, one is kept. No level of the objective loses by it.</summary>
internal static class Symmetries
{
    public static void Add(DayModel model)
    {
        foreach (var alike in model.Visits.Where(v => v.Visit.Fixed is null).GroupBy(v => Key(v.Visit), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            // Whoever weighs less could give the place to the other: the heavier is served first, and starts first.
            var order = Order(alike, v => v.Visit);
            for (var i = 1; i < order.Count; i++)
            {
                if (!order[i - 1].Visit.Must)
                {
                    model.Cp.AddImplication(order[i].Present, order[i - 1].Present);
                }

                model.Cp.Add(order[i - 1].Starts[0] <= order[i].Starts[0]).OnlyEnforceIf(order[i].Present);
            }
        }

        People(model);
    }

    /// <summary>The one of its equals that the model keeps; it serves the heavier of those who are alike.</summary>
    /// <param name="possible">All that may be served.</param>
    public static Timetable Canonical(DayProblem day, IReadOnlyList<VisitOptions> possible, Timetable table)
    {
        var planned = table.Visits.ToDictionary(v => v.Visit.Id, StringComparer.Ordinal);
        var visits = table.Visits.Where(v => v.Visit.Fixed is not null).ToList();
        foreach (var alike in possible.Select(o => o.Visit).Where(v => v.Fixed is null).GroupBy(Key, StringComparer.Ordinal))
        {
            var times = alike.Select(v => planned.GetValueOrDefault(v.Id)).OfType<PlannedVisit>().OrderBy(p => p.Start).Select(p => p.Segments);
            visits.AddRange(Order(alike, v => v).Zip(times, (v, t) => new PlannedVisit(v, t)));
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var alike in Alike(day))
        {
            var order = alike.OrderBy(p => table.Breaks.First(b => b.Staff == p.Person.Id && b.Name == p.Person.Breaks[0].Name).Time.From).ToList();
            order.Zip(alike).ToList().ForEach(p => names[p.First.Person.Id] = p.Second.Person.Id);
        }

        string Name(string id) => names.GetValueOrDefault(id, id);
        return new(
            [.. visits.Select(v => v with { Segments = [.. v.Segments.Select(s => s with { Staff = [.. s.Staff.Select(Name)] })] })],
            [.. table.Breaks.Select(b => b with { Staff = Name(b.Staff), Name = Renamed(day, b, Name(b.Staff)) })]);
    }

    /// <summary>Breaks that are alike may have other names with another person.</summary>
    private static string Renamed(DayProblem day, PlannedBreak rest, string staff)
    {
        var at = day.Staff.First(p => p.Id == rest.Staff).Breaks.Index().First(b => b.Item.Name == rest.Name).Index;
        return day.Staff.First(p => p.Id == staff).Breaks[at].Name;
    }

    /// <summary>Everything but the weight: type, window, and who must lead. Who is wished for decides no level; wishes are granted by exchange afterwards.</summary>
    public static string Key(Visit v) =>
        $"{v.Type.Id} {v.Earliest} {v.Latest} {(v.Preferred is { Strict: true } wish ? string.Join(',', wish.Ids.Order(StringComparer.Ordinal)) : "")}";

    private static List<T> Order<T>(IEnumerable<T> alike, Func<T, Visit> visit) =>
        [.. alike.OrderByDescending(v => visit(v).Must).ThenByDescending(v => visit(v).Weight)];

    /// <summary>People who are alike take their first break in the order of the file.</summary>
    private static void People(DayModel model)
    {
        foreach (var alike in Alike(model.Day))
        {
            for (var i = 1; i < alike.Count; i++)
            {
                model.Cp.Add(model.Breaks[alike[i - 1].Index][0] <= model.Breaks[alike[i].Index][0]);
            }
        }
    }

    /// <summary>People with a break who could change names: roles, hours and breaks are the same, and no promise or wish tells them apart.</summary>
    private static IEnumerable<List<(Person Person, int Index)>> Alike(DayProblem day)
    {
        var fixedTo = day.Visits.Where(v => v.Fixed is not null).SelectMany(v => v.Fixed!).SelectMany(s => s.Staff).ToHashSet(StringComparer.Ordinal);
        var lists = day.Visits.Where(v => v.Preferred is { Strict: true }).Select(v => v.Preferred!.Ids).ToList();
        return day.Staff.Select((p, i) => (Person: p, Index: i)).Where(p => p.Person.Breaks.Count > 0 && !fixedTo.Contains(p.Person.Id)).GroupBy(
            p => string.Join('|', p.Person.Roles.Order(StringComparer.Ordinal)) + string.Join(' ', p.Person.Work) + string.Join(' ', p.Person.Breaks.Select(b => (b.Length, b.Earliest, b.Latest)))
                + string.Concat(lists.Select(l => l.Contains(p.Person.Id) ? '1' : '0')),
            StringComparer.Ordinal).Select(g => g.ToList());
    }
}
