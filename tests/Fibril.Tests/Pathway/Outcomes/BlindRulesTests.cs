using Fibril.Pathway.Consultations;
using Fibril.Pathway.Outcomes;
using Fibril.Pathway.Sessions;

namespace Fibril.Tests.Pathway.Outcomes;

public class BlindRulesTests
{
    private static readonly DateTime First = new(2026, 1, 10, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Pair_is_the_last_before_the_first_session_and_the_last_when_a_result_may_be_judged()
    {
        List<Photo> photos =
        [
            Taken(-20, PhotoView.Front), Taken(-1, PhotoView.Front), Taken(30, PhotoView.Front), Taken(87, PhotoView.Front), Taken(150, PhotoView.Front),
            Taken(-1, PhotoView.Left45), Taken(57, PhotoView.Left45),
            Taken(150, PhotoView.Right45),
        ];

        var pair = Assert.Single(BlindRules.Pairs(photos, [Held(0), Held(56)], 30));

        Assert.Equal((-1, 150), (DayOf(pair.Baseline), DayOf(pair.FollowUp)));
    }

    [Fact]
    public void Photographs_of_another_area_and_those_struck_out_make_no_pair()
    {
        var struck = Taken(120, PhotoView.Front);
        struck.Invalidate("blurred", First);

        Assert.Empty(BlindRules.Pairs([Taken(-1, PhotoView.Front), Taken(120, PhotoView.Front, "chin"), struck], [Held(0)], 30));
        Assert.Empty(BlindRules.Pairs([Taken(-1, PhotoView.Front), Taken(120, PhotoView.Front)], [], 30));
    }

    [Fact]
    public void Same_seed_gives_the_same_order_and_either_order_comes_about_as_often()
    {
        var drawn = Enumerable.Range(0, 4000).Select(seed => BlindRules.Shuffle(seed * 7919, 5)).ToList();

        Assert.Equal(drawn, Enumerable.Range(0, 4000).Select(seed => BlindRules.Shuffle(seed * 7919, 5)));
        Assert.InRange(drawn.Count(d => d.BaselineOnLeft), 1850, 2150);
        Assert.All(Enumerable.Range(0, 5), i => Assert.InRange(drawn.Count(d => d.Index == i && d.BaselineOnLeft), 320, 480));
    }

    [Theory]
    [InlineData(true, BlindChoice.Right, BlindAmount.Clearly, 2, "clearly better after")]
    [InlineData(true, BlindChoice.Left, BlindAmount.Slightly, -1, "slightly worse after")]
    [InlineData(false, BlindChoice.Left, BlindAmount.VeryMuch, 3, "very much better after")]
    [InlineData(false, BlindChoice.Right, BlindAmount.VeryMuch, -3, "very much worse after")]
    [InlineData(false, BlindChoice.NoDifference, BlindAmount.Clearly, 0, "no difference")]
    [InlineData(true, BlindChoice.CannotBeCompared, null, null, "cannot be compared")]
    public void Rating_becomes_a_gain_only_with_what_lay_where(bool baselineOnLeft, BlindChoice choice, BlindAmount? amount, int? gain, string words)
    {
        var rating = Drawn(baselineOnLeft);
        Assert.Null(BlindRules.GainOf(rating));

        rating.Rate(choice, amount, First);

        Assert.Equal((gain, words), (BlindRules.GainOf(rating), BlindRules.GainWords(BlindRules.GainOf(rating))));
        Assert.False(BlindRules.MayRate(rating, choice, amount).IsAllowed);
    }

    [Theory]
    [InlineData(BlindChoice.Left, null, false)]
    [InlineData(BlindChoice.Right, BlindAmount.Slightly, true)]
    [InlineData(BlindChoice.NoDifference, null, true)]
    public void Better_asks_how_much(BlindChoice choice, BlindAmount? amount, bool allowed) =>
        Assert.Equal(allowed, BlindRules.MayRate(Drawn(true), choice, amount).IsAllowed);

    [Fact]
    public void Who_signed_or_ticked_a_check_took_part()
    {
        var (signer, checker) = (Guid.NewGuid(), Guid.NewGuid());
        var session = Held(0);
        session.Sign(signer, "Pia", "text", "hash", First);
        session.Tick(new("consent", checker, "Asa", First));

        Assert.True(BlindRules.Treated([session], signer));
        Assert.True(BlindRules.Treated([session], checker));
        Assert.False(BlindRules.Treated([session], Guid.NewGuid()));
    }

    private static int DayOf(Photo photo) => (photo.TakenAt - First).Days;

    private static BlindRating Drawn(bool baselineOnLeft) => new()
    {
        CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), BaselinePhotoId = Guid.NewGuid(), FollowUpPhotoId = Guid.NewGuid(), Seed = 1, BaselineOnLeft = baselineOnLeft,
        RaterId = Guid.NewGuid(), RaterName = "Pia", TreatedByRater = false, DrawnAt = First,
    };

    private static Photo Taken(int day, PhotoView view, string? zone = null) => new()
    {
        CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), View = view, Zone = zone, TakenAt = First.AddDays(day), TakenByName = "Pia", FileId = Guid.NewGuid(),
    };

    private static Session Held(int day)
    {
        var session = new Session { CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), BookingId = Guid.NewGuid(), PlanId = Guid.NewGuid(), Number = 1, HeldOn = DateOnly.FromDateTime(First).AddDays(day), OpenedAt = First.AddDays(day) };
        session.StartNeedling(First.AddDays(day));
        session.FinishNeedling(First.AddDays(day).AddMinutes(30));
        return session;
    }
}
