using System.Text.Json;
using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling.Search;

/// <summary>The open days of the contract: their proven optima, conflicts and words. The large one is measured by bin/bench day.</summary>
public class DayPlannerTests
{
    private static readonly JsonElement Optima = JsonDocument.Parse(Days.Text("day-optima.json")).RootElement.GetProperty("days");

    [Theory]
    [InlineData("day-1-tiny.json")]
    [InlineData("day-3-small.json")]
    [InlineData("day-4-clinic.json")]
    public void An_open_day_is_planned_to_its_proven_optimum(string name)
    {
        var day = Days.Read(Days.Text(name));
        var optimum = Optima.GetProperty(name);

        var plan = DayPlanner.Plan(day)!;

        Assert.Equal((DayStatus.Optimal, 4), (plan.Status, plan.Proven));
        Assert.Equal(optimum.GetProperty("weight").GetProperty("best").GetInt32(), plan.Table!.Weight);
        Assert.Equal(plan.Table.Weight, plan.Bound);
        Assert.Equal(optimum.GetProperty("waiting").GetProperty("best").GetInt32(), plan.Table.Waiting * 5);
        Assert.Equal(optimum.GetProperty("finish").GetProperty("best").GetString(), day.Clock.Text(plan.Table.Finish!.Value));
        Assert.Empty(DayChecker.Check(day, plan.Table));
        Assert.All(plan.Unserved, u => Assert.Equal(UnservedCode.Outweighed, u.Code));
        Assert.All(plan.Unserved, u => Assert.InRange(u.Reason.Length, 15, 400));
    }

    [Fact]
    public void A_day_without_a_plan_names_the_promises_that_collide()
    {
        var plan = DayPlanner.Plan(Days.Read(Days.Text("day-2-infeasible.json")))!;

        Assert.Equal((DayStatus.Infeasible, 0, null), (plan.Status, plan.Proven, plan.Table));
        Assert.Equal(["bk-1", "dot"], plan.Conflict);
        Assert.Equal(["dot", "eve", "fay"], plan.Unserved.Select(u => u.Request.Id));
        Assert.All(plan.Unserved, u => Assert.Contains("bk-1", u.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_promise_that_harms_nobody_is_no_part_of_the_conflict()
    {
        var day = Days.Read(Days.Text("day-2-infeasible.json"));
        var harmless = day.Visits.Single(v => v.Id == "fay") with { Id = "gus", IsBooked = true };

        foreach (var at in new[] { 0, 1, day.Visits.Count })
        {
            List<Visit> visits = [.. day.Visits];
            visits.Insert(at, harmless);
            Assert.Equal(["bk-1", "dot"], DayPlanner.Plan(day.With(visits.Where(v => v.Id != "fay")))!.Conflict.Order());
        }
    }

    [Fact]
    public void A_fixed_dwell_that_is_too_long_is_told_in_minutes()
    {
        var day = Days.Read(Days.Edited(
            Days.Text("day-2-infeasible.json"),
            """/booked/0 {"id":"bk-1","visitType":"mn-20","fixed":[{"start":"11:00","staff":["kim"],"place":"chair-1"},{"start":"11:40","staff":["amy"],"place":"room-1"}]}"""));

        var plan = DayPlanner.Plan(day)!;

        Assert.Equal(["bk-1"], plan.Conflict);
        Assert.All(plan.Unserved, u => Assert.Contains("35 minutes after cream on, allowed are 20 to 30", u.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_day_has_the_same_plan_every_time()
    {
        var day = Days.Read(Days.Text("day-4-clinic.json"));

        var plans = Enumerable.Range(0, 2).Select(_ => DayPlanner.Plan(day)! with { SolveTime = TimeSpan.Zero }).Select(p => p.ToJson()).ToList();

        Assert.Equal(plans[0], plans[1]);
    }

    [Theory]
    [InlineData("/requests/4/latest \"13:00\"", "window")] // 120 minutes in 30
    [InlineData("/requests/4/visitType \"none\"", "surgeon")]
    [InlineData("""/requests/4/preferredStaff {"ids":["kim"],"strict":true}""", "kim")]
    public void What_no_plan_can_serve_is_impossible_and_says_why(string edit, string word)
    {
        var text = Days.Small("/visitTypes/2/id \"none\"", "/booked/0/visitType \"none\"", "/requests/5/visitType \"none\"", "/visitTypes/2/segments/1/needs [[\"surgeon\"]]", edit);
        var day = Days.Read(text);
        day = day.With(day.Visits.Where(v => v.Id is "bk-2" or "kai"));

        var unserved = Assert.Single(DayPlanner.Plan(day)!.Unserved);

        Assert.Equal(UnservedCode.Impossible, unserved.Code);
        Assert.Contains(word, unserved.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wish_that_costs_nothing_is_granted()
    {
        var day = Days.Read(Days.Small("""/staff/1/roles ["practitioner","assistant"]""", """/requests/5/preferredStaff {"ids":["kim"],"strict":false}"""));
        day = day.With(day.Visits.Where(v => v.Id == "lea"));

        Assert.Equal("kim", DayPlanner.Plan(day)!.Table!.Visits[0].Segments[0].Staff[0]);
    }

    /// <summary>Amy's half hour, then Bob's; Ann wishes for Bob.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(1, """/requests/1/preferredStaff {"ids":["amy"],"strict":false}""", """/requests/0/preferredStaff {"ids":["amy"],"strict":false}""")]
    [InlineData(2, """/requests/1/visitType "d" """)] // no slot to exchange: other times
    [InlineData(1, """/requests/1/preferredStaff""")]
    [InlineData(1, """/requests/0/preferredStaff {"ids":["cat"],"strict":false}""")]
    [InlineData(1, """/requests/1/preferredStaff""", """/requests/1/weight 9""")]
    public void Wishes_choose_between_plans_that_are_equal_on_all_levels(int granted, params string[] edits)
    {
        const string HalfHours = """
            {"contract":"fibril.day/1","date":"2026-11-23","timeZone":"Europe/London","granularity":5,
             "staff":[{"id":"amy","roles":["practitioner"],"work":[["09:00","09:30"]]},{"id":"bob","roles":["practitioner"],"work":[["09:30","10:00"]]},{"id":"cat","roles":["cleaner"],"work":[["09:00","10:00"]]}],
             "places":[{"id":"room-1","kind":"treatment-room","open":[["09:00","10:00"]]}],"turnover":{"numbing-chair":0,"treatment-room":0,"consult-room":0},
             "visitTypes":[{"id":"c","lead":"talk","segments":[{"name":"talk","minutes":30,"needs":[["practitioner"]],"place":"treatment-room"}]},
               {"id":"d","lead":"look","segments":[{"name":"look","minutes":30,"needs":[["practitioner"]],"place":"treatment-room"}]}],
             "booked":[],"requests":[{"id":"ann","visitType":"c","weight":1,"mustServe":false,"preferredStaff":{"ids":["bob"],"strict":false}},
               {"id":"ben","visitType":"c","weight":1,"mustServe":false,"preferredStaff":{"ids":["amy"],"strict":false}}],"objective":["must-serve","weight","waiting","finish"]}
            """;
        var day = Days.Read(Days.Edited(HalfHours, edits));

        var plan = DayPlanner.Plan(day)!;

        Assert.Equal((DayStatus.Optimal, 2), (plan.Status, plan.Table!.Visits.Count));
        Assert.Equal(granted, plan.Table.Visits.Count(v => v.Visit.Preferred is { } wish && wish.Ids.Contains(v.Segments[0].Staff[0])));
    }

    [Fact]
    public void Wishes_cost_no_level_anything()
    {
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var day = RandomDay.Of(seed);
            var wishing = day.With(day.Visits.Select((v, i) => v.Fixed is null && v.Preferred is null ? v with { Preferred = new([day.Staff[i % day.Staff.Count].Id], false) } : v));

            var (plain, granted) = (DayPlanner.Plan(day)!, DayPlanner.Plan(wishing)!);

            Assert.Equal((seed, plain.Status, plain.Table?.Weight, plain.Table?.Waiting, plain.Table?.Finish), (seed, granted.Status, granted.Table?.Weight, granted.Table?.Waiting, granted.Table?.Finish));
        }
    }

    [Fact]
    public void A_break_may_have_limits_outside_all_hours()
    {
        var day = Days.Read(Days.Text("day-3-small.json"));
        var early = day with { Staff = [day.Staff[0] with { Breaks = [.. day.Staff[0].Breaks.Select(b => b with { Earliest = -500 })] }, .. day.Staff.Skip(1)] };

        var plan = DayPlanner.Plan(early.With(day.Visits.Where(v => v.Must || v.Id is "gil" or "kai")))!;

        Assert.Equal(DayStatus.Optimal, plan.Status);
    }

    [Fact]
    public void A_dwell_across_the_change_of_the_clocks_is_as_long_as_on_any_day()
    {
        var text = Days.Edited(
            Days.Text("day-1-tiny.json"),
            "/date \"2026-10-25\"",
            """/staff/0/work [["00:30","2026-10-25T01:30:00Z"]]""",
            """/places/0/open [["00:30","2026-10-25T01:30:00Z"]]""",
            """/places/1/open [["00:30","2026-10-25T01:30:00Z"]]""",
            """/places/2/open [["00:30","2026-10-25T01:30:00Z"]]""");

        var plan = DayPlanner.Plan(Days.Read(text))!;

        Assert.Equal((5, 2), (plan.Table!.Weight, plan.Table.Waiting)); // two real hours, as in the first example
        Assert.Contains("2026-10-25T01:15:00+00:00", plan.ToJson(), StringComparison.Ordinal);
        Assert.Contains("2026-10-25T01:05:00+01:00", plan.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_without_visits_still_has_its_breaks()
    {
        var day = Days.Read(Days.Text("day-3-small.json"));

        var plan = DayPlanner.Plan(day.With([]))!;

        Assert.Equal((DayStatus.Optimal, null, 0, 2), (plan.Status, plan.Table!.Finish, plan.Bound, plan.Table.Breaks.Count));
    }

    [Fact]
    public async Task A_search_that_is_stopped_gives_what_it_has()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var plan = DayPlanner.Plan(Days.Read(Days.Text("day-5-large.json")), stop: stop.Token)!;

        Assert.Equal(DayStatus.Feasible, plan.Status);
        Assert.True(plan.Table!.Weight > 100 && plan.Bound >= 129);
    }

    [Fact]
    public void Progress_comes_before_all_else_and_who_stops_then_still_gets_a_plan()
    {
        using var stop = new CancellationTokenSource();
        var told = new List<DayProgress>();
        var day = Days.Fine();

        var plan = DayPlanner.Plan(day, progress: at => { told.Add(at); stop.Cancel(); }, stop: stop.Token)!;

        Assert.Equal((DayLevel.MustServe, 0, day.Visits.Sum(v => v.Weight)), (told[0].Level, told[0].Weight, told[0].Bound));
        Assert.Equal(DayStatus.Feasible, plan.Status);
        Assert.True(plan.Table!.Weight > 80);
        Assert.True(plan.Bound > 129); // nothing more was proven
    }
}
