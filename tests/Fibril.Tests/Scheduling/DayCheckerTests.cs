using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling;

/// <summary>The contract's own plan passes; each small change of it that makes it no plan is found.</summary>
public class DayCheckerTests
{
    private static readonly DayProblem Day = Days.Read(Days.Text("day-3-small.json"));
    private static readonly Timetable Plan = Days.Plan(Day, Days.Text("plan-day-3-small.json"));

    public static TheoryData<string, string> Changes => new()
    {
        { "the dwell is longer than its most", "bk-2 1 +3" },
        { "the dwell is shorter than its least", "gil 1 -1" },
        { "the room is not turned over", "jo 1 -1" },
        { "two patients for one assistant", "mo 0 -1" },
        { "needling needs a practitioner", "gil 2 =kim" },
        { "a fixed visit moves", "bk-1 0 +1" },
        { "a chair is no room", "gil 2 @chair-1" },
        { "the place is kept", "gil 3 @chair-2" },
        { "no place where one is needed", "gil 0 @" },
        { "two people for one need", "gil 0 =kim,amy" },
        { "a stranger", "gil 0 =zoe" },
        { "after closing", "mo 3 +1" },
    };

    [Fact]
    public void The_plan_of_the_contract_passes_and_weighs_what_it_says()
    {
        Assert.Empty(DayChecker.Check(Day, Plan));
        Assert.Equal((19, 2, "2026-11-25T15:00:00+00:00"), (Plan.Weight, Plan.Waiting, Day.Clock.Text(Plan.Finish!.Value)));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_plan_that_breaks_a_rule_is_found(string what, string change)
    {
        var words = change.Split(' ');
        var (id, at, how) = (words[0], int.Parse(words[1]), words[2]);
        var broken = Plan with { Visits = [.. Plan.Visits.Select(v => v.Visit.Id == id ? v with { Segments = [.. v.Segments.Select((s, i) => i == at ? Changed(s, how) : s)] } : v)] };

        Assert.True(DayChecker.Check(Day, broken).Count > 0, what);
    }

    [Fact]
    public void Breaks_and_promises_are_counted()
    {
        var lunch = Plan.Breaks[0];

        Assert.NotEmpty(DayChecker.Check(Day, Plan with { Breaks = [.. Plan.Breaks.Skip(1)] }));
        Assert.NotEmpty(DayChecker.Check(Day, Plan with { Breaks = [.. Plan.Breaks, lunch] }));
        Assert.NotEmpty(DayChecker.Check(Day, Plan with { Breaks = [lunch with { Name = "tea" }, .. Plan.Breaks.Skip(1)] }));
        Assert.NotEmpty(DayChecker.Check(Day, Plan with { Breaks = [.. Plan.Breaks.Select(b => b.Staff == "kim" ? b with { Time = new(139, 145) } : b)] })); // puts Hana's cream on
        Assert.NotEmpty(DayChecker.Check(Day, Plan with { Visits = [.. Plan.Visits.Where(v => v.Visit.Id != "bk-2")] }));
        Assert.NotEmpty(DayChecker.Check(Day, Plan with { Visits = [.. Plan.Visits, Plan.Visits[0]] }));
        Assert.Empty(DayChecker.Check(Day, Plan with { Visits = [.. Plan.Visits.Where(v => v.Visit.Id != "lea")] }));
    }

    [Fact]
    public void Windows_preferences_and_kept_people_are_rules()
    {
        var kept = Days.Read(Days.Small("/visitTypes/0/segments/2/gapAfter/staff \"keep\""));
        var late = Days.Read(Days.Small("/requests/0/earliest \"09:45\""));
        var strict = Days.Read(Days.Small("""/requests/5/preferredStaff {"ids":["kim"],"strict":true}"""));

        Assert.All([kept, late, strict], day => Assert.Single(DayChecker.Check(day, Days.Plan(day, Days.Text("plan-day-3-small.json")))));
    }

    private static PlannedSegment Changed(PlannedSegment segment, string how) => how[0] switch
    {
        '=' => segment with { Staff = how[1..].Split(',') },
        '@' => segment with { Place = how.Length == 1 ? null : how[1..] },
        _ => segment with { Start = segment.Start + int.Parse(how, System.Globalization.CultureInfo.InvariantCulture) },
    };
}
