using CsCheck;
using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Moving;
using Fibril.Practice.Staff.Hours;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Bookings.Moving;

/// <summary>Wednesday 10 June 2026 in London, open from 09:00 to 18:00; now is 10:00. A review of twenty minutes is moved, unless a test says otherwise.</summary>
public class MoveRulesTests
{
    private static readonly Guid Amy = Guid.NewGuid();
    private static readonly Guid Asa = Guid.NewGuid();
    private static readonly Guid Room1 = Guid.NewGuid();
    private static readonly Guid Room2 = Guid.NewGuid();
    private static readonly Guid Chair1 = Guid.NewGuid();
    private static readonly Guid Chair2 = Guid.NewGuid();
    private static readonly Guid Ada = Guid.NewGuid();
    private static readonly Guid Ben = Guid.NewGuid();
    private static readonly DateTime Now = At("10:00");
    private static readonly Dictionary<Guid, int> Turnover = new() { [Room1] = 10 };

    private static readonly Dictionary<Guid, string> Names = new()
    {
        [Amy] = "Amy", [Asa] = "Asa", [Room1] = "Room 1", [Room2] = "Room 2", [Chair1] = "Chair 1", [Chair2] = "Chair 2", [Ada] = "Ada Example", [Ben] = "Ben Carter",
    };

    [Theory]
    [InlineData("11:00", "")]
    [InlineData("09:45", "This time is past.")]
    [InlineData("10:00", "This time is past.")]
    [InlineData("12:00", "The visit is here now.")]
    [InlineData("17:30", "")]
    [InlineData("17:45", "The clinic closes at 18:00, and this visit takes 20 minutes.")]
    public void Start_of_an_empty_day_is_free_or_says_why_not(string at, string words) => Assert.Equal(words, Choice(at).Words);

    [Theory]
    [InlineData("14:15", "Amy is with Ben Carter until 14:40. Ben Carter is in Room 1 until 14:40.")]
    [InlineData("13:45", "Room 1 could not be made ready before Ben Carter comes at 14:10.")]
    [InlineData("14:00", "Amy is with Ben Carter from 14:10 to 14:40. Ben Carter is in Room 1 from 14:10 to 14:40.")]
    [InlineData("14:30", "Amy is with Ben Carter until 14:40. Ben Carter is in Room 1 until 14:40.")]
    [InlineData("14:45", "Room 1 is being made ready until 14:50.")]
    [InlineData("15:00", "")]
    public void Somebody_else_in_the_way_is_named_with_the_time(string at, string words) =>
        Assert.Equal(words, Choice(at, [Talk(Ben, "14:10", 30, Amy, Room1)]).Words);

    [Fact]
    public void Time_that_is_kept_for_somebody_is_no_visit_yet()
    {
        var hold = Talk(Ben, "14:00", 30, Amy, Room1);
        hold.HoldUntil(At("10:10"));

        Assert.Equal("Amy is kept for Ben Carter until 14:30. Room 1 is kept for Ben Carter until 14:30.", Choice("14:00", [hold]).Words);
    }

    [Fact]
    public void Person_with_another_visit_is_not_in_two_places()
    {
        Assert.Equal("Ada Example has another visit until 14:30.", Choice("14:00", [Talk(Ada, "14:00", 30, Asa, Room2)]).Words);
    }

    [Fact]
    public void What_runs_over_stands_in_no_plan_and_is_named_all_the_same()
    {
        var subject = Subject(Review, [], [(Room1, At("14:00"))]);

        Assert.Equal("Room 1 is taken at 14:00: something runs over.", Day(subject, [])[0].Choices.Single(c => c.StartsAt == At("14:00")).Words);
    }

    [Theory]
    [InlineData("10:45", "Amy is not at work at 10:45.")]
    [InlineData("13:00", "Amy would lose the break between 13:00 and 13:45.")]
    [InlineData("13:30", "")]
    [InlineData("16:45", "Amy is not at work at 17:00.")]
    public void Hours_and_breaks_say_why_a_start_is_not_free(string at, string words)
    {
        var hours = new StaffHours { StaffId = Amy };
        hours.Set([new(DayOfWeek.Wednesday, new(11, 0), new(17, 0))], new(30, new(13, 0), new(13, 45)));
        var (zone, day) = (TestData.Clinic(Now).Zone, new DaySpan(new(2026, 6, 10), 1));
        var subject = Subject(Review, []);
        subject = subject with { Question = subject.Question with { Off = WorkTimes.Off([hours], zone, day).ToHashSet(), Breaks = WorkTimes.Breaks([hours], zone, day) } };

        var choices = MoveRules.Day(subject, Visit(VisitKind.Review), SegmentKind.Talk, Use([]) with { Off = subject.Question.Off }, Now)[0].Choices;

        Assert.Equal(words, choices.Single(c => c.StartsAt == At(at)).Words);
    }

    [Fact]
    public void Care_says_no_to_every_start_with_its_reason_and_day()
    {
        var subject = Subject(Session, []) with { Facts = Facts(VisitKind.Session) with { GapDays = 28, Sessions = [new(new(2026, 6, 1), Held: true)] } };

        var all = MoveRules.Day(subject, Visit(VisitKind.Session), SegmentKind.Numbing, Use([]), Now).SelectMany(p => p.Choices).Select(c => c.Words).Distinct();

        Assert.Equal("The skin needs 28 days between two sessions; the last one was on 1 June 2026. Not before 29 June 2026.", Assert.Single(all));
    }

    [Fact]
    public void Part_that_is_held_decides_which_places_can_be_chosen()
    {
        var subject = Subject(Session, []);
        var visit = Visit(VisitKind.Session);

        Assert.Equal([Chair1, Chair2], MoveRules.Day(subject, visit, SegmentKind.Numbing, Use([]), Now).Select(p => p.PlaceId));
        Assert.Equal([Room1, Room2], MoveRules.Day(subject, visit, SegmentKind.Needling, Use([]), Now).Select(p => p.PlaceId));
    }

    [Fact]
    public void People_and_places_of_now_are_kept_where_they_are_free()
    {
        var visit = Visit(VisitKind.Session, Chair2, Room2);

        var free = MoveRules.Narrow(Subject(Session, []), visit, null).Question;

        Assert.Equal(new Crew(Amy, Asa, Chair2, Room2), free.Crews[0]);
    }

    [Fact]
    public void Neighbours_with_the_same_answer_are_one_run()
    {
        var runs = Day(Subject(Review, [Talk(Ben, "14:00", 30, Amy, Room1)]), [Talk(Ben, "14:00", 30, Amy, Room1)])[0].Runs;

        Assert.Equal(["This time is past.", "", "The visit is here now.", "", "Amy is with Ben Carter from 14:00 to 14:30. Ben Carter is in Room 1 from 14:00 to 14:30.", "Amy is with Ben Carter until 14:30. Ben Carter is in Room 1 until 14:30.", "Room 1 is being made ready until 14:40.", "", "The clinic closes at 18:00, and this visit takes 20 minutes."], runs.Select(r => r[0].Words));
        Assert.Equal(36, runs.Sum(r => r.Count));
    }

    /// <summary>One truth: what the search would offer is what may be dropped on, whatever the day looks like; and whatever is grey has words.</summary>
    [Fact]
    public void Every_start_that_is_offered_is_legal_and_every_legal_start_is_offered() =>
        Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 40], Gen.Bool).Sample((seed, visits, atNeedle) =>
        {
            var day = Crowd(new Random(seed), visits);
            var subject = Subject(Session, day);
            var visit = Visit(VisitKind.Session);

            var places = MoveRules.Day(subject, visit, atNeedle ? SegmentKind.Needling : SegmentKind.Numbing, Use(day), Now);

            var offered = VisitTimes.Starts(subject.Clinic.Zone, new(2026, 6, 10), subject.Clinic.OpensAt, subject.Clinic.ClosesAt, subject.ShortestMinutes)
                .Where(s => s > Now && FreeTimes.At(subject.Question, s) is { } offer && offer.EndsAt <= At("18:00"));
            var legal = places.SelectMany(p => p.Choices).Where(c => c.Offer is not null || c.Why[0].Code == "as-now").Select(c => c.StartsAt).Distinct().Order();
            Assert.Equal(offered, legal);
            Assert.All(places.SelectMany(p => p.Choices), c => Assert.NotEqual(c.Offer is null, c.Words.Length == 0));
            Assert.All(places, p => Assert.All(p.Choices.Where(c => c.Offer is not null), c => Assert.Contains(c.Offer!.Segments, s => s.PlaceId == p.PlaceId)));
            Assert.All(places.SelectMany(p => p.Choices).Where(c => c.Offer is not null), c => Assert.DoesNotContain(VisitLayout.UnitsOf(c.Offer!.Segments, Turnover, Ada), subject.Question.Taken.Contains));
        });

    private static IReadOnlyList<IReadOnlyList<VisitPart>> Session { get; } = VisitLayout.Session(VisitLength.For(ProtocolPack.Current, "lidocaine-tetracaine"));

    private static IReadOnlyList<IReadOnlyList<VisitPart>> Review { get; } = [VisitLayout.Talk(VisitKind.Review)];

    private static MoveChoice Choice(string at, Booking[]? others = null) =>
        Day(Subject(Review, others ?? []), others ?? [])[0].Choices.Single(c => c.StartsAt == At(at));

    /// <summary>Only the first room, so that there is one reason to read.</summary>
    private static IReadOnlyList<PlaceChoices> Day(VisitSubject subject, IReadOnlyList<Booking> others) =>
        MoveRules.Day(subject, Visit(VisitKind.Review), SegmentKind.Talk, Use(others), Now);

    private static VisitSubject Subject(IReadOnlyList<IReadOnlyList<VisitPart>> ways, IEnumerable<Booking> others, (Guid, DateTime)[]? runsOver = null)
    {
        var isSession = ways == Session;
        return new(
            TestData.Clinic(Now),
            new Course { PatientId = Ada, Number = 1, Title = "", OpenedAt = Now },
            TestData.Patient(),
            null,
            Facts(isSession ? VisitKind.Session : VisitKind.Review),
            new()
            {
                Person = Ada,
                Ways = ways,
                Crews = isSession ? FreeTimes.Crews([Amy], [Asa], [Chair1, Chair2], [Room1, Room2]) : [new(Amy, null, null, Room1)],
                Turnover = Turnover,
                Taken = others.SelectMany(b => VisitLayout.UnitsOf(b.Segments, Turnover, b.PatientId)).Concat(runsOver ?? []).ToHashSet(),
            });
    }

    private static BookingFacts Facts(VisitKind kind) => new() { Kind = kind, Today = new(2026, 6, 10), PlanAgreed = true, ConsentValid = true };

    private static DayUse Use(IReadOnlyList<Booking> others) => new(others, Names, Turnover, TestData.Clinic(Now).Zone);

    private static Booking Visit(VisitKind kind, Guid? chair = null, Guid? room = null)
    {
        var booking = Booking(Ada, kind);
        booking.Place(VisitLayout.Place(kind == VisitKind.Session ? Session[0] : Review[0], kind == VisitKind.Session ? new(Amy, Asa, chair ?? Chair1, room ?? Room1) : new(Amy, null, null, Room1), At("12:00")));
        return booking;
    }

    private static Booking Talk(Guid person, string at, int minutes, Guid who, Guid place)
    {
        var booking = Booking(person, VisitKind.Review);
        booking.Place([new(SegmentKind.Talk, At(at), minutes, who, place)]);
        return booking;
    }

    private static List<Booking> Crowd(Random chance, int visits) =>
    [
        .. Enumerable.Range(0, visits).Select(_ =>
        {
            var booking = Booking(Ben, VisitKind.Session);
            var crew = new Crew(Amy, chance.Next(2) == 0 ? Asa : null, chance.Next(2) == 0 ? Chair1 : Chair2, chance.Next(2) == 0 ? Room1 : Room2);
            booking.Place(VisitLayout.Place(chance.Next(2) == 0 ? Session[0] : Review[0], crew, At("09:00").AddMinutes(5 * chance.Next(108))));
            return booking;
        }),
    ];

    private static Booking Booking(Guid person, VisitKind kind) => new() { CourseId = Guid.NewGuid(), PatientId = person, Kind = kind, MadeAt = Now, MadeByName = "test" };

    /// <summary>On the clock of London in summer.</summary>
    private static DateTime At(string clock) => new DateTime(2026, 6, 10, 0, 0, 0, DateTimeKind.Utc) + TimeOnly.Parse(clock, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan() - TimeSpan.FromHours(1);
}
