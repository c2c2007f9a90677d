using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling.Search;

/// <summary>The sums that bound the weight: as much work as there is for them, whatever the grid, and none when nobody waits any more.</summary>
public class EnergyCutsTests
{
    [Fact]
    public void A_fine_grid_takes_no_more_work_than_is_enough_and_gives_the_same_cuts_every_time()
    {
        var (day, options) = Fine();

        var cuts = new EnergyCuts(day, options, Days.Ample);

        Assert.InRange(cuts.Looks, 1, EnergyCuts.Enough);
        Assert.Equal(Texts(cuts), Texts(new EnergyCuts(day, options, Days.Ample)));
        Assert.NotEmpty(Texts(cuts));
    }

    [Fact]
    public void A_search_that_was_stopped_looks_at_nothing()
    {
        var (day, options) = Fine();

        var cuts = new EnergyCuts(day, options, new(TimeSpan.FromMinutes(1), new(canceled: true)));

        Assert.Equal((0, 0), (cuts.Looks, Texts(cuts).Count));
    }

    [Fact]
    public void No_more_cuts_are_given_than_were_asked_for()
    {
        var (day, options) = Fine();
        var cuts = new EnergyCuts(day, options, Days.Ample);

        Assert.InRange(cuts.Tightest(40, 30).Count(), 1, 30);
        Assert.True(cuts.Tightest(40, 30).Count() < cuts.Tightest(40, 1000).Count());
    }

    private static (DayProblem Day, List<VisitOptions> Options) Fine()
    {
        var day = Days.Fine();
        return (day, [.. day.Visits.Select(v => VisitOptions.Of(day, v)).Where(o => o.Reason is null)]);
    }

    private static List<string> Texts(EnergyCuts cuts) => [.. cuts.Tightest(EnergyCuts.OfTeam, EnergyCuts.OfModel).Select(c => $"{c.Capacity}: {string.Join(' ', c.Energy)}")];
}
