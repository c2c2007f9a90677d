using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Waiting;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Bookings;

public class WaitingRulesTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Tuesday 16 June 2026, 10:00 to 11:00 in London.</summary>
    private static readonly DateTime Start = new(2026, 6, 16, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime End = Start.AddHours(1);

    [Theory]
    [InlineData("", null, null, "")]
    [InlineData("Tuesday", null, null, "")]
    [InlineData("Monday,Friday", null, null, "other-day")]
    [InlineData("", "10:00", "11:00", "")]
    [InlineData("", "10:15", null, "too-early-in-day")]
    [InlineData("", null, "10:45", "too-late-in-day")]
    [InlineData("Sunday", "12:00", "10:00", "other-day,too-early-in-day,too-late-in-day")]
    public void A_time_suits_by_day_and_hours_of_the_clinics_clock(string days, string? from, string? until, string why)
    {
        var entry = Entry(days: days, from: from, until: until);

        Assert.Equal(why, string.Join(',', WaitingRules.Suits(entry, Start, End, null, London).Reasons.Select(r => r.Code)));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(60, true)]
    [InlineData(0, false)]
    [InlineData(-60, false)]
    public void Who_has_a_visit_is_offered_only_earlier_ones(int? bookedMinutesLater, bool suits) =>
        Assert.Equal(suits, WaitingRules.Suits(Entry(), Start, End, bookedMinutesLater is { } m ? Start.AddMinutes(m) : null, London).IsAllowed);

    [Theory]
    [InlineData(WaitingAnswer.Declined)]
    [InlineData(WaitingAnswer.Lapsed)]
    public void A_time_is_offered_to_a_person_once(WaitingAnswer answer)
    {
        var entry = Entry();
        entry.Offer(new(Guid.NewGuid(), Start, End, Start.AddDays(-1), Start.AddHours(-20), WaitingAnswer.Open));
        entry.Answer(answer);

        Assert.Equal("asked-before", Assert.Single(WaitingRules.Suits(entry, Start, End, null, London).Reasons).Code);
        Assert.True(WaitingRules.Suits(entry, Start.AddHours(1), End.AddHours(1), null, London).IsAllowed);
        Assert.Null(entry.Open);
    }

    [Fact]
    public void The_longest_waiting_is_first_and_who_has_an_offer_or_has_left_is_left_out()
    {
        var (late, early, asked, gone) = (Entry(waits: 1), Entry(waits: 3), Entry(waits: 9), Entry(waits: 8));
        asked.Offer(new(Guid.NewGuid(), Start, End, Start.AddDays(-1), Start, WaitingAnswer.Open));
        gone.End("has a time", Start);

        Assert.Equal([early, late], WaitingRules.Order([late, early, asked, gone]));
    }

    [Theory]
    [InlineData("06:00", "17:00", "08:00")] // two hours to answer
    [InlineData("03:00", "17:00", "05:00")] // which begin when the mail may leave
    [InlineData("06:00", "09:30", "07:30")] // and end two hours before the visit
    [InlineData("06:00", "08:30", "06:30")]
    [InlineData("06:00", "08:29", null)]
    [InlineData("06:00", "05:00", null)]
    public void An_offer_ends_in_time_to_get_there(string leaves, string start, string? until) =>
        Assert.Equal(until is null ? null : At(until), WaitingRules.Until(At(leaves), At(start)));

    [Fact]
    public void Care_comes_before_wishes_and_the_first_start_that_suits_is_taken()
    {
        var entry = Entry(from: "10:30");
        Offer[] free = [Free(60), Free(0), Free(30)];

        Assert.Equal(Start.AddMinutes(30), WaitingRules.Choose(entry, free, Decision.Allow(), null, London)!.StartsAt);
        Assert.Null(WaitingRules.Choose(entry, free, Decision.Refuse(new Reason("interval", "Too soon.", "S19")), null, London));
        Assert.Null(WaitingRules.Choose(entry, [], Decision.Allow(), null, London));

        static Offer Free(int minutes) => new([new(SegmentKind.Talk, Start.AddMinutes(minutes), 45, null, null)]);
    }

    [Fact]
    public void A_course_waits_once_and_only_for_what_could_be_booked()
    {
        var facts = new BookingFacts { Kind = VisitKind.Session, Today = new(2026, 6, 10), PlanAgreed = true, ConsentValid = true };

        Assert.True(WaitingRules.MayJoin(facts, false).IsAllowed);
        Assert.Equal("waits-already", Assert.Single(WaitingRules.MayJoin(facts, true).Reasons).Code);
        Assert.Equal("plan-missing", Assert.Single(WaitingRules.MayJoin(facts with { PlanAgreed = false }, false).Reasons).Code);
    }

    private static WaitingEntry Entry(string days = "", string? from = null, string? until = null, int waits = 1) => new()
    {
        CourseId = Guid.NewGuid(),
        PatientId = Guid.NewGuid(),
        Kind = VisitKind.Session,
        Wish = new([.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => Enum.Parse<DayOfWeek>(d))], Hour(from), Hour(until)),
        AddedAt = Start.AddDays(-waits),
        AddedByName = "Ada",
    };

    private static DateTime At(string hour) => Start.Date + TimeSpan.Parse(hour, null);

    private static TimeOnly? Hour(string? text) => text is null ? null : TimeOnly.Parse(text, null);
}
