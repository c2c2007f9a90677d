using System.Text.RegularExpressions;
using Fibril.EndToEnd.Support;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fibril.EndToEnd;

/// <summary>A visit of the day goes to another time, by the mouse and by the keys. It has a clinic of its own, because others read its day.</summary>
public partial class MoveOnTheBoardTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Bar_that_is_dragged_meets_grey_places_that_say_why_and_moves_only_after_the_question()
    {
        await using var desk = await BoardAsync();
        var (page, bar) = (desk.Page, desk.Page.Locator("td[data-move*='part=Numbing']").First);
        var id = Guid.Parse(AddressOf().Match((await bar.GetAttributeAsync("data-move"))!).Groups[1].Value);
        var before = await StartOfAsync(id);

        await TakeAsync(page, bar);
        var grey = page.Locator(".drag-not", new() { HasText = "The clinic closes at 18:00" }).First;
        await OverAsync(page, grey);
        Assert.Contains("The clinic closes at 18:00, and this visit takes", await SaidAsync(page), StringComparison.Ordinal);
        Assert.Empty(await desk.FaultsAsync());
        await desk.DrawAsync("board-drag");
        await page.Mouse.UpAsync();
        Assert.StartsWith("Not moved. The clinic closes at 18:00", await SaidAsync(page), StringComparison.Ordinal);
        Assert.Equal(before, await StartOfAsync(id));

        await TakeAsync(page, bar);
        await OverAsync(page, page.Locator(".drag-not", new() { HasText = "This part of the visit (numbing) is not done here." }).First);
        Assert.Contains("numbing", await SaidAsync(page), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        Assert.Equal(0, await page.Locator(".drag-layer").CountAsync());

        await TakeAsync(page, bar);
        var free = page.Locator(".drag-free").Last;
        var time = await free.InnerTextAsync();
        await OverAsync(page, free);
        Assert.StartsWith($"Arrive {time}", await SaidAsync(page), StringComparison.Ordinal);
        await page.Mouse.UpAsync();
        await desk.ReadsAsync("Nothing is moved until you say so.");
        await desk.ReadsAsync("is told by mail, at");
        Assert.Empty(await desk.FaultsAsync());
        Assert.Equal(before, await StartOfAsync(id));

        await desk.PressAsync($"Move to {time}");
        await page.Locator($"#v-{id}", new() { HasText = time }).WaitForAsync();
        Assert.NotEqual(before, await StartOfAsync(id));
    }

    [Fact]
    public async Task Keys_lead_from_a_person_to_every_start_of_the_day_and_to_the_question()
    {
        await using var desk = await BoardAsync();
        var row = desk.Page.Locator("tr[data-visit]:has([data-grip])").Last;
        var id = Guid.Parse((await row.GetAttributeAsync("id"))![2..]);
        var before = await StartOfAsync(id);
        await desk.Page.Keyboard.PressAsync("?");
        await desk.Page.GetByText("move this person's visit").WaitForAsync();
        await desk.Page.Keyboard.PressAsync("Escape");

        do
        {
            await desk.Page.Keyboard.PressAsync("j");
        }
        while (!await row.EvaluateAsync<bool>("row => row === document.activeElement"));
        await desk.Page.Keyboard.PressAsync("m");
        await desk.ReadsAsync("The visit is here now.");
        Assert.Empty(await desk.FaultsAsync());
        await desk.DrawAsync("move-in-day");
        await desk.Page.Locator("[data-place] a").First.PressAsync("Enter");
        await desk.ReadsAsync("Nothing is moved until you say so.");
        await desk.Page.Locator("main button.btn-primary").PressAsync("Enter");

        await desk.Page.WaitForURLAsync(url => url.EndsWith("/staff", StringComparison.Ordinal));
        Assert.NotEqual(before, await StartOfAsync(id));
    }

    /// <summary>A window in which the whole day is seen.</summary>
    private async Task<Visitor> BoardAsync()
    {
        await clinic.HearAsync();
        var desk = await clinic.OpenAsync();
        await desk.SignInAsync("desk");
        await desk.Page.SetViewportSizeAsync(1280, 3600);
        return desk;
    }

    private static async Task TakeAsync(IPage page, ILocator bar)
    {
        var box = (await bar.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width - 8, box.Y + 6);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width - 8, box.Y + 30, new() { Steps = 4 });
        await page.Locator(".drag-ghost").WaitForAsync();
    }

    private static async Task OverAsync(IPage page, ILocator place)
    {
        var box = (await place.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 10, new() { Steps = 8 });
        await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private static Task<string> SaidAsync(IPage page) => page.Locator(".drag-says").InnerTextAsync();

    private Task<DateTime> StartOfAsync(Guid id) => clinic.InAsync<ClinicDb, DateTime>(db => db.Bookings.AsNoTracking().Where(b => b.Id == id).Select(b => b.StartsAt).SingleAsync());

    [GeneratedRegex("bookings/([0-9a-f-]{36})/", RegexOptions.CultureInvariant)]
    private static partial Regex AddressOf();
}
