namespace Fibril.EndToEnd.WholeWay;

/// <summary>Aftercare and recovery.</summary>
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
        await DrawAsync(physician, "inbox");
        await physician.FollowAsync(person.Name);
        await physician.ReadsAsync("Redder than yesterday.");
        await physician.PressAsync("I take this");
        await physician.FillAsync("What came of it", "Called back: no warmth, no pus. Cool and look again tomorrow.");
        await physician.PressAsync("Close the report");
        await StaffOnStepAsync("physician", "Recovery");
        await physician.ReadsAsync("Closed: Called back: no warmth, no pus.");
    }

    public async Task When_the_person_reports_calm_skin_after_a_week()
    {
        await Given_it_is((await VisitAsync()).StartsAt.AddDays(7).AddHours(1));
        var her = await PersonAsync();
        await her.FollowAsync("Tell us how your skin is");
        foreach (var question in new[] { "Redness", "Swelling", "Pain" })
        {
            await her.ChooseAsync(question, "None");
        }

        await her.PressAsync("Send");
        await her.ReadsAsync("Your report of day 7");
        await DrawAsync(her, "report");
    }

    /// <summary>The time to wait between two sessions is over.</summary>
    public async Task When_it_is_time_for_the_next_session()
    {
        await Given_it_is((await VisitAsync()).StartsAt.AddDays(40));
        await (await PersonAsync()).ReadsAsync("Everything is ready. You can choose a time.");
    }
}
