using Fibril.Platform.Access;
using Fibril.Practice.Duty;
using Fibril.Practice.Staff;
using Fibril.Tests.Support;

namespace Fibril.Tests.Practice.Duty;

public class DutyRulesTests
{
    /// <summary>June 2026: the 8th is a Monday. Weekday nights 18:00 to 09:00, Saturday from 09:00 for 48 hours is two spans; a holiday on the 10th.</summary>
    [Theory]
    [InlineData("2026-06-08T17:59", null, "before the night begins")]
    [InlineData("2026-06-08T18:00", "nights", "the first minute")]
    [InlineData("2026-06-09T08:59", "nights", "the morning belongs to the night before")]
    [InlineData("2026-06-09T09:00", null, "the last minute is over")]
    [InlineData("2026-06-13T08:30", "nights", "Friday's night ends on Saturday")]
    [InlineData("2026-06-13T09:00", "weekend", "a whole day from Saturday")]
    [InlineData("2026-06-14T08:59", "weekend", "and its night")]
    [InlineData("2026-06-10T19:00", "holiday", "dates stand in place of the week")]
    [InlineData("2026-06-11T19:00", "nights", "the day after the dates")]
    [InlineData("2026-06-14T12:00", null, "withdrawn hours do not count")]
    public void The_span_that_holds_is(string local, string? expected, string why) =>
        Assert.True(expected == Name(DutyRules.At(Roster, DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture))), why);

    [Fact]
    public void Who_has_left_is_not_in_the_line()
    {
        var (ann, ben) = (TestData.Staff("Ann", Role.Practitioner, Profession.Practitioner, DateTime.UnixEpoch), TestData.Staff("Ben", Role.Owner, Profession.None, DateTime.UnixEpoch));
        Identify(ann, ben);
        ann.Leave(DateTime.UnixEpoch);
        var span = Span([DayOfWeek.Monday], "18:00", "09:00");
        span.Line = [ann.Id, Guid.NewGuid(), ben.Id];

        Assert.Equal(["Ben"], DutyRules.LineAt([span], [ann, ben], new DateTime(2026, 6, 8, 20, 0, 0)).Select(p => p.Name));
    }

    [Theory]
    [InlineData("Monday,Tuesday,Wednesday", "Monday to Wednesday")]
    [InlineData("Saturday,Sunday", "Saturday, Sunday")]
    [InlineData("Monday,Wednesday,Friday", "Monday, Wednesday, Friday")]
    [InlineData("Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday", "Every day")]
    public void Days_are_said_as_people_say_them(string days, string expected) =>
        Assert.Equal(expected, DutyWords.Days([.. days.Split(',').Select(Enum.Parse<DayOfWeek>)]));

    private static readonly DutySpan Nights = Span([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], "18:00", "09:00");
    private static readonly DutySpan Weekend = Span([DayOfWeek.Saturday], "09:00", "09:00");
    private static readonly DutySpan Holiday = Span([DayOfWeek.Wednesday, DayOfWeek.Thursday], "18:00", "09:00", new(2026, 6, 10), new(2026, 6, 10));
    private static readonly DutySpan Gone = Withdrawn(Span([DayOfWeek.Sunday], "09:00", "21:00"));
    private static readonly DutySpan[] Roster = [Gone, Nights, Weekend, Holiday];

    private static string? Name(DutySpan? span) => span == Nights ? "nights" : span == Weekend ? "weekend" : span == Holiday ? "holiday" : span is null ? null : "other";

    private static DutySpan Span(List<DayOfWeek> days, string from, string to, DateOnly? first = null, DateOnly? last = null) => new()
    {
        Days = days, StartsAt = TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), EndsAt = TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), FromOn = first, ToOn = last,
    };

    private static DutySpan Withdrawn(DutySpan span)
    {
        span.Withdraw(DateTime.UnixEpoch);
        return span;
    }

    /// <summary>The context gives ids; a test of the rule alone does it by itself.</summary>
    private static void Identify(params StaffMember[] people)
    {
        foreach (var person in people)
        {
            typeof(Fibril.Platform.Data.ClinicRow).GetProperty("Id")!.SetValue(person, Guid.CreateVersion7());
        }
    }
}
