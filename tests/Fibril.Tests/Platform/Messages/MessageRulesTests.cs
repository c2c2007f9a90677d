using Fibril.Platform.Messages;

namespace Fibril.Tests.Platform.Messages;

public class MessageRulesTests
{
    private static readonly Letterhead London = new("Harbour Skin", null, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), new(21, 0), new(8, 0));

    [Theory]
    [InlineData("2026-06-10T09:00:00Z", "2026-06-10T09:03:00Z")] // by day: only the time to undo
    [InlineData("2026-06-10T20:30:00Z", "2026-06-11T07:00:00Z")] // 21:30 in London: until 08:00 the next morning
    [InlineData("2026-06-10T03:00:00Z", "2026-06-10T07:00:00Z")] // 04:00 in London: until 08:00 the same morning
    [InlineData("2026-06-10T19:58:00Z", "2026-06-11T07:00:00Z")] // the time to undo ends in the quiet hours
    public void NotBefore_mail_that_can_wait_has_time_to_undo_and_keeps_quiet_hours(string now, string expected)
    {
        var at = MessageRules.NotBefore(Letters.Of(MessageKind.VisitReminder), Utc(now), London);

        Assert.Equal(Utc(expected), at);
    }

    [Fact]
    public void NotBefore_sign_in_link_goes_at_once_even_at_night()
    {
        var night = Utc("2026-06-10T23:00:00Z");

        Assert.Equal(night, MessageRules.NotBefore(Letters.Of(MessageKind.SignInLink), night, London));
    }

    [Fact]
    public void AfterQuiet_end_falls_into_the_hour_that_spring_skips()
    {
        var head = London with { QuietFrom = new(22, 0), QuietUntil = new(1, 30) }; // 29 March 2026: 01:00 to 02:00 is skipped

        Assert.Equal(Utc("2026-03-29T01:30:00Z"), MessageRules.AfterQuiet(Utc("2026-03-28T23:00:00Z"), head));
    }

    [Fact]
    public void AfterQuiet_no_quiet_hours_changes_nothing()
    {
        var head = London with { QuietFrom = new(8, 0), QuietUntil = new(8, 0) };

        Assert.Equal(Utc("2026-06-10T02:00:00Z"), MessageRules.AfterQuiet(Utc("2026-06-10T02:00:00Z"), head));
    }

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
