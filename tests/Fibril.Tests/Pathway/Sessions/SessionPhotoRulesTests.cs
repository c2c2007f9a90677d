using CsCheck;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Sessions;

namespace Fibril.Tests.Pathway.Sessions;

public class SessionPhotoRulesTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The needle from 10:00 to 10:30 of 10 June by the clinic's clock, an hour before UTC; the last session was on 13 May.</summary>
    [Theory]
    [InlineData("2026-05-13T23:00", true, false)]
    [InlineData("2026-05-13T22:59", false, false)]
    [InlineData("2026-06-10T08:59", true, false)]
    [InlineData("2026-06-10T09:00", false, false)]
    [InlineData("2026-06-10T09:29", false, false)]
    [InlineData("2026-06-10T09:30", false, true)]
    [InlineData("2026-06-10T22:59", false, true)]
    [InlineData("2026-06-10T23:00", false, false)]
    public void Before_is_until_the_first_needle_and_after_from_the_last_one_on_the_day(string takenAt, bool before, bool after)
    {
        var photo = Photo(At(takenAt));

        Assert.Equal(before, SessionPhotoRules.IsBefore(Held(), new(2026, 5, 13), photo, London));
        Assert.Equal(after, SessionPhotoRules.IsAfter(Held(), photo, London));
    }

    [Fact]
    public void Nothing_is_before_and_after() => Gen.Int[-60 * 24 * 40, 60 * 24 * 3].Sample(minutes =>
    {
        var photo = Photo(At("2026-06-10T09:00").AddMinutes(minutes));

        Assert.False(SessionPhotoRules.IsBefore(Held(), null, photo, London) && SessionPhotoRules.IsAfter(Held(), photo, London));
    });

    [Fact]
    public void First_session_takes_the_baseline_however_long_ago() => Assert.True(SessionPhotoRules.IsBefore(Held(), null, Photo(At("2025-01-01T12:00")), London));

    [Fact]
    public void Each_view_and_area_shows_its_latest_that_counts_and_one_that_was_sent_is_none()
    {
        var (first, second, struckOut, after) = (Photo(At("2026-06-01T08:00")), Photo(At("2026-06-10T08:00")), Photo(At("2026-06-10T08:30")), Photo(At("2026-06-10T10:00")));
        struckOut.Invalidate("blurred", At("2026-06-10T08:31"));
        var chin = Photo(At("2026-06-10T08:10"), PhotoView.CloseUp, "chin");

        var pairs = SessionPhotoRules.Pairs(Held(), null, [chin, first, second, struckOut, after, Photo(At("2026-06-10T08:20"), PhotoView.Sent)], London);

        Assert.Equal([new(PhotoView.Front, null, second, after), new(PhotoView.CloseUp, "chin", chin, null)], pairs);
    }

    [Fact]
    public void Without_any_photograph_the_front_is_offered() =>
        Assert.Equal([new(PhotoView.Front, null, null, null)], SessionPhotoRules.Pairs(Held(), null, [], London));

    private static DateTime At(string utc) => DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static Photo Photo(DateTime takenAt, PhotoView view = PhotoView.Front, string? zone = null) =>
        new() { CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), View = view, Zone = zone, TakenAt = takenAt, TakenByName = "Ada", FileId = Guid.NewGuid() };

    private static Session Held()
    {
        var session = new Session { BookingId = Guid.NewGuid(), PlanId = Guid.NewGuid(), CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Number = 2, HeldOn = new(2026, 6, 10), OpenedAt = At("2026-06-10T08:00") };
        session.StartNeedling(At("2026-06-10T09:00"));
        session.FinishNeedling(At("2026-06-10T09:30"));
        return session;
    }
}
