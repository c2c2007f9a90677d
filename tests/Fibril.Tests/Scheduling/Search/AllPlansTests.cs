using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling.Search;

/// <summary>Small days of every kind against the trial of all plans: each level, each code, each conflict.</summary>
public class AllPlansTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(60)]
    public void The_planner_finds_what_the_trial_of_all_plans_finds(int first)
    {
        foreach (var seed in Enumerable.Range(first, 20))
        {
            Compare(seed, RandomDay.Of(seed));
        }
    }

    private static void Compare(int seed, DayProblem day)
    {
        var plan = DayPlanner.Plan(day)!;
        if (AllPlans.Best(day) is not { } best)
        {
            Assert.True(plan.Status == DayStatus.Infeasible, $"day {seed} has no plan");
            Assert.NotEmpty(plan.Conflict);
            Assert.Null(AllPlans.Best(Only(day, plan.Conflict)));
            Assert.All(plan.Conflict, id => Assert.NotNull(AllPlans.Best(Only(day, plan.Conflict.Where(c => c != id)))));
            return;
        }

        Assert.True(plan.Status == DayStatus.Optimal, $"day {seed} is {plan.Status}");
        Assert.Equal((seed, best.Weight, best.Waiting, best.Finish), (seed, plan.Table!.Weight, plan.Table.Waiting, plan.Table.Finish ?? 0));
        foreach (var unserved in plan.Unserved)
        {
            var alone = day.With(day.Visits.Where(v => v.Must || v.Id == unserved.Request.Id).Select(v => v with { Must = true }));
            Assert.Equal((seed, unserved.Request.Id, AllPlans.Best(alone) is null), (seed, unserved.Request.Id, unserved.Code == UnservedCode.Impossible));
        }
    }

    private static DayProblem Only(DayProblem day, IEnumerable<string> ids) => day.With(day.Visits.Where(v => ids.Contains(v.Id)));
}
