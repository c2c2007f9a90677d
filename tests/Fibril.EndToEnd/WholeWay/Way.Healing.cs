namespace Fibril.EndToEnd.WholeWay;

/// <summary>Aftercare, recovery and the look at the result.</summary>
public sealed partial class Way
{
    public async Task Then_the_person_reads_the_aftercare()
    {
        var her = await PersonAsync();
        await her.FollowAsync("Today's advice");
        await her.ReadsAsync("What is normal");
        await her.ReadsAsync("When you may start again");
    }

    public async Task When_the_person_reports_on_the_second_day()
    {
        await Given_it_is((await VisitAsync()).StartsAt.AddDays(2).AddHours(1));
        var her = await PersonAsync();
        await her.FollowAsync("Tell us how it is");
        await her.FollowAsync("Tell us how your skin is");
        await her.ChooseAsync("Redness", "Deep red");
        await her.ChooseAsync("Swelling", "A little");
        await her.ChooseAsync("Pain", "A little");
        await her.FillAsync("In your own words", "Redder than yesterday.");
        await her.PressAsync("Send");
        await her.ReadsAsync("Your report of day 2");
        await her.ReadsAsync("Somebody of the clinic reads what you wrote.");
    }

    public async Task When_the_physician_closes_the_report()
    {
        var physician = await StaffAsync("physician");
        await physician.FollowAsync("Recovery");
        await physician.FollowAsync(person.Name);
        await physician.ReadsAsync("Redder than yesterday.");
        await physician.PressAsync("I take this");
        await physician.FillAsync("What came of it", "Called back: no warmth, no pus. Cool and look again tomorrow.");
        await physician.PressAsync("Close the report");
        await StaffOnStepAsync("physician", "Recovery");
        await physician.ReadsAsync("Closed: Called back: no warmth, no pus.");
    }

    public async Task When_the_result_is_looked_at_after_30_days()
    {
        await Given_it_is((await VisitAsync()).StartsAt.AddDays(30));
        var physician = await StaffOnStepAsync("physician", "Outcome");
        await physician.FollowAsync("Hold the visit");
        await physician.ReadsAsync("30 days after the last session");
        await physician.FillAsync("Grade of the scars", "2");
        await physician.ChooseAsync("You, against the first photo", 1);
        await physician.ChooseAsync("The person says, against the first photo", 1);
        await physician.FillAsync("Note", "Softer edges.");
        await physician.PressAsync("Save the visit");
        await physician.ReadsAsync("Softer edges.");
    }

    public async Task Then_the_progress_shows_the_change()
    {
        var her = await PersonAsync();
        await her.FollowAsync("Progress");
        await her.ReadsAsync("You said on");
        await her.Page.GetByRole(Microsoft.Playwright.AriaRole.Table, new() { Name = "Goodman and Baron, qualitative and what happened beside it" }).WaitForAsync();
    }
}
