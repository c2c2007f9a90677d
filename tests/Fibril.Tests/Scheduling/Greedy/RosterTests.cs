using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling.Greedy;

/// <summary>However visits and breaks come and go, what is in the roster breaks no rule.</summary>
public class RosterTests
{
    [Theory]
    [InlineData("day-3-small.json")]
    [InlineData("day-4-clinic.json")]
    [InlineData("day-5-large.json")]
    public void What_comes_and_goes_leaves_a_timetable_that_breaks_no_rule(string name)
    {
        var day = Days.Read(Days.Text(name));
        List<VisitOptions> options = [.. day.Visits.Select(v => VisitOptions.Of(day, v))];
        var roster = new Roster(day, options).Take(GreedyPlan.Promises(day, options, Days.Ample)!);
        var chance = new Random(5);
        for (var n = 0; n < 400; n++)
        {
            var visit = chance.Next(options.Count);
            if (roster.Visits[visit] is not null)
            {
                if (!options[visit].Visit.Must)
                {
                    roster.Remove(visit);
                }
            }
            else
            {
                roster.Add(visit, chance.Next(options[visit].Lows[0], options[visit].Highs[0] + 1), chance.Next(2) == 0 ? 0 : Roster.Everlasting);
            }

            Assert.Empty(DayChecker.Check(day, roster.Table));
            Assert.Equal((roster.Table.Weight, roster.Table.Waiting, roster.Table.Finish), (roster.Weight, roster.Waiting, roster.Finish));
        }

        var copy = roster.Empty(20_000);
        copy.CopyFrom(roster);
        Assert.Equal(roster.Table.Visits.Select(v => (v.Visit.Id, v.Start)), copy.Table.Visits.Select(v => (v.Visit.Id, v.Start)));
        Assert.Equal(roster.Table.Breaks, copy.Table.Breaks);
    }
}
