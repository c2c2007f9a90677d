using Fibril.EndToEnd.Support;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fibril.EndToEnd;

/// <summary>Tools of the day: keys, drafts and the guided camera.</summary>
public class ClinicDayTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Keys_go_through_the_people_and_list_themselves()
    {
        await using var desk = await clinic.OpenAsync();
        await desk.SignInAsync("desk");
        var people = desk.Page.Locator("[data-visit]");

        await desk.Page.Keyboard.PressAsync("j");
        await desk.Page.Keyboard.PressAsync("j");
        await desk.Page.Keyboard.PressAsync("k");
        Assert.Equal(await people.First.GetAttributeAsync("id"), await desk.Page.EvaluateAsync<string>("document.activeElement.id"));
        await desk.Page.Keyboard.PressAsync("?");
        var list = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });
        await list.WaitForAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.Keyboard.PressAsync("/");
        await desk.Page.Keyboard.TypeAsync("jn");
        Assert.Equal("jn", await desk.Page.GetByRole(AriaRole.Searchbox).InputValueAsync());

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Keys" }).ClickAsync();
        await list.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await desk.Page.Keyboard.PressAsync("?");
        Assert.False(await list.IsVisibleAsync());
    }

    [Fact]
    public async Task Enter_takes_the_next_step_of_a_person_and_a_refusal_stays_while_the_board_comes_anew()
    {
        await using var physician = await clinic.OpenAsync();
        await physician.SignInAsync("physician");
        var people = physician.Page.Locator("[data-visit]");

        await people.Filter(new() { HasText = "Vera Lind" }).FocusAsync();
        await physician.Page.Keyboard.PressAsync("Enter");
        await people.Filter(new() { HasText = "Vera Lind" }).GetByText("arrived", new() { Exact = true }).WaitForAsync();
        Assert.Equal("/staff", physician.Path);

        await people.Filter(new() { HasText = "Rosa Jimenez" }).FocusAsync();
        await physician.Page.Keyboard.PressAsync("Enter");
        await physician.ReadsAsync("Record at least one zone first.");
        await using var desk = await clinic.OpenAsync();
        await desk.SignInAsync("desk");
        await desk.TurnAsync(desk.Page.Locator("table.board").GetByRole(AriaRole.Row).Filter(new() { HasText = "Uma Shah" }).GetByRole(AriaRole.Button, new() { Name = "Arrived" }));
        await people.Filter(new() { HasText = "Uma Shah" }).GetByText("arrived", new() { Exact = true }).WaitForAsync();
        await physician.ReadsAsync("Record at least one zone first.");
        Assert.Equal("/staff", physician.Path);
        Assert.False(await physician.Page.EvaluateAsync<bool>("Object.keys(localStorage).some(k => k.startsWith('draft:'))"), "a press that was refused is no draft");
    }

    [Fact]
    public async Task N_begins_a_visit_from_any_page_and_never_while_somebody_types_or_scans()
    {
        var session = await clinic.InAsync<ClinicDb, Guid>(db => db.Sessions.Where(s => s.SignedAt == null).Select(s => s.Id).FirstAsync());
        await using var physician = await clinic.OpenAsync();
        await physician.SignInAsync("physician");
        await physician.GoAsync("/staff/patients");
        await physician.Page.GetByLabel("Name, phone or birth date").Last.FocusAsync();
        await physician.Page.Keyboard.TypeAsync("n");
        Assert.Equal("n", await physician.Page.GetByLabel("Name, phone or birth date").Last.InputValueAsync());
        await physician.Page.Keyboard.PressAsync("Escape");

        await physician.GoAsync("/staff/diary");
        await physician.Page.Keyboard.PressAsync("n");
        await physician.Page.WaitForURLAsync("**/staff/visits/new");
        await physician.Page.Keyboard.TypeAsync("Walsh");
        await physician.Page.Keyboard.PressAsync("Enter");
        await physician.Page.GetByRole(AriaRole.Link, new() { Name = "Book: " }).First.ClickAsync();
        await physician.ReadsAsync("Find a time");

        await physician.GoAsync($"/staff/sessions/{session}");
        await physician.Page.Keyboard.PressAsync("n");
        await physician.Page.Keyboard.PressAsync("?");
        await physician.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" }).GetByText("new visit").WaitForAsync();
        Assert.EndsWith($"/staff/sessions/{session}", physician.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>As it is typed and stepped, and what is changed from the review leads back to it.</summary>
    [Fact]
    public async Task Depth_turns_amber_beyond_the_cap_and_the_review_leads_to_the_very_field()
    {
        var session = await clinic.InAsync<ClinicDb, Guid>(db => db.Sessions.Where(s => s.SignedAt == null && s.NeedlingFinishedAt != null).Select(s => s.Id).FirstAsync());
        await using var physician = await clinic.OpenAsync(390);
        await physician.SignInAsync("physician");
        await physician.GoAsync($"/staff/sessions/{session}/sign");
        Assert.Empty(await physician.FaultsAsync());
        await physician.Page.GetByRole(AriaRole.Link, new() { Name = "Change depth, cheek" }).ClickAsync();
        var depth = physician.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Depth" });
        await depth.And(physician.Page.Locator(":focus")).WaitForAsync();

        await depth.FillAsync("1.5");
        Assert.Equal(0, await physician.Page.GetByText("Above the cap of 1.5 mm").And(physician.Page.Locator(":visible")).CountAsync());
        await physician.Page.GetByRole(AriaRole.Button, new() { Name = "Depth: more" }).ClickAsync();
        Assert.Equal("1.6", await depth.InputValueAsync());
        await physician.ReadsAsync("Above the cap of 1.5 mm for cheek.");
        Assert.Empty(await physician.FaultsAsync());
        await physician.Page.GetByRole(AriaRole.Button, new() { Name = "Depth: less" }).ClickAsync();
        await physician.PressAsync("Record");
        await physician.Page.WaitForURLAsync("**/sign*");
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_the_page_was_lost_and_gone_after_signing_out()
    {
        var session = await clinic.InAsync<ClinicDb, Guid>(db => db.Sessions.Where(s => s.SignedAt != null).Select(s => s.Id).FirstAsync());
        await using var physician = await clinic.OpenAsync();
        await physician.SignInAsync("physician");
        await physician.GoAsync($"/staff/sessions/{session}/amend");
        await physician.FillAsync("What is right", "The left side was first.");
        await physician.Page.EvaluateAsync("new Promise(done => { const look = () => Object.keys(localStorage).some(k => k.startsWith('draft:')) ? done() : setTimeout(look, 50); look(); })");

        await physician.GoAsync("/staff");
        await physician.GoAsync($"/staff/sessions/{session}/amend");
        await physician.ReadsAsync("was kept in this browser");
        Assert.Equal("The left side was first.", await physician.Page.GetByLabel("What is right").InputValueAsync());

        await physician.Page.Locator("details.menu > summary").ClickAsync();
        await physician.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await physician.Page.WaitForURLAsync(url => !url.Contains("/staff", StringComparison.Ordinal));
        Assert.Equal(0, await physician.Page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('draft:')).length"));
    }

    /// <summary>Chromium's own made-up camera: a green picture, so that the gate finds no skin in it either.</summary>
    [Fact]
    public async Task Camera_shows_ghost_ring_level_and_light_and_what_is_tilted_is_held_until_a_reason_keeps_it()
    {
        var course = await clinic.InAsync<ClinicDb, Guid>(db => (from c in db.Courses join p in db.Patients on c.PatientId equals p.Id where p.FamilyName == "Dubois" select c.Id).FirstAsync());
        await using var physician = await clinic.OpenAsync(820);
        await physician.SignInAsync("physician");
        await physician.GoAsync($"/staff/courses/{course}/photos");
        await physician.FollowAsync("Take this view");

        await physician.Page.GetByRole(AriaRole.Button, new() { Name = "Use the camera of this device" }).ClickAsync();
        await physician.Page.GetByText("Light is good").Or(physician.Page.GetByText("Too dark")).Or(physician.Page.GetByText("Too bright")).First.WaitForAsync();
        Assert.Equal("0.4", await physician.Page.Locator(".capture-ghost").EvaluateAsync<string>("ghost => getComputedStyle(ghost).opacity"));
        Assert.True(await physician.Page.Locator(".capture-ghost").EvaluateAsync<bool>("async ghost => { await ghost.decode(); return ghost.naturalWidth > 0; }"));
        Assert.True(await physician.Page.Locator(".capture-ring").IsVisibleAsync());
        Assert.True(await IsLevelAsync(beta: 88, gamma: 20), "upright: a large gamma is 0.7 degrees of roll");
        Assert.False(await IsLevelAsync(beta: 5, gamma: 0), "lying flat there is no roll");
        Assert.False(await IsLevelAsync(beta: 80, gamma: -44.1), "upright and rolled by 7 degrees: cos 80 sin 44.1 / sin 80 = tan 7");

        await physician.Page.GetByRole(AriaRole.Button, new() { Name = "Take the picture" }).ClickAsync();
        await physician.Page.GetByAltText("The picture that was taken").WaitForAsync();
        await physician.PressAsync("Keep photograph");
        await physician.ReadsAsync("The camera was tilted by 7°.");
        await physician.ReadsAsync("It cannot be laid onto the first photograph of this view.");
        await physician.FillAsync("Why it is good enough", "The chair does not go lower.");
        await physician.PressAsync("Keep it all the same");
        await physician.ReadsAsync("Baseline");

        async Task<bool> IsLevelAsync(double beta, double gamma)
        {
            await physician.Page.EvaluateAsync("angles => dispatchEvent(new DeviceOrientationEvent('deviceorientation', angles))", new { beta, gamma });
            return await physician.Page.Locator(".capture-horizon").EvaluateAsync<bool>("line => line.classList.contains('is-level')");
        }
    }
}
