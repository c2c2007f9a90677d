using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>Reads a timetable out of the values that the solver found.</summary>
internal static class Extraction
{
    public static Timetable Read(DayModel model, Func<LinearExpr, long> value, Func<ILiteral, bool> isTrue)
    {
        var day = model.Day;
        var served = model.Visits.Where(v => isTrue(v.Present)).ToList();
        var planned = served.Select(v => new PlannedVisit(v.Visit, v.Visit.Fixed ?? [.. v.Starts.Select((s, i) => new PlannedSegment(
            (int)value(s), [.. v.People[i].Select(n => day.Staff[n.First(c => isTrue(c.Chosen)).Person].Id)], null))])).ToList();
        var stays = served.Zip(planned).Where(v => v.First.Visit.Fixed is null)
            .SelectMany(v => v.First.Visit.Type.Stays.Select((s, i) => (Planned: v.Second, Stay: s, v.First.Sites[i].First(c => isTrue(c.Chosen)).Group))).ToList();
        var sites = new Dictionary<(PlannedVisit, int), string>();
        foreach (var group in stays.GroupBy(s => s.Group))
        {
            var all = group.ToList();
            var chosen = Colouring.Places([.. all.Select(s => s.Planned.Of(s.Stay))], group.Key.Places, day.Turnover[all[0].Stay.Kind]);
            foreach (var (stay, place) in all.Zip(chosen))
            {
                for (var s = stay.Stay.First; s <= stay.Stay.Last; s++)
                {
                    sites[(stay.Planned, s)] = day.Places[place].Id;
                }
            }
        }

        return new(
            [.. planned.Select(v => v.Visit.Fixed is null ? v with { Segments = [.. v.Segments.Select((s, i) => s with { Place = sites.GetValueOrDefault((v, i)) })] } : v)],
            [.. day.Staff.SelectMany((p, i) => p.Breaks.Select((b, k) => Rest(p, b, (int)value(model.Breaks[i][k]))))]);

        static PlannedBreak Rest(Person person, Break rest, int from) => new(person.Id, rest.Name, new(from, from + rest.Length));
    }
}
