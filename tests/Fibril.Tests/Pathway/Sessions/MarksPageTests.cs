using System.Net;
using AngleSharp.Html.Dom;
using Fibril.Pathway;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

public class MarksPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Spot_is_marked_by_its_place_without_drawing_and_stands_on_the_map_in_the_list_and_beside_its_zone()
    {
        var session = await SessionAsync("Mara");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync(session.Address);
        Assert.Contains("Nothing is marked.", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Mark what is left out");

        await browser.PressAsync("Keep this mark", ("What it is", "Mole"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Draw it on the map, or choose its place here.", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Keep this mark", ("Place", "Cheek, left"), ("What it is", ""));
        Assert.Contains("Choose what it is.", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Keep this mark", ("What it is", "Mole"), ("Note", "4 mm"));

        Assert.Equal((HttpStatusCode.OK, "?view=face"), (browser.Status, browser.Address.Query));
        await browser.GetAsync(session.Address);
        Assert.Equal(2, Count(browser.Text, "Mole, cheek, left: 4 mm") - browser.Page.QuerySelectorAll(".mark title").Length);
        Assert.NotNull(browser.Page.QuerySelector(".mark circle"));
        await browser.GetAsync($"{session.Address}/zones/cheek");
        Assert.Contains("Mole, cheek, left: 4 mm", browser.Text, StringComparison.Ordinal);
        var mark = Assert.Single(await MarksAsync(session.Id));
        Assert.Equal(("cheek", BodySide.Left, clinic.Practitioner.Name), (mark.Zones[0], mark.Side, mark.ByName));
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.Verb == "mark left out")));
    }

    [Fact]
    public async Task Drawn_outline_comes_with_the_form_and_what_lies_outside_the_map_is_refused()
    {
        var session = await SessionAsync("Dora");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"{session.Address}/marks?view=face");

        Draw(browser, "62,150;86,158;88,999");
        await browser.PressAsync("Keep this mark", ("What it is", "Filler"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("lies outside the map", browser.Text, StringComparison.Ordinal);
        Draw(browser, "62,150;86,158;88,190;66,196");
        await browser.PressAsync("Keep this mark", ("What it is", "Filler"), ("Note", "four months ago"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector(".mark-no-go polygon"));
        await browser.GetAsync($"{session.Address}/sign");
        Assert.Contains("Left out 1: Filler (no-go area), ", browser.Text, StringComparison.Ordinal);
        Assert.Contains("outline of 4 points on the map Face, sha256:", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector(".mark-no-go polygon"));

        await browser.GetAsync($"{session.Address}/marks?view=face");
        await browser.PressAsync("Remove");
        Assert.EndsWith("/marks", browser.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Empty(await MarksAsync(session.Id));
    }

    [Fact]
    public async Task What_was_left_out_before_is_asked_before_the_needle_and_answered_by_one_press()
    {
        var first = await SessionAsync("Nele");
        foreach (var (points, kind) in new[] { ("166,196", MarkKind.ActiveAcne), ("60,150;90,150;90,190", MarkKind.Filler), ("120,255", MarkKind.Mole) })
        {
            await MarkAsync(first.Id, points, kind);
        }

        clinic.Clock.Advance(TimeSpan.FromDays(1));
        var second = await SessionAsync("Nele");
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        await browser.GetAsync(second.Address);
        Assert.Contains("Left out before: still there?", browser.Text, StringComparison.Ordinal);
        Assert.Equal(3, browser.Page.QuerySelectorAll(".zone-map .mark-asked").Length);

        await browser.PressAsync("Still there");
        await browser.PressAsync("Gone");

        Assert.Equal([(MarkKind.ActiveAcne, false), (MarkKind.Filler, true)], (await MarksAsync(second.Id)).Select(m => (m.Kind, m.IsGone)));
        var text = await TextAsync(second.Id);
        Assert.Contains("Left out 1: Active acne", text, StringComparison.Ordinal);
        Assert.Contains("Left out before and gone now: Filler", text, StringComparison.Ordinal);
        Assert.Contains("Left out before, not looked at in this session: Mole", text, StringComparison.Ordinal);
        clinic.Clock.Advance(TimeSpan.FromDays(1));
        var third = await SessionAsync("Nele");
        Assert.Equal([MarkKind.Mole, MarkKind.ActiveAcne], (await LoadAsync(third.Id)).LeftOutBefore.Select(m => m.Kind).Order());
    }

    [Fact]
    public async Task After_the_signature_the_marks_stand_as_they_are_and_are_drawn_beside_the_record()
    {
        var session = await SessionAsync("Sina");
        await MarkAsync(session.Id, "166,196", MarkKind.Mole);
        var mark = Assert.Single(await MarksAsync(session.Id));
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            (await db.Sessions.SingleAsync(s => s.Id == session.Id)).Sign(clinic.Practitioner.Id, clinic.Practitioner.Name, "as signed", SessionText.HashOf("as signed"), clinic.Clock.Now());
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("sign session"));
        });

        var remove = await clinic.UseAsync<RemoveMark, FormResult?>(u => u.Handle(session.Id, mark.Id), clinic.Practitioner);
        var another = await clinic.UseAsync<MarkSkin, FormResult?>(u => u.Handle(session.Id, new() { View = "face", Points = "1,1", Kind = MarkKind.Mole }), clinic.Practitioner);

        Assert.All(new[] { remove, another }, r => Assert.Equal("session-signed", Assert.IsType<FormResult.Refused>(r).Decision.Reasons[0].Code));
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync(session.Address);
        Assert.NotNull(browser.Page.QuerySelector(".mark circle"));
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("main button"), b => b.TextContent.Trim() == "Remove");
    }

    [Fact]
    public async Task Procedure_says_in_words_what_was_left_out()
    {
        var session = await SessionAsync("Fia");
        await MarkAsync(session.Id, "120,255", MarkKind.Keloid);

        var procedure = SessionFhir.Needling(await clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == session.Id)));

        Assert.Contains(procedure.Note, n => n.Text == "Left out: Keloid, chin, middle");
    }

    private readonly Dictionary<string, Course> courses = [];

    private async Task<(Guid Id, string Address)> SessionAsync(string given)
    {
        if (!courses.TryGetValue(given, out var course))
        {
            courses[given] = course = (await clinic.CreateCourseAsync(TestData.Patient(given, "Marked"))).Course;
        }

        var session = await clinic.HoldSessionAsync(course);
        return (session.Id, $"/staff/sessions/{session.Id}");
    }

    private async Task MarkAsync(Guid session, string points, MarkKind kind) => Assert.IsType<FormResult.GoTo>(
        await clinic.UseAsync<MarkSkin, FormResult?>(u => u.Handle(session, new() { View = "face", Points = points, Kind = kind }), clinic.Practitioner));

    private Task<List<SkinMark>> MarksAsync(Guid session) => clinic.ReadAsync(async db => (await db.Sessions.SingleAsync(s => s.Id == session)).Marks);

    private async Task<SessionWhole> LoadAsync(Guid session) =>
        (await clinic.InAsync(s => SessionReader.LoadAsync(s.GetRequiredService<ClinicDb>(), s.GetRequiredService<Caller>(), session), clinic.Practitioner))!;

    private async Task<string> TextAsync(Guid session) => SessionText.Of(await LoadAsync(session));

    private static void Draw(Browser browser, string points) => ((IHtmlInputElement)browser.Page.QuerySelector("input[name='Input.Points']")!).Value = points;

    private static int Count(string text, string words) => (text.Length - text.Replace(words, "", StringComparison.Ordinal).Length) / words.Length;
}
