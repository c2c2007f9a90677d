using Fibril.EndToEnd.Support;
using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Vision;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>The look at the result, months later.</summary>
public sealed partial class Way
{
    public async Task When_the_result_is_looked_at_after(int days, int grade)
    {
        await Given_it_is((await VisitAsync()).StartsAt.AddDays(days));
        var physician = await StaffOnStepAsync("physician", "Outcome");
        await physician.FollowAsync("Hold the visit");
        await physician.ReadsAsync($"{days} days after the last session");
        await physician.FillAsync("Grade of the scars", $"{grade}");
        await physician.ChooseAsync("You, against the first photo", 1);
        await physician.ChooseAsync("The person says, against the first photo", 1);
        await physician.FillAsync("Note", $"Softer edges after {days} days.");
        await physician.PressAsync("Save the visit");
        await physician.ReadsAsync($"Softer edges after {days} days.");
    }

    public async Task When_the_physician_photographs_again_and_compares()
    {
        var physician = await StaffOnStepAsync("physician", "Outcome");
        await physician.FollowAsync("Photographs");
        await physician.FollowAsync("Take this view");
        await KeepPictureAsync(physician, Today with { Spots = 0.2, Gain = 1.05, Pose = Similarity.About(500, 500, 1.03, 2, 12, -8), WallFollows = true });
        await physician.FollowAsync("Compare with the baseline");
        await physician.ReadsAsync("What changed");
        await physician.ReadsAsync("By the skin; fit");
        await DrawAsync(physician, "compare");
        await physician.PressAsync("Keep these measures in the record");
        await physician.ReadsAsync("Kept in the record by");
    }

    public async Task Then_all_sessions_stand_on_one_axis()
    {
        var physician = await StaffOnStepAsync("physician", "Outcome");
        Assert.Equal(sessions, await physician.Page.Locator("svg.chart-scores").First.Locator(".session-mark").CountAsync());
        Assert.Equal(sessions, await physician.Page.Locator("svg.chart-skin .session-mark").CountAsync());
        await physician.Page.Locator("svg.chart-scores").First.ScrollIntoViewIfNeededAsync();
        await DrawAsync(physician, "outcomes");
    }

    public async Task Then_the_progress_shows_the_change()
    {
        var her = await PersonAsync();
        await her.FollowAsync("Progress");
        await her.ReadsAsync("You said on");
        await her.Page.GetByRole(AriaRole.Table, new() { Name = "Goodman and Baron, qualitative and what happened beside it" }).WaitForAsync();
        await DrawAsync(her, "progress");
    }

    /// <summary>A made-up face; each way has one.</summary>
    private Shot Today => new() { Who = new Fibril.Pathway.Journey.Demo.Faces.Person(person.Family.Length) };

    private static async Task KeepPictureAsync(Visitor physician, Shot shot)
    {
        await physician.Page.GetByLabel("Picture").SetInputFilesAsync(new FilePayload { Name = "front.jpg", MimeType = "image/jpeg", Buffer = Camera.File(shot) });
        await physician.ChooseFromAsync("View", "Front");
        await physician.PressAsync("Keep photograph");
        await physician.Page.GetByAltText("Front").First.WaitForAsync();
    }
}
