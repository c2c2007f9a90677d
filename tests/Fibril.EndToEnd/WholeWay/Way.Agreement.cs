using Fibril.EndToEnd.Support;
using Fibril.Protocol;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>Plan, consent and booking: what both sides agree to before a needle.</summary>
public sealed partial class Way
{
    private const string Wish = "Wishes to see what it brings before more.";

    public async Task When_the_physician_drafts_a_plan()
    {
        var physician = await StaffOnStepAsync("physician", "Plan");
        await physician.FillAsync("Sessions", $"{sessions}");
        await physician.FillAsync("Look at the result after session", $"{sessions}");
        await physician.ChooseFromAsync("On the skin at needling", "Nothing");
        foreach (var other in await physician.Page.GetByRole(AriaRole.Group, new() { Name = "Alternatives talked through" }).GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await other.CheckAsync();
        }

        await physician.FillAsync("Notes", Wish);
        await physician.PressAsync("Check only");
        Assert.Equal(Wish, await physician.Page.GetByLabel("Notes").InputValueAsync());
        await physician.PressAsync("Save the plan");
        await physician.ReadsAsync("Not agreed yet");
    }

    public async Task When_the_person_agrees_to_the_plan()
    {
        var her = await PersonAsync();
        await her.FollowAsync("Read your plan");
        await her.PressAsync("I agree to this plan");
        await her.ReadsAsync("You may still change your mind at any time.");
    }

    public async Task When_the_person_reads_the_consent_and_answers_one_question_wrong()
    {
        var her = await PersonAsync();
        await her.FollowAsync("Read and sign");
        await her.PressAsync("Start reading");
        while (her.Path.Contains("/read/", StringComparison.Ordinal))
        {
            await her.PressAsync("I have read this, go on");
        }

        await AnswerWronglyAsync(her);
        foreach (var question in ProtocolPack.Current.Consent.Questions)
        {
            await her.ChooseAsync(question.Question, question.Options[question.Right]);
            await her.PressAsync("Answer");
        }

        await her.ReadsAsync("Your questions and your photos");
    }

    /// <summary>The paragraph that holds the answer is shown again.</summary>
    private static async Task AnswerWronglyAsync(Visitor her)
    {
        var first = ProtocolPack.Current.Consent.Questions[0];
        await her.ChooseAsync(first.Question, first.Options.First(o => o != first.Options[first.Right]));
        await her.PressAsync("Answer");
        await her.ReadsAsync("Not quite. Here is the part again");
        await her.ReadsAsync(ProtocolPack.Current.Consent.Sections.Single(s => s.Id == first.Section).Paragraphs[0].Text);
    }

    public async Task When_the_person_signs()
    {
        var her = windows[person.Mail];
        await her.FillAsync("What would you like to ask us?", "May I swim after a week?");
        foreach (var (use, choice) in new[] { ("For my record", "Yes, I allow it"), ("For teaching", "No"), ("For publication", "No") })
        {
            await her.ChooseAsync(use, choice);
        }

        await her.PressAsync("Save and go on");
        await her.FillAsync("Your full name", person.Name);
        await DrawSignatureAsync(her);
        await her.PressAsync("Sign the consent");
        await her.ReadsAsync("for this course");
        await her.FollowAsync("Read it again");
        Assert.Equal(javaScript ? 1 : 0, await her.Page.GetByRole(AriaRole.Img, new() { Name = "Drawn signature" }).CountAsync());
    }

    public async Task When_the_physician_talks_it_through_and_countersigns()
    {
        var physician = await StaffOnStepAsync("physician", "Consent");
        await physician.ReadsAsync(ProtocolPack.Current.Consent.Questions[0].Question);
        await physician.ReadsAsync("May I swim after a week?");
        await physician.FillAsync("What was talked through", "The result takes months. Swimming: after a week, in a pool.");
        await physician.PressAsync("Countersign");
        await physician.ReadsAsync("Signed and countersigned.");
    }

    public async Task When_the_person_books_a_time_and_confirms_the_holds()
    {
        var her = await PersonAsync();
        await her.FollowAsync("Choose a time");
        await her.Page.Locator("details.offer-day > summary").Last.ClickAsync();
        await her.Page.GetByRole(AriaRole.Radio).Last.CheckAsync();
        await her.PressAsync("Keep this time");
        await her.ReadsAsync("We keep this time for you until");
        await her.PressAsync("Book it");
        await her.ReadsAsync("Before your visit");
        for (var left = await her.Page.GetByRole(AriaRole.Button, new() { Name = "I kept it" }).CountAsync(); left > 0; left--)
        {
            await her.PressAsync("I kept it");
        }

        await her.ReadsAsync("Kept");
        await clinic.HearAsync();
    }

    private async Task DrawSignatureAsync(Visitor her)
    {
        if (javaScript && await her.Page.GetByRole(AriaRole.Img, new() { Name = "Draw your signature here" }).BoundingBoxAsync() is { } field)
        {
            await her.Page.Mouse.MoveAsync(field.X + 20, field.Y + 20);
            await her.Page.Mouse.DownAsync();
            await her.Page.Mouse.MoveAsync(field.X + 120, field.Y + 50, new() { Steps = 5 });
            await her.Page.Mouse.UpAsync();
        }
    }
}
