using System.Net;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Feeds;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>Calendar links as a calendar program uses them: an address, no sign-in. Each test has a day of its own.</summary>
public sealed class FeedTests : IClassFixture<TestClinic>, IAsyncLifetime
{
    private readonly TestClinic clinic;

    public FeedTests(TestClinic clinic) => this.clinic = clinic;

    public async ValueTask InitializeAsync()
    {
        if (!await clinic.ReadAsync(db => db.Places.AnyAsync()))
        {
            await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room F");
            await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair F");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_place_shows_initials_and_kind_and_no_word_more_about_the_person()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Zenobia");
        await clinic.BookAsync(course, At(15, 9));

        var text = await ReadAsync(await PlaceLinkAsync());

        Assert.Contains("SUMMARY:Z. E.\\, session", text, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Room F", text, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED", text, StringComparison.Ordinal);
        Assert.All(new[] { "Zenobia", "Example", "needling", "numbing", "acne", "lidocaine" }, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_colleague_sees_the_own_parts_of_the_day_only()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Own");
        var visit = await clinic.BookAsync(course, At(16, 9));
        var who = visit.PractitionerId == clinic.Physician.Id ? clinic.Physician : clinic.Practitioner;
        var other = who == clinic.Physician ? clinic.Practitioner : clinic.Physician;
        var needling = visit.Segments.Where(s => s.StaffId == who.Id).Min(s => s.StartsAt);

        var own = await ReadAsync((await clinic.UseAsync<MakeFeed, Uri?>(u => u.Handle(FeedOwner.Staff, who.Id), who))!);
        var others = await ReadAsync((await clinic.UseAsync<MakeFeed, Uri?>(u => u.Handle(FeedOwner.Staff, other.Id), other))!);

        Assert.Contains($"UID:{visit.Id}@fibril", own, StringComparison.Ordinal);
        Assert.Contains($"DTSTART:{needling:yyyyMMddTHHmmss}Z", own, StringComparison.Ordinal);
        Assert.DoesNotContain(visit.Id.ToString(), others, StringComparison.Ordinal);
    }

    private static DateTime At(int day, int hour) => new(2026, 6, day, hour, 0, 0, DateTimeKind.Utc);

    private async Task<Uri> PlaceLinkAsync()
    {
        var room = await clinic.ReadAsync(db => db.Places.Where(p => p.Name == "Room F").Select(p => p.Id).SingleAsync());
        return (await clinic.UseAsync<MakeFeed, Uri?>(u => u.Handle(FeedOwner.Place, room), clinic.FrontDesk))!;
    }

    private async Task<string> ReadAsync(Uri link)
    {
        using var calendar = Browser.Of(clinic);
        using var answer = await calendar.RawAsync(new(HttpMethod.Get, link.PathAndQuery));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return (await answer.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);
    }
}
