using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling.Search;

/// <summary>The bound by prices against the trial of all plans, and on days whose optimum is proven.</summary>
public class PricesTests
{
    [Fact]
    public void No_plan_of_a_small_day_has_more_weight_than_the_bound()
    {
        foreach (var seed in Enumerable.Range(0, 60))
        {
            var day = RandomDay.Of(seed);
            if (AllPlans.Best(day) is { } best && Priced(day, 300) is { } prices)
            {
                Assert.True(best.Weight <= prices.Bound + 1e-6, $"day {seed}: {best.Weight} is more than {prices.Bound}");
            }
        }
    }

    [Theory]
    [InlineData("day-1-tiny.json", 5, 6)]
    [InlineData("day-3-small.json", 19, 21)]
    [InlineData("day-5-large.json", 129, 136)]
    public void The_bound_lies_between_the_optimum_and_what_is_known_to_be_found(string name, int optimum, int most)
    {
        var prices = Priced(Days.Read(Days.Text(name)), 1200)!;

        Assert.InRange((int)Math.Floor(prices.Bound + 1e-6), optimum, most);
    }

    [Fact]
    public void The_cheapest_start_comes_first_and_every_start_lies_in_the_window()
    {
        var day = Days.Read(Days.Text("day-4-clinic.json"));
        var options = Possible(day);
        var prices = Priced(day, 300)!;

        foreach (var (i, option) in options.Index())
        {
            var starts = prices.Starts(i);
            Assert.NotEmpty(starts);
            Assert.All(starts, s => Assert.InRange(s, option.Lows[0], option.Highs[0]));
            Assert.Equal(starts.Length, starts.Distinct().Count());
            Assert.True(prices.Cost(i) >= -1e-9);
        }
    }

    [Fact]
    public void On_a_fine_grid_there_are_fewer_rounds()
    {
        var (fine, coarse) = (Scarce(Days.Fine()), Scarce(Days.Read(Days.Text("day-5-large.json"))));

        Assert.True(fine.Looks > 4 * coarse.Looks);
        Assert.InRange(new Prices(fine).RoundsOf(int.MaxValue) * fine.Looks, Work.PriceLooks / 2, Work.PriceLooks);
        Assert.Equal(Work.Prices, new Prices(coarse).RoundsOf(Work.Prices)); // the common day is not touched
    }

    private static Scarcity Scarce(DayProblem day) => new(day, Possible(day));

    private static Prices? Priced(DayProblem day, int rounds)
    {
        var options = Possible(day);
        if (options.Count == 0)
        {
            return null;
        }

        var prices = new Prices(new(day, options));
        prices.Improve(rounds, 0, Days.Ample);
        return prices;
    }

    private static List<VisitOptions> Possible(DayProblem day) => [.. day.Visits.Select(v => VisitOptions.Of(day, v)).Where(o => o.Reason is null)];
}
