using Fibril.EndToEnd.Support;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fibril.EndToEnd;

/// <summary>What is left out is drawn with the pointer. It has a clinic of its own, because it changes a session.</summary>
public class SkinMapTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Spot_and_outline_are_drawn_kept_and_on_the_page_that_is_signed(int width)
    {
        var session = await clinic.InAsync<ClinicDb, Guid>(db => db.Sessions.Where(s => s.NeedlingFinishedAt != null && s.SignedAt == null).Select(s => s.Id).FirstAsync());
        await using var physician = await clinic.OpenAsync(width);
        await physician.SignInAsync("physician");
        await physician.GoAsync($"/staff/sessions/{session}");
        await physician.FollowAsync("Mark what is left out");
        var note = $"at {width} pixels";

        await DrawAsync(physician.Page, [new(120, 255)]);
        await physician.ReadsAsync("A spot is marked.");
        Assert.False(await physician.Page.GetByLabel("Place").IsVisibleAsync());
        await physician.PressAsync("Keep this mark");
        await physician.ReadsAsync("Choose what it is.");
        await physician.ReadsAsync("A spot is marked.");
        await physician.ChooseFromAsync("What it is", "Cold sore");
        await physician.FillAsync("Note", note);
        await physician.PressAsync("Keep this mark");
        await physician.ReadsAsync($"Cold sore, chin, middle: {note}");
        await physician.ReadsAsync("Tap a spot, or draw around an area.");

        await DrawAsync(physician.Page, [new(150, 75), new(170, 80), new(172, 95), new(155, 98), new(148, 85)]);
        await physician.ReadsAsync("An area is marked.");
        await physician.Page.GetByRole(AriaRole.Button, new() { Name = "Clear the drawing" }).ClickAsync();
        await physician.Page.GetByLabel("Place").WaitForAsync();
        await DrawAsync(physician.Page, [new(150, 75), new(170, 80), new(172, 95), new(155, 98), new(148, 85)]);
        await physician.ChooseFromAsync("What it is", "Tattoo (no-go area)");
        await physician.FillAsync("Note", note);
        await physician.DrawAsync($"skin-map-{width}");
        await physician.PressAsync("Keep this mark");
        await physician.ReadsAsync($"Tattoo (no-go area), forehead, left: {note}");

        var drawn = (await clinic.InAsync<ClinicDb, Session>(db => db.Sessions.AsNoTracking().SingleAsync(s => s.Id == session))).Marks.Single(m => m.Kind == MarkKind.Tattoo && m.Note == note);
        Assert.InRange(drawn.Points.Count, 5, SkinMarkRules.MostPoints);
        Assert.All(drawn.Points, p => Assert.True(p.X is > 140 and < 180 && p.Y is > 68 and < 105));
        await physician.GoAsync($"/staff/sessions/{session}/sign");
        await physician.ReadsAsync(note);
        Assert.True(await physician.Page.Locator(".mark-no-go polygon").First.IsVisibleAsync());
    }

    /// <summary>As a pen would: down, along the points of the map, up.</summary>
    private static async Task DrawAsync(IPage page, MapPoint[] points)
    {
        var map = page.Locator("skin-map svg");
        await map.ScrollIntoViewIfNeededAsync();
        var box = (await map.BoundingBoxAsync())!;
        var size = box.Height / ZoneShapes.Face.Height;
        await page.Mouse.MoveAsync(X(points[0]), Y(points[0]));
        await page.Mouse.DownAsync();
        foreach (var point in points.Skip(1))
        {
            await page.Mouse.MoveAsync(X(point), Y(point), new() { Steps = 8 });
        }

        await page.Mouse.UpAsync();

        float X(MapPoint p) => (float)(box.X + (box.Width / 2) + ((p.X - (ZoneShapes.Face.Width / 2.0)) * size));
        float Y(MapPoint p) => (float)(box.Y + (p.Y * size));
    }
}
