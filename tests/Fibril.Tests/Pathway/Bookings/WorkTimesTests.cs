using Fibril.Pathway.Bookings;
using Fibril.Practice.Staff.Hours;

namespace Fibril.Tests.Pathway.Bookings;

public class WorkTimesTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly DateOnly Monday = new(2026, 6, 15);
    private static readonly Guid Amy = Guid.NewGuid();
    private static readonly Guid Kim = Guid.NewGuid();
    private static readonly Guid Room = Guid.NewGuid();

    [Fact]
    public void Units_outside_the_hours_count_as_taken_by_the_clock_of_the_clinic()
    {
        var off = WorkTimes.Off([Hours(Amy)], London, new(Monday, 1)).ToHashSet();

        Assert.Contains((Amy, Utc(8, 55)), off);
        Assert.DoesNotContain((Amy, Utc(9, 0)), off);
        Assert.DoesNotContain((Amy, Utc(16, 55)), off);
        Assert.Contains((Amy, Utc(17, 0)), off);
        Assert.Equal((24 - 8) * 12, off.Count);
    }

    /// <summary>Nine to five is eight hours on both days on which the clocks change, and each unit of the longer and the shorter day is looked at.</summary>
    [Theory]
    [InlineData("2026-03-29", 23 - 8)]
    [InlineData("2026-10-25", 25 - 8)]
    public void Day_on_which_the_clocks_change_has_its_hours(string day, int hoursOff)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var hours = new StaffHours { StaffId = Amy };
        hours.Set([new(DayOfWeek.Sunday, new(9, 0), new(17, 0))], null);

        Assert.Equal(hoursOff * 12, WorkTimes.Off([hours], London, new(on, 1)).Count());
    }

    /// <summary>The break of thirty minutes lies between 12 and 14: a talk of 45 minutes may stand at its edge, two may not close it off.</summary>
    [Theory]
    [InlineData(null, "12:00", true)]
    [InlineData(null, "12:30", true)]
    [InlineData("12:00", "12:45", true)]
    [InlineData("12:00", "13:00", false)]
    [InlineData("13:15", "12:15", false)]
    [InlineData("13:15", "12:00", true)]
    [InlineData("13:15", "11:30", true)]
    public void Time_is_offered_only_where_the_break_still_fits(string? booked, string start, bool isOffered)
    {
        var question = Question(booked is null ? [] : [TimeOnly.Parse(booked, System.Globalization.CultureInfo.InvariantCulture)]);
        var at = TimeOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(isOffered, FreeTimes.At(question, Utc(at.Hour, at.Minute)) is not null);
    }

    [Fact]
    public void Break_that_was_lost_before_is_no_reason_against_a_visit_that_leaves_it_alone()
    {
        var question = Question([new(12, 0), new(12, 45), new(13, 30)]);

        Assert.NotNull(FreeTimes.At(question, Utc(9, 0)));
    }

    [Fact]
    public void Another_pair_of_hands_has_the_visit_when_the_first_must_have_the_break()
    {
        var question = Question([new(12, 0)]) with { Crews = [new(Amy, null, null, Room), new(Kim, null, null, Room)] };

        Assert.Equal(Kim, FreeTimes.At(question, Utc(13, 0))!.Segments[0].StaffId);
    }

    private static FreeTimesQuestion Question(IReadOnlyList<TimeOnly> booked)
    {
        var hours = new[] { Hours(Amy) };
        var crew = new Crew(Amy, null, null, Guid.NewGuid());
        return new()
        {
            Ways = [VisitLayout.Talk(VisitKind.Consultation)],
            Crews = [new(Amy, null, null, Room)],
            Turnover = new Dictionary<Guid, int>(),
            Taken = booked.SelectMany(b => VisitLayout.UnitsOf(VisitLayout.Place(VisitLayout.Talk(VisitKind.Consultation), crew, Utc(b.Hour, b.Minute)), new Dictionary<Guid, int>()))
                .Concat(WorkTimes.Off(hours, London, new(Monday, 1))).ToHashSet(),
            Breaks = WorkTimes.Breaks(hours, London, new(Monday, 1)),
        };
    }

    private static StaffHours Hours(Guid who)
    {
        var hours = new StaffHours { StaffId = who };
        hours.Set([new(DayOfWeek.Monday, new(9, 0), new(17, 0))], new(30, new(12, 0), new(14, 0)));
        return hours;
    }

    /// <summary>London is an hour ahead in June.</summary>
    private static DateTime Utc(int hour, int minute) => new(2026, 6, 15, hour - 1, minute, 0, DateTimeKind.Utc);
}
