using System.IO.Compression;
using System.Net;
using DuckDB.NET.Data;
using Fibril.Pathway;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Outcomes;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Tests.Platform.Files;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Outcomes;

public class OutcomePagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Visits_count_from_the_last_signed_session_and_move_while_they_are_not_held()
    {
        var (_, course, first) = await SignedAsync("Mova");
        await HearAsync(first);
        await HearAsync(first);
        Assert.Equal([30, 90, 180], (await VisitsAsync(course)).Select(v => v.DueOn.DayNumber - first.HeldOn.DayNumber));

        clinic.Clock.Advance(TimeSpan.FromDays(28));
        var second = await SignAsync(course, 2);
        await HearAsync(second);

        Assert.Equal([30, 90, 180], (await VisitsAsync(course)).Select(v => v.DueOn.DayNumber - second.HeldOn.DayNumber));
    }

    [Fact]
    public async Task Held_visit_stays_and_a_later_session_asks_for_a_new_look()
    {
        var (_, course, first) = await SignedAsync("Stay");
        await HearAsync(first);
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            (await db.OutcomeVisits.SingleAsync(v => v.CourseId == course.Id && v.AfterDays == 30)).Hold("seen", "Pia", clinic.Clock.Now());
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });
        await HearAsync(first);
        Assert.Equal(3, (await VisitsAsync(course)).Count);

        clinic.Clock.Advance(TimeSpan.FromDays(35));
        await HearAsync(await SignAsync(course, 2));

        Assert.Equal([30, 30, 90, 180], (await VisitsAsync(course)).Select(v => v.AfterDays).Order());
    }

    [Fact]
    public async Task Visit_is_refused_too_early_and_held_later_with_rating_verdict_and_chart()
    {
        var (patient, course, session) = await SignedAsync("Hella", baseline: 36);
        await HearAsync(session);
        var visit = (await VisitsAsync(course))[0];
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/outcomes/{visit.Id}");

        await browser.PressAsync("Save the visit", ("The person says", "Improved"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("at the earliest", browser.Text, StringComparison.Ordinal);

        clinic.Clock.Advance(TimeSpan.FromDays(31));
        await browser.GetAsync($"/staff/outcomes/{visit.Id}");
        await browser.PressAsync("Save the visit", [.. AllZero(), ("A: coloured, flat", "15"), ("The person says", "Improved"), ("Note", "Softer edges.")]);

        Assert.Equal($"/staff/courses/{course.Id}/outcomes", browser.Address.AbsolutePath);
        Assert.Contains("Softer edges.", browser.Text, StringComparison.Ordinal);
        var chart = browser.Page.QuerySelector("svg[role=img]")!;
        Assert.Contains("baseline: 36, day 31: 2", chart.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(chart.QuerySelector("polygon.band"));
        var scores = await clinic.ReadAsync(db => db.Scores.Where(s => s.CourseId == course.Id && !s.IsBaseline).ToListAsync());
        Assert.Equal([("gais", true), ("goodman-baron-quantitative", false)], scores.Select(s => (s.Scale, s.RatedByPatient)).Order());

        using var own = Browser.Of(clinic, patient);
        await own.GetAsync("/my/progress");
        Assert.Contains("Your score was 36 before and is 2 now", own.Text, StringComparison.Ordinal);
        Assert.Contains("You said on", own.Text, StringComparison.Ordinal);
        Assert.NotNull(own.Page.QuerySelector("svg[role=img] title"));
    }

    [Fact]
    public async Task Half_rated_scale_and_empty_visit_are_refused_by_name()
    {
        var (_, course, session) = await SignedAsync("Halva", baseline: 36);
        await HearAsync(session);
        clinic.Clock.Advance(TimeSpan.FromDays(31));
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/outcomes/{(await VisitsAsync(course))[0].Id}");

        await browser.PressAsync("Save the visit");
        Assert.Contains("Rate at least one scale", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Save the visit", ("A: coloured, flat", "15"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("is missing", browser.Text, StringComparison.Ordinal);
        Assert.Equal("15", browser.Page.QuerySelector("input[name$=macular]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Course_without_gain_after_three_sessions_asks_whether_to_go_on()
    {
        var (_, course, _) = await SignedAsync("Stopa", baseline: 36);
        await SignAsync(course, 2);
        await SignAsync(course, 3);
        clinic.Clock.Advance(TimeSpan.FromDays(40));
        await RateAsync(course, 35, baseline: false);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/courses/{course.Id}/outcomes");

        Assert.Contains("Go on?", browser.Text, StringComparison.Ordinal);
        Assert.Contains("no clear change", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_rating_of_the_consultation_page_leaves_the_baseline_alone_and_is_said()
    {
        var (_, course, _) = await SignedAsync("Latha", baseline: 36);
        clinic.Clock.Advance(TimeSpan.FromDays(40));
        await RateAsync(course, 30, baseline: false);
        await BaselineAsync(course, 28);

        var view = await clinic.UseAsync<ReadOutcomes, OutcomeView>(r => r.Handle(course.Id), clinic.Practitioner);

        Assert.Equal((36m, 30m), (view.Main!.Baseline.Value, view.Main.Now!.Value));
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Id}/outcomes");
        Assert.Contains("when the treatment had already begun", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_without_a_session_is_a_kind_word()
    {
        var (patient, _) = await clinic.CreateCourseAsync(TestData.Patient("Nova", "Outcome"));
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync("/my/progress");

        Assert.Contains("After your first session", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Course_of_somebody_else_and_visit_of_nobody_are_not_there()
    {
        var (_, course, _) = await SignedAsync("Priva");
        var (stranger, _) = await clinic.CreateCourseAsync(TestData.Patient("Stran", "Ger"));

        await Assert.ThrowsAsync<NotHereException>(() => clinic.UseAsync<ReadOutcomes, OutcomeView>(r => r.Handle(course.Id), patient: stranger));
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/outcomes/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Pair_is_rated_without_names_days_or_addresses_that_tell_and_unblinded_afterwards()
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient("Blinda", "Pair"));
        var before = await KeepAsync(course);
        await BaselineAsync(course, 36);
        clinic.Clock.Advance(TimeSpan.FromDays(1));
        await SignAsync(course, 1);
        clinic.Clock.Advance(TimeSpan.FromDays(40));
        var after = await KeepAsync(course);
        using var rater = await Browser.OfAsync(clinic, clinic.Assistant);
        await rater.GetAsync("/staff/ratings");

        await rater.PressAsync("Next pair");

        var rating = await clinic.ReadAsync(db => db.BlindRatings.SingleAsync(r => r.CourseId == course.Id));
        var sources = rater.Page.QuerySelectorAll("main img").Select(i => i.GetAttribute("src")!).ToList();
        Assert.Equal([$"/staff/ratings/{rating.Id}/left", $"/staff/ratings/{rating.Id}/right"], sources);
        var shown = (AngleSharp.Dom.IElement)rater.Page.QuerySelector("main")!.Clone();
        shown.QuerySelectorAll("input[type=hidden]").ToList().ForEach(random => random.Remove());
        var main = shown.OuterHtml.Replace($"{rating.Id}", "", StringComparison.Ordinal);
        Assert.All(new[] { "Blinda", "Pair", "2026", patient.Id.ToString(), course.Id.ToString(), before.ToString(), after.ToString() }, told => Assert.DoesNotContain(told, main, StringComparison.Ordinal));
        using var sent = await rater.RawAsync(new(HttpMethod.Get, sources[0]));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Null(sent.Content.Headers.LastModified);
        Assert.Null(sent.Content.Headers.ContentDisposition);
        using var stranger = await Browser.OfAsync(clinic, clinic.Physician);
        await stranger.GetAsync(sources[0]);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        await rater.PressAsync("Sign the rating", ("Which looks better", rating.BaselineOnLeft ? "Right" : "Left"));
        Assert.Contains("Say how much better", rater.Text, StringComparison.Ordinal);
        await rater.PressAsync("Sign the rating", ("Which looks better", rating.BaselineOnLeft ? "Right" : "Left"), ("How much", "Clearly"));
        Assert.Equal("/staff/ratings", rater.Address.AbsolutePath);
        Assert.Contains("Nothing to rate", rater.Text, StringComparison.Ordinal);

        await stranger.GetAsync($"/staff/courses/{course.Id}/outcomes");
        Assert.Contains("clearly better after", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not blind", stranger.Text, StringComparison.Ordinal);
        var chart = stranger.Page.QuerySelector("svg.chart-scores")!;
        Assert.Equal(2, chart.QuerySelectorAll(".photo-mark").Length);
        Assert.Contains("Photograph, front", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("rate pair", await clinic.ReadAsync(db => db.JournalEntries.Where(e => e.PersonId == patient.Id && e.ActorId == clinic.Assistant.Id).Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Registry_counts_shows_what_to_expect_and_gives_rows_out_as_a_signed_act()
    {
        await using var own = new TestClinic();
        await own.InitializeAsync();
        for (var i = 0; i < 6; i++)
        {
            await RatedCourseAsync(own, $"Reg{i}", gain: 4 + (2 * i), sessions: 3);
        }

        var (_, asked) = await own.CreateCourseAsync(TestData.Patient("Asks", "First"));
        await own.AddAsync(new Plan { CourseId = asked.Id, PatientId = asked.PatientId, Sessions = 3, IntervalDays = 28, Anaesthetic = "none", DraftedAt = own.Clock.Now(), DraftedByName = "test", Zones = [new("cheek", "acne-scar", 1.0m, 4)] });
        using var browser = await Browser.OfAsync(own, own.Owner);

        await browser.GetAsync($"/staff/courses/{asked.Id}/expectation");
        Assert.Contains("6 people, judged at least 30 days after session 3.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Not alike in group of skin types", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("svg.chart-strip desc"));
        Assert.Contains("(30 people)", browser.Text, StringComparison.Ordinal);

        await browser.GetAsync("/staff/registry");
        Assert.Contains("9 points (4 to 14), n = 6", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Lost to follow-up: a look at the result was due more than 60 days ago", browser.Text, StringComparison.Ordinal);
        using var answer = await browser.RawAsync(browser.RequestFor("Export and sign"));
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["README.txt", "registry.csv", "registry.parquet"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        var act = await own.ReadAsync(db => db.JournalEntries.SingleAsync(e => e.Verb == "export registry"));
        Assert.Equal(own.Owner.Id, act.ActorId);
        Assert.StartsWith("6 courses as csv, parquet, sha256:", act.Why, StringComparison.Ordinal);

        using var desk = await Browser.OfAsync(own, own.FrontDesk);
        await desk.GetAsync("/staff/registry");
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);

        await using var csv = await zip.GetEntry("registry.csv")!.OpenAsync();
        var lines = (await new StreamReader(csv).ReadToEndAsync()).Trim().Split('\n');
        Assert.Equal(7, lines.Length);
        Assert.DoesNotContain("Reg", string.Concat(lines), StringComparison.Ordinal);
        await VerbWritesTheSameRowsInBothFormatsAsync(own);
    }

    private static async Task VerbWritesTheSameRowsInBothFormatsAsync(TestClinic own)
    {
        if (TestDatabase.IsPostgres)
        {
            return; // the verb finds the database by its folder
        }

        var (csv, parquet) = (Path.Combine(own.Directory, "it's.csv"), Path.Combine(own.Directory, "rows.parquet"));
        var text = await Verb.RunAsync("registry", "--data", own.Directory, "--csv", csv, "--parquet", parquet);
        Assert.Equal((0, ""), (text.Code, text.Error));
        Assert.Contains("By indication\n  atrophic acne scars: 6 courses, 18 sessions", text.Output, StringComparison.Ordinal);
        Assert.Contains("  course (INTEGER): Number of the course in this file alone", text.Output, StringComparison.Ordinal);
        await using var table = new DuckDBConnection("Data Source=:memory:");
        await table.OpenAsync();
        await using var compare = table.CreateCommand();
        compare.CommandText = $"SELECT count(*), (SELECT count(*) FROM (SELECT * FROM '{parquet}' EXCEPT SELECT * FROM read_csv('{csv.Replace("'", "''", StringComparison.Ordinal)}'))) FROM '{parquet}'";
        await using var row = await compare.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        Assert.Equal((6L, 0L), (row.GetInt64(0), row.GetInt64(1)));
        var json = System.Text.Json.JsonDocument.Parse((await Verb.RunAsync("registry", "--data", own.Directory, "--json")).Output).RootElement;
        Assert.Equal(6, json.GetProperty("registry").GetProperty("all").GetProperty("courses").GetInt32());
        (await Verb.RunAsync("registry", "--data", own.Directory, "--clinic", "Nowhere")).IsRefused("--clinic: name one of \"Harbour Skin\"");
        (await Verb.RunAsync("registry", "--data", own.Directory, "--csv", Path.Combine(own.Directory, "no", "such.csv"))).IsRefused("The file cannot be written");
    }

    /// <summary>Signed sessions four weeks apart and a rating 40 days after the last.</summary>
    private static async Task RatedCourseAsync(TestClinic own, string name, decimal gain, int sessions)
    {
        var (_, course) = await own.CreateCourseAsync(TestData.Patient(name, "Registry"));
        async Task RateAsync(decimal value, bool baseline) => await own.AddAsync(new Score
        {
            CourseId = course.Id, PatientId = course.PatientId, Scale = "goodman-baron-quantitative", Value = value, RatedAt = own.Clock.Now(), RatedByName = "Pia Practitioner", IsBaseline = baseline,
        });
        await RateAsync(36, baseline: true);
        own.Clock.Advance(TimeSpan.FromHours(1));
        for (var number = 1; number <= sessions; number++)
        {
            var held = await own.HoldSessionAsync(course, number: number);
            await own.InAsync(async services =>
            {
                var db = services.GetRequiredService<ClinicDb>();
                (await db.Sessions.SingleAsync(s => s.Id == held.Id)).Sign(own.Practitioner.Id, own.Practitioner.Name, "text", "hash", own.Clock.Now());
                await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
            });
            own.Clock.Advance(TimeSpan.FromDays(28));
        }

        own.Clock.Advance(TimeSpan.FromDays(12));
        await RateAsync(36 - gain, baseline: false);
    }

    private async Task<Guid> KeepAsync(Course course)
    {
        var photo = Guid.Empty;
        await clinic.InAsync(
            async services =>
            {
                var files = services.GetRequiredService<Fibril.Platform.Files.FileStore>();
                var db = services.GetRequiredService<ClinicDb>();
                var file = (await files.AddImageAsync(new MemoryStream(Pictures.Jpeg(300, 200)))).File!;
                photo = db.Add(new Photo { CourseId = course.Id, PatientId = course.PatientId, View = PhotoView.Front, TakenAt = clinic.Clock.Now(), TakenByName = "Pia", FileId = file.Id }).Entity.Id;
                await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
            },
            clinic.Practitioner);
        return photo;
    }

    private static IEnumerable<(string, string)> AllZero() =>
        Fibril.Protocol.ProtocolPack.Current.Scale("goodman-baron-quantitative").Items.Select(i => (i.Label, "0"));

    private async Task<(Patient Patient, Course Course, Session Session)> SignedAsync(string name, decimal? baseline = null)
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient(name, "Outcome"));
        if (baseline is { } value)
        {
            await BaselineAsync(course, value);
            clinic.Clock.Advance(TimeSpan.FromHours(1));
        }

        return (patient, course, await SignAsync(course, 1));
    }

    private async Task<Session> SignAsync(Course course, int number)
    {
        var held = await clinic.HoldSessionAsync(course, number: number);
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            (await db.Sessions.SingleAsync(s => s.Id == held.Id)).Sign(clinic.Practitioner.Id, clinic.Practitioner.Name, "text", "hash", clinic.Clock.Now());
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });
        return held;
    }

    private Task HearAsync(Session session) =>
        clinic.InAsync(s => s.GetRequiredService<PlanOutcomeVisits>().HandleAsync(new(session.CourseId, session.PatientId, session.Id), default));

    private Task<List<OutcomeVisit>> VisitsAsync(Course course) =>
        clinic.ReadAsync(db => db.OutcomeVisits.Where(v => v.CourseId == course.Id).OrderBy(v => v.DueOn).ToListAsync());

    private Task<Score> BaselineAsync(Course course, decimal value) => RateAsync(course, value, baseline: true);

    private Task<Score> RateAsync(Course course, decimal value, bool baseline) => clinic.AddAsync(new Score
    {
        CourseId = course.Id, PatientId = course.PatientId, Scale = "goodman-baron-quantitative", Value = value,
        RatedAt = clinic.Clock.Now(), RatedByName = "Pia Practitioner", IsBaseline = baseline,
    });
}
