using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Ui;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>Many who want the same, at once, through the doors that people and programs use. One room and one chair; each test has days of its own.</summary>
public sealed class RaceTests : IClassFixture<TestClinic>, IAsyncLifetime
{
    private readonly TestClinic clinic;

    public RaceTests(TestClinic clinic) => this.clinic = clinic;

    public async ValueTask InitializeAsync() => await clinic.OneRoomAndChairAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Two_clerks_on_one_slot_one_books_and_the_other_gets_409_with_three_others()
    {
        var (_, first) = await clinic.CreateReadyCourseAsync("Clerk One");
        var (_, second) = await clinic.CreateReadyCourseAsync("Clerk Two");
        using var one = await Browser.OfAsync(clinic, clinic.FrontDesk);
        using var two = await Browser.OfAsync(clinic, clinic.Assistant);
        await one.GetAsync(Page(first, 15));
        await two.GetAsync(Page(second, 15));

        await Task.WhenAll(
            Task.Run(() => one.PressAsync("Book", ("15 June", "2026-06-15T09:00Z"))),
            Task.Run(() => two.PressAsync("Book", ("15 June", "2026-06-15T09:00Z"))));

        var late = one.Status == HttpStatusCode.Conflict ? one : two;
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { one.Status, two.Status }.Order());
        Assert.Contains("Somebody was faster", late.Text, StringComparison.Ordinal);
        var others = late.Page.QuerySelectorAll("[aria-label='Free instead'] a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(3, others.Count);

        await late.GetAsync(others[0]);
        await late.PressAsync("Book");
        Assert.StartsWith("/staff/bookings/", late.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(15));
    }

    [Fact]
    public async Task Two_sessions_of_one_course_at_once_on_days_too_near_are_one()
    {
        for (var n = 0; n < 5; n++)
        {
            var (_, course) = await clinic.CreateReadyCourseAsync($"Eager{n}");
            var days = new[] { new DateTime(2026, 9, 7 + n, 8, 0, 0, DateTimeKind.Utc), new DateTime(2026, 9, 14 + n, 8, 0, 0, DateTimeKind.Utc) };

            var answers = await Task.WhenAll(days.Select(d => Task.Run(() => clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(course.Id, VisitKind.Session, d), clinic.FrontDesk))));

            Assert.Single(answers.OfType<FormResult.GoTo>());
            Assert.Equal("interval-booked", Assert.Single(answers.OfType<FormResult.Refused>()).Decision.Reasons[0].Code);
        }
    }

    [Fact]
    public async Task The_same_page_sent_fifty_times_is_one_booking()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Fifty");
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync(Page(course, 16));
        var requests = Enumerable.Range(0, 50).Select(_ => browser.FilledPress("Book", ("16 June", "2026-06-16T09:00Z"))).ToList();

        var answers = await Task.WhenAll(requests.Select(r => Task.Run(() => browser.RawAsync(r))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.StartsWith("/staff/bookings/", Assert.Single(answers.Select(a => a.Headers.Location!.ToString().Replace("http://localhost", "", StringComparison.Ordinal)).Distinct()), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(16));
    }

    [Fact]
    public async Task The_same_hold_sent_fifty_times_is_one_hold_and_leads_to_it()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Phone");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/visits/new/{course.Id}?from=2026-06-17");
        var requests = Enumerable.Range(0, 50).Select(_ => browser.FilledPress("Keep this time", ("17 June", "2026-06-17T09:00Z"))).ToList();

        var answers = await Task.WhenAll(requests.Select(r => Task.Run(() => browser.RawAsync(r))));

        Assert.All(answers, a => Assert.EndsWith("/confirm", a.Headers.Location!.ToString(), StringComparison.Ordinal));
        Assert.Equal(1, await CountAsync(17));
    }

    [Fact]
    public async Task The_same_request_of_a_program_sent_fifty_times_is_one_booking()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Program");
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => PostAsync(browser, course, At(18, 9), "the-same-key"))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.Created), a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location).Distinct());
        Assert.Equal(1, await CountAsync(18));
    }

    [Fact]
    public async Task Sixteen_for_one_slot_at_once_exactly_one_gets_it_every_time()
    {
        var courses = new List<Course>();
        for (var n = 0; n < 16; n++)
        {
            courses.Add((await clinic.CreateReadyCourseAsync($"Sixteen{n}")).Course);
        }

        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        foreach (var day in new[] { 22, 23, 24, 25 })
        {
            var answers = await Task.WhenAll(courses.Select(c => Task.Run(() => PostAsync(browser, c, At(day, 9), $"{c.Id:N}-{day}", "consultation"))));

            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
            Assert.Equal(15, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
            Assert.Equal(1, await CountAsync(day));
        }
    }

    [Fact]
    public async Task A_program_that_comes_late_gets_409_with_the_three_nearest_times()
    {
        var (_, first) = await clinic.CreateReadyCourseAsync("Early");
        var (_, second) = await clinic.CreateReadyCourseAsync("Late");
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await PostAsync(browser, first, At(26, 9), "early", "consultation");

        var answer = await PostAsync(browser, second, At(26, 9), "late", "consultation");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var outcome = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var issues = outcome.GetProperty("issue").EnumerateArray().ToList();
        Assert.Equal("slot-taken", Code(issues[0]));
        Assert.Equal(["2026-06-26T08:00Z", "2026-06-26T08:15Z", "2026-06-26T09:45Z"], issues.Skip(1).Select(Code));

        static string Code(JsonElement issue) => issue.GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString()!;
    }

    [Theory]
    [InlineData("{\"resourceType\":\"Appointment\",\"status\":\"proposed\",\"participant\":[{\"status\":\"accepted\"}]}", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("{\"resourceType\":\"Patient\"}", HttpStatusCode.BadRequest)]
    public async Task A_request_that_is_no_appointment_says_what_it_lacks(string body, HttpStatusCode status)
    {
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        var answer = await browser.RawAsync(Post(body, "bad"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("OperationOutcome", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_books_by_program_without_signing_in_or_for_another_clinic()
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync("Closed");
        using var nobody = Browser.Of(clinic);
        using var own = Browser.Of(clinic, patient);
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(nobody, course, At(29, 9), "a")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(own, course, At(29, 9), "b")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.RawAsync(Post(Body(Guid.NewGuid(), At(29, 9), "session"), "c"))).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_in_two_visits_at_once()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Twice");
        await clinic.BookAsync(course, At(30, 9));

        var talk = await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(course.Id, VisitKind.Review, At(30, 9)), clinic.FrontDesk);

        Assert.True(Assert.IsType<FormResult.Refused>(talk).IsConflict);
    }

    [Fact]
    public async Task A_full_day_names_times_of_the_days_after_it()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync("Full");
        var at = new DateTime(2026, 7, 1, 8, 0, 0, DateTimeKind.Utc);
        var blocker = new Booking { CourseId = course.Id, PatientId = course.PatientId, Kind = VisitKind.Review, MadeAt = at, MadeByName = "test" };
        var rooms = await clinic.ReadAsync(db => db.Places.Where(p => p.Kind != PlaceKind.NumbingChair).Select(p => p.Id).ToListAsync());
        blocker.Place([.. rooms.Select(r => new Segment(SegmentKind.Talk, at, 600, null, r))]);
        await clinic.InAsync(async services =>
        {
            var db = (Fibril.Platform.Data.ClinicDb)services.GetService(typeof(Fibril.Platform.Data.ClinicDb))!;
            db.Add(blocker);
            db.AddRange(VisitLayout.UnitsOf(blocker.Segments, new Dictionary<Guid, int>()).Select(u => new Occupancy { ClinicId = clinic.ClinicId, ResourceId = u.ResourceId, UnitStart = u.UnitStart, BookingId = blocker.Id }));
            await db.SaveAsync(((Fibril.Platform.Data.Caller)services.GetService(typeof(Fibril.Platform.Data.Caller))!).Act("fill a day"));
        });
        var (_, other) = await clinic.CreateReadyCourseAsync("Elsewhere");

        var refused = Assert.IsType<FormResult.Refused>(await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(other.Id, VisitKind.Review, at.AddHours(1)), clinic.FrontDesk));

        Assert.Equal(3, refused.Instead.Count);
        Assert.All(refused.Instead, o => Assert.StartsWith("2026-07-02T", o.Value, StringComparison.Ordinal));
    }

    private static string Page(Course course, int day) => $"/staff/courses/{course.Id}/bookings?from=2026-06-{day}";

    private static DateTime At(int day, int hour) => new(2026, 6, day, hour, 0, 0, DateTimeKind.Utc);

    private Task<int> CountAsync(int day) => clinic.ReadAsync(db => db.Bookings.CountAsync(b => b.StartsAt >= At(day, 0) && b.StartsAt < At(day, 23)));

    private static Task<HttpResponseMessage> PostAsync(Browser browser, Course course, DateTime at, string key, string kind = "session") => browser.RawAsync(Post(Body(course.Id, at, kind), key));

    private static HttpRequestMessage Post(string body, string key) => new(HttpMethod.Post, "/fhir/Appointment")
    {
        Content = new StringContent(body, Encoding.UTF8, "application/fhir+json"),
        Headers = { { "Idempotency-Key", key } },
    };

    private static string Body(Guid course, DateTime at, string kind) => JsonSerializer.Serialize(new
    {
        resourceType = "Appointment",
        status = "proposed",
        serviceType = new[] { new { coding = new[] { new { system = "urn:fibril:visit", code = kind } } } },
        supportingInformation = new[] { new { reference = $"EpisodeOfCare/{course}" } },
        start = at.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        end = at.AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        participant = new[] { new { status = "accepted" } },
    });
}
