using System.Net;
using AngleSharp.Html.Dom;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Staff;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Journey.Board;

public class BoardPressTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Each_step_that_asks_nothing_is_one_press_and_the_board_stays()
    {
        var booking = await clinic.VisitTodayAsync("Ona");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync("/staff");
        await PressedAsync("Arrived", "arrived");
        Assert.Equal("Checks…", browser.NextOf("Ona"));
        await browser.StepAsync("Ona");
        var session = await clinic.ReadAsync(db => db.Sessions.Where(s => s.BookingId == booking.Id).Select(s => s.Id).SingleAsync());
        Assert.Equal($"/staff/sessions/{session}", browser.Address.AbsolutePath);

        await browser.GetAsync("/staff");
        LeadsTo("Checks…", $"/staff/sessions/{session}#gate");
        foreach (var item in BoardSteps.BeforeCream)
        {
            await clinic.WentAsync<TickGate>(clinic.Assistant, u => u.Handle(session, item, null));
        }

        await browser.GetAsync("/staff");
        LeadsTo("Cream on…", $"/staff/sessions/{session}/cream");
        await clinic.PutCreamOnAsync(session);
        clinic.Clock.Advance(TimeSpan.FromMinutes(20));
        await browser.GetAsync("/staff");
        await PressedAsync("Cream off", "cream off");

        await clinic.PrepareAsync(session);
        await PressedAsync("Start needling", "needling");
        await clinic.WentAsync<RecordZone>(clinic.Practitioner, u => u.Handle(session, new() { Zone = "cheek", DepthMm = 1, Passes = 4, EndPoint = "erythema", Pain = 2 }));
        await PressedAsync("Finish", "needling finished");
        await PressedAsync("Aftercare given", "aftercare given");
        LeadsTo("Sign…", $"/staff/sessions/{session}/sign");

        async Task PressedAsync(string button, string state)
        {
            Assert.Equal(button, browser.NextOf("Ona"));
            Assert.Contains("the one at which it arrives", browser.RowOf("Ona").QuerySelector("[data-next] draft-form")!.GetAttribute("data-late"), StringComparison.Ordinal);
            await browser.StepAsync("Ona");
            Assert.Equal((HttpStatusCode.OK, "/staff", state), (browser.Status, browser.Address.PathAndQuery, browser.StateOf("Ona")));
        }

        void LeadsTo(string link, string page) =>
            Assert.Equal((link, page), (browser.NextOf("Ona"), browser.RowOf("Ona").QuerySelector("[data-next] a.btn-primary")!.GetAttribute("href")));
    }

    [Fact]
    public async Task What_is_not_ready_is_refused_on_the_board_in_words_and_leads_to_where_it_is_done()
    {
        var session = await clinic.OpenAsync(await clinic.VisitTodayAsync("Rea"), BoardSteps.BeforeCream);
        await clinic.PutCreamOnAsync(session);
        clinic.Clock.Advance(TimeSpan.FromMinutes(19));
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync("/staff");
        await RefusedAsync(Aimed(browser, $"/staff/board/sessions/{session}/start"), "numbing", "The cream is still on", $"/staff/sessions/{session}#gate");
        await RefusedAsync(Aimed(browser, $"/staff/board/sessions/{session}/aftercare"), "numbing", "Finish needling first", $"/staff/sessions/{session}#after");

        await browser.StepAsync("Rea");
        await RefusedAsync(browser.StepOf("Rea"), "cream off", "No device is chosen.", $"/staff/sessions/{session}#gate");
        Assert.Contains("Not ticked: Cartridge sealed", browser.Page.QuerySelector(".board-refused")!.TextContent, StringComparison.Ordinal);
        await clinic.PrepareAsync(session);
        await RefusedAsync(browser.StepOf("Rea"), "cream off", "minutes", $"/staff/sessions/{session}#gate");
        Assert.Equal("cream-too-short", Assert.Single(browser.Page.QuerySelectorAll(".board-refused [data-code]")).GetAttribute("data-code"));
        await RefusedAsync(Aimed(browser, $"/staff/board/sessions/{session}/cream-off"), "cream off", "The cream is off already.", $"/staff/sessions/{session}#cream");

        async Task RefusedAsync(HttpRequestMessage press, string state, string why, string there)
        {
            await browser.SendAsync(press);
            var said = browser.Page.QuerySelector(".board-refused")!;
            Assert.Equal((HttpStatusCode.UnprocessableEntity, state), (browser.Status, browser.StateOf("Rea")));
            Assert.Contains("not possible yet for Rea Example", said.TextContent, StringComparison.Ordinal);
            Assert.Contains(why, said.TextContent, StringComparison.Ordinal);
            Assert.Equal(there, said.QuerySelector("a.btn-primary")!.GetAttribute("href"));
            Assert.Null(said.Closest("live-page")); // what comes anew by itself does not take it away
            Assert.Null(browser.Page.QuerySelector("cream-strip"));
        }
    }

    [Fact]
    public async Task Finish_is_refused_while_no_zone_is_recorded_and_the_refusal_loaded_again_is_the_board()
    {
        var session = await clinic.OpenAsync(await clinic.VisitTodayAsync("Zoe", anaesthetic: "none"), BoardSteps.BeforeCream);
        await clinic.PrepareAsync(session);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync("/staff");
        Assert.Equal("Start needling", browser.NextOf("Zoe")); // no cream is planned
        await browser.StepAsync("Zoe");
        await browser.StepAsync("Zoe");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Record at least one zone first.", browser.Page.QuerySelector(".board-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/staff/sessions/{session}#zones", browser.Page.QuerySelector(".board-refused a.btn-primary")!.GetAttribute("href"));
        await browser.GetAsync(browser.Address.PathAndQuery);
        Assert.Equal((HttpStatusCode.OK, "/staff"), (browser.Status, browser.Address.AbsolutePath));
        Assert.Null(browser.Page.QuerySelector(".board-refused"));
    }

    [Fact]
    public async Task The_limits_of_who_presses_count_as_on_the_page_of_the_session()
    {
        var novice = await clinic.AddAsync(TestData.Staff("Nia Novice", Fibril.Platform.Access.Role.Practitioner, Profession.Practitioner, clinic.Clock.Now()));
        var limits = new StaffLimits { StaffId = novice.Id };
        limits.Set(["forehead"], [], needsSupervision: false, null);
        await clinic.AddAsync(limits);
        var session = await clinic.OpenAsync(await clinic.VisitTodayAsync("Lim", anaesthetic: "none"), BoardSteps.BeforeCream);
        await clinic.PrepareAsync(session);
        using var browser = await Browser.OfAsync(clinic, novice);
        await browser.GetAsync("/staff");
        await browser.StepAsync("Lim");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "checks"), (browser.Status, browser.StateOf("Lim")));
        Assert.Contains("cheek", browser.Page.QuerySelector(".board-refused")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_is_offered_or_allowed_more_than_on_the_page_of_the_session()
    {
        var session = await clinic.OpenAsync(await clinic.VisitTodayAsync("Asta", anaesthetic: "none"), BoardSteps.BeforeCream);
        await clinic.PrepareAsync(session);
        foreach (var (staff, step, may) in new[]
        {
            (clinic.Assistant, "start", false), (clinic.Assistant, "finish", false), (clinic.Owner, "start", false), (clinic.Owner, "aftercare", false),
            (clinic.FrontDesk, "cream-off", false), (clinic.FrontDesk, "aftercare", false), (clinic.Assistant, "aftercare", true), (clinic.Assistant, "cream-off", true),
        })
        {
            using var browser = await Browser.OfAsync(clinic, staff);
            await browser.GetAsync("/staff");
            Assert.Null(browser.NextOf("Asta"));
            Assert.Equal(staff == clinic.FrontDesk ? "/staff/bookings" : "/staff/sessions", LinkOf(browser, "Asta")[..LinkOf(browser, "Asta").LastIndexOf('/')]);
            await browser.SendAsync(Aimed(browser, $"/staff/board/sessions/{session}/{step}"));
            Assert.Equal(may ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Forbidden, browser.Status);
        }
    }

    [Fact]
    public async Task The_same_press_twice_is_done_once()
    {
        await clinic.OpenAsync(await clinic.VisitTodayAsync("Twy", anaesthetic: "none"), BoardSteps.BeforeCream);
        var session = await clinic.ReadAsync(db => db.Sessions.OrderByDescending(s => s.OpenedAt).ThenByDescending(s => s.Id).FirstAsync());
        await clinic.PrepareAsync(session.Id);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync("/staff");
        var (once, again) = (browser.StepOf("Twy"), browser.StepOf("Twy"));
        await browser.SendAsync(once);
        await browser.SendAsync(again);

        Assert.Equal((HttpStatusCode.OK, "/staff", "needling"), (browser.Status, browser.Address.AbsolutePath, browser.StateOf("Twy")));
        Assert.Equal(1, await clinic.ReadAsync(db => db.JournalEntries.CountAsync(e => e.Verb == "start needling" && e.PersonId == session.PatientId)));
    }

    [Fact]
    public async Task A_talk_ends_with_the_person_gone_and_leads_to_its_booking()
    {
        var booking = await clinic.VisitTodayAsync("Tao", VisitKind.Consultation);
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync("/staff");
        await browser.StepAsync("Tao");
        Assert.Equal("Left", browser.NextOf("Tao"));
        Assert.Equal($"/staff/bookings/{booking.Id}", LinkOf(browser, "Tao"));
        await browser.StepAsync("Tao");

        Assert.Equal((HttpStatusCode.OK, "/staff", "left"), (browser.Status, browser.Address.AbsolutePath, browser.StateOf("Tao")));
        Assert.Null(browser.NextOf("Tao"));
        Assert.NotNull((await clinic.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id))).LeftAt);
    }

    /// <summary>Where the visit's own link leads.</summary>
    private static string LinkOf(Browser browser, string person) => browser.RowOf(person).QuerySelector("[data-label=What] a")!.GetAttribute("href")!;

    /// <summary>A press that the page as it is now does not offer: from a board that was opened before, or made up.</summary>
    private static HttpRequestMessage Aimed(Browser browser, string address)
    {
        var form = (IHtmlFormElement)browser.Page.QuerySelector("form[action='/sign-out']")!;
        form.SetAttribute("action", address);
        return FormFiller.Submit(form, form.QuerySelector("button")!, browser.Address);
    }
}
