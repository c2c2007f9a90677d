using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling.Reasons;

/// <summary>The sentence for the desk names what it turns on, and nothing that it does not turn on.</summary>
public class CauseTests
{
    /// <summary>Amy from 09:00 to 10:00 in one chair; the visit is ten minutes of cream and ten of aftercare in the same kind of chair.</summary>
    private const string Hour = """
        {"contract":"fibril.day/1","date":"2026-11-25","timeZone":"Europe/London","granularity":5,
         "staff":[{"id":"amy","roles":["practitioner"],"work":[["09:00","10:00"]]}],
         "places":[{"id":"chair-1","kind":"numbing-chair","open":[["09:00","10:00"]]}],
         "turnover":{"numbing-chair":0,"treatment-room":0,"consult-room":0},
         "visitTypes":[{"id":"v","segments":[{"name":"on","minutes":10,"needs":[["practitioner"]],"place":"numbing-chair","gapAfter":{"min":10,"max":20,"place":"hold"}},
           {"name":"after","minutes":10,"needs":[["practitioner"]],"place":"numbing-chair"}]}],
         "booked":[],"requests":[{"id":"x","visitType":"v","weight":1,"mustServe":false}],"objective":["must-serve","weight","waiting","finish"]}
        """;

    private const string Tea = """/staff/0/breaks [{"name":"tea","minutes":25,"earliest":"09:15","latest":"09:45"}]""";

    [Theory]
    [InlineData("chair-1 must be turned over for 5 minutes after every stay; without that, or with one more numbing-chair, there would be a way", "/turnover/numbing-chair 5")]
    [InlineData("amy has the break tea (25 minutes between 09:15 and 09:45), and without it there would be a way", Tea)]
    [InlineData("amy works 09:00 to 09:25, and with longer hours there would be a way", """/staff/0/work [["09:00","09:25"]]""")]
    [InlineData("the hours of chair-1 (09:00 to 09:25) are too short, and with longer ones there would be a way", """/places/0/open [["09:00","09:25"]]""")]
    [InlineData("with one more person who can do what amy can, 09:00 to 10:00, there would be a way", """/visitTypes/0/segments/1/needs [["practitioner"],["practitioner"]]""")]
    public void A_request_without_a_way_names_what_alone_stands_against_it(string cause, params string[] edits)
    {
        var possible = DayPlanner.Plan(Days.Read(Hour))!;
        var day = Days.Edited(Hour, edits);

        var unserved = Assert.Single(DayPlanner.Plan(Days.Read(day))!.Unserved);
        var noPlan = DayPlanner.Plan(Days.Read(Days.Edited(day, "/requests/0/mustServe true")))!;

        Assert.Empty(possible.Unserved);
        Assert.Equal(UnservedCode.Impossible, unserved.Code);
        Assert.EndsWith($", even if nothing else were asked of the day: {cause}.", unserved.Reason, StringComparison.Ordinal);
        Assert.Equal($"The day has no plan because of x: {unserved.Reason}", noPlan.ConflictReason);
    }

    [Fact]
    public void No_single_thing_is_blamed_when_several_stand_against_it()
    {
        var day = Days.Read(Days.Edited(Hour, """/staff/0/work [["09:00","09:25"]]""", """/places/0/open [["09:30","09:55"]]"""));

        Assert.EndsWith("even if nothing else were asked of the day.", Assert.Single(DayPlanner.Plan(day)!.Unserved).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_promise_it_names_the_promise_with_its_window_and_what_would_help()
    {
        var day = Days.Read(Days.Edited(Hour, """/requests/0 {"id":"x","visitType":"v","weight":1,"mustServe":false,"latest":"09:30"}""", """/booked [{"id":"bk","visitType":"v","movable":{"earliest":"09:00","latest":"09:45"}}]"""));

        Assert.Equal(
            "Between 00:00 and 09:30 there is no way for it beside what is promised, bk (between 09:00 and 09:45): with one more numbing-chair than chair-1 there would be a way.",
            Assert.Single(DayPlanner.Plan(day)!.Unserved).Reason);
    }

    [Theory]
    [InlineData("It must be led by kim, who cannot do \"on\", which needs the role practitioner.", """/requests/0/preferredStaff {"ids":["kim"],"strict":true}""")]
    [InlineData("Nobody who works that day can do \"after\", which needs the role surgeon.", """/visitTypes/0/segments/1/needs [["surgeon"]]""", """/requests/0/preferredStaff {"ids":["amy"],"strict":true}""")]
    [InlineData("Nobody who may do \"on\", which needs the role practitioner, can do all the segments in which the people must stay the same.", """/visitTypes/0/segments/0/gapAfter/staff "keep" """, """/visitTypes/0/segments/1/needs [["assistant"]]""")]
    public void A_role_is_blamed_only_where_it_is_missing(string sentence, params string[] edits)
    {
        var kim = """/staff [{"id":"amy","roles":["practitioner"],"work":[["09:00","10:00"]]},{"id":"kim","roles":["assistant"],"work":[["09:00","10:00"]]}]""";

        var plan = DayPlanner.Plan(Days.Read(Days.Edited(Hour, [kim, """/visitTypes/0/lead "on" """, .. edits])))!;

        Assert.Equal(sentence, Assert.Single(plan.Unserved).Reason);
    }
}
