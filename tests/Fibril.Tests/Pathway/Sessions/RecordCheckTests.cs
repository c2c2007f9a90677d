using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

/// <summary>The page before the signature: every fact a row, every row leads to its field and back, what is missing or odd says so.</summary>
public class RecordCheckTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Every_change_link_has_a_name_of_its_own_and_leads_to_a_field_that_is_there()
    {
        var session = await HeldAsync("Rosa");
        await UseAsync<MarkSkin>(u => u.Handle(session.Id, new() { View = "face", Points = "166,196", Kind = MarkKind.Mole }));
        using var browser = await SignPageAsync(session);

        Assert.Equal(
            ["People and lots", "Checks before the needle", "Numbing", "Needling", "Cheek", "Left out", "Photographs", "Reactions and pain", "Aftercare and notes", "What it rests on"],
            browser.Page.QuerySelectorAll("section:has(.checks) h2").Select(h => h.TextContent));
        var links = browser.Page.QuerySelectorAll<IHtmlAnchorElement>(".checks a").Select(a => (Name: Words(a), To: a.GetAttribute("href")!)).ToList();
        Assert.Contains("Change depth, cheek", links.Select(l => l.Name));
        Assert.Contains("Change immediate reactions", links.Select(l => l.Name));
        Assert.Equal(links.Count, links.Select(l => l.Name).Distinct().Count());
        foreach (var (name, to) in links)
        {
            await browser.GetAsync(to);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.True(!to.Contains('#', StringComparison.Ordinal) || browser.Page.GetElementById(Uri.UnescapeDataString(to.Split('#')[1])) is not null, $"{name}: nothing at {to}");
        }
    }

    [Fact]
    public async Task What_is_changed_leads_back_to_its_row()
    {
        var session = await HeldAsync("Rita");
        using var browser = await SignPageAsync(session);

        await browser.FollowAsync("Change pain, cheek");
        await browser.PressAsync("Record", ("Pain", "11"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Record", ("Pain", "5"));
        AtRow(browser, session, "cheek-pain", "5 of 10");

        await browser.FollowAsync("Change notes");
        await browser.PressAsync("Save notes", ("Notes", "calm all through"));
        AtRow(browser, session, "notes", "calm all through");

        await browser.FollowAsync("Change aftercare given");
        await browser.PressAsync("Aftercare given");
        AtRow(browser, session, "aftercare", clinic.Practitioner.Name);

        await browser.FollowAsync("Change what is left out");
        await browser.PressAsync("Keep this mark", ("Place", "Cheek, left"), ("What it is", "Mole"));
        AtRow(browser, session, "left-out", "Mole, cheek, left");
    }

    [Fact]
    public async Task Without_the_review_a_step_leads_where_it_always_led()
    {
        var session = await HeldAsync("Rune");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/sessions/{session.Id}?check=//elsewhere.example");
        await browser.PressAsync("Save notes", ("Notes", "calm"));

        Assert.Equal($"/staff/sessions/{session.Id}", browser.Address.AbsolutePath);
    }

    [Fact]
    public async Task Missing_and_odd_rows_say_so_in_words()
    {
        var session = await HeldAsync("Ruth", s =>
        {
            s.Record(new("cheek", 1.6m, 3, [], null, null, "erythema", null, "", "fibrotic"));
            s.Use(new(Guid.NewGuid(), "Gel", "serum", "G-1", clinic.Today.AddDays(-1), null));
        }, zones: [new("cheek", "acne-scar", 1.0m, 4), new("forehead", "acne-scar", 0.8m, 4)]);
        using var browser = await SignPageAsync(session);

        Assert.Contains("Missing Ask for the pain", Row(browser, "cheek-pain"), StringComparison.Ordinal);
        Assert.Contains("Look again Above the cap of 1.5 mm for cheek", Row(browser, "cheek-depth"), StringComparison.Ordinal);
        Assert.Contains("Look again Planned were 4.", Row(browser, "cheek-passes"), StringComparison.Ordinal);
        Assert.Contains("Look again No direction is noted.", Row(browser, "cheek-directions"), StringComparison.Ordinal);
        Assert.Contains("nothing is recorded here", Row(browser, "forehead-record"), StringComparison.Ordinal);
        Assert.Contains("Look again It had expired", Row(browser, "lot-1"), StringComparison.Ordinal);
        Assert.Contains("Missing The aftercare", Row(browser, "aftercare"), StringComparison.Ordinal);
        Assert.DoesNotContain("Look again", Row(browser, "cheek-end-point"), StringComparison.Ordinal);
        Assert.Contains(browser.Page.QuerySelectorAll(".alert a"), a => a.GetAttribute("href") == "#cheek-depth" && a.TextContent == "Depth, cheek");
    }

    [Fact]
    public async Task Nothing_blocks_the_signature_without_a_row_that_says_it()
    {
        var course = (await clinic.CreateCourseAsync(TestData.Patient("Rolf"))).Course;
        var session = await clinic.OpenSessionAsync(course);
        Assert.Equal(["Needling has not started.", "Needling is not finished.", "No zone is recorded.", "The aftercare has not been given."], await MissingAsync(session.Id, clinic.Practitioner));
        Assert.Contains("Only a practitioner may needle.", await MissingAsync(session.Id, clinic.Assistant));
    }

    [Fact]
    public async Task The_text_that_is_signed_stands_whole_beneath_the_rows()
    {
        var session = await HeldAsync("Resi");
        var text = await clinic.InAsync(async s => SessionText.Of(await WholeAsync(s, session.Id)), clinic.Practitioner);
        using var browser = await SignPageAsync(session);

        Assert.Equal(text, browser.Page.QuerySelector("details pre.record")!.TextContent);
        Assert.Equal(SessionText.HashOf(text), browser.Page.QuerySelector<IHtmlInputElement>("input[name='Input.ShownHash']")!.Value);
    }

    [Theory]
    [InlineData("cheek-depth", "cheek-depth")]
    [InlineData("lot-1", "lot-1")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("//elsewhere.example", null)]
    [InlineData("a\"b", null)]
    [InlineData("a b", null)]
    public void Only_an_anchor_is_read_as_a_row(string? text, string? row) => Assert.Equal(row, CheckLinks.Read(text));

    private static void AtRow(Browser browser, Session session, string row, string value)
    {
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal($"/staff/sessions/{session.Id}/sign#{row}", browser.Address.AbsolutePath + browser.Address.Fragment);
        Assert.Contains(value, Row(browser, row), StringComparison.Ordinal);
    }

    private static string Row(Browser browser, string id) => Words(browser.Page.GetElementById(id)!);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IEnumerable<string>> MissingAsync(Guid id, Fibril.Practice.Staff.StaffMember who) =>
        await clinic.InAsync(async s => RecordCheck.Of(await WholeAsync(s, id)).SelectMany(c => c.Rows).Select(r => r.Missing).OfType<string>().OrderBy(m => m, StringComparer.Ordinal).ToList(), who);

    private static async Task<SessionWhole> WholeAsync(IServiceProvider services, Guid id) =>
        (await SessionReader.LoadAsync(services.GetRequiredService<ClinicDb>(), services.GetRequiredService<Caller>(), id))!;

    private Task<Fibril.Platform.Ui.FormResult?> UseAsync<T>(Func<T, Task<Fibril.Platform.Ui.FormResult?>> call) where T : notnull => clinic.UseAsync(call, clinic.Practitioner);

    private async Task<Session> HeldAsync(string given, Action<Session>? before = null, params PlannedZone[] zones)
    {
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient(given));
        var session = await clinic.HoldSessionAsync(course, planned: p => p.Zones = zones.Length > 0 ? [.. zones] : p.Zones);
        if (before is not null)
        {
            await clinic.InAsync(async s =>
            {
                var db = s.GetRequiredService<ClinicDb>();
                before(await db.Sessions.SingleAsync(x => x.Id == session.Id));
                await db.SaveAsync(s.GetRequiredService<Caller>().Act("set up"));
            }, clinic.Practitioner);
        }

        return session;
    }

    private async Task<Browser> SignPageAsync(Session session)
    {
        var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        return await browser.GetAsync($"/staff/sessions/{session.Id}/sign");
    }
}
