using Fibril.EndToEnd.Support;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>What the person tells, and what the physician finds.</summary>
public sealed partial class Way
{
    private const string Metals = "Are you allergic to steel, nickel or other metals?";

    /// <summary>However a question words its "no"; where it has none, the person does not know.</summary>
    private static readonly string[] Noes = ["No", "None, or never", "A little, or not at all", "I do not know"];

    public async Task When_the_person_tells_wish_and_areas()
    {
        var her = await PersonAsync();
        await her.FollowAsync("Start the questions");
        await her.FollowAsync("Begin");
        await her.FillAsync("In your own words", "Smoother cheeks.");
        await her.PressAsync("Continue");
        await her.ChooseFromAsync("Part of the body", "Cheek");
        await her.ChooseFromAsync("What bothers you there", "Atrophic acne scars");
        await her.PressAsync("Add area");
        await her.ReadsAsync("Add another area");
        await her.FollowAsync("Continue");
        await her.PressAsync("Continue");
    }

    public async Task When_the_person_answers_the_health_questions()
    {
        var her = windows[person.Mail];
        while (her.Path.Contains("/q/", StringComparison.Ordinal))
        {
            var question = await her.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync();
            await (question == Metals ? NameNickelAsync(her) : AnswerNoAsync(her));
            Assert.NotEqual(question, await her.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
        }

        await her.ReadsAsync("Check the answers");
        await her.PressAsync("Send my answers");
        await her.ReadsAsync("Thank you, we have your answers");
    }

    public async Task Then_the_person_reads_what_the_answers_mean()
    {
        var her = await PersonAsync();
        await her.FollowAsync("See what your answers mean");
        await her.ReadsAsync("Steel needles hold a little nickel. A doctor decides if they are right for you.");
    }

    public async Task When_the_physician_examines_and_signs_the_consultation()
    {
        var physician = await StaffOnStepAsync("physician", "Consultation");
        await physician.FollowAsync("Record examination");
        await physician.ChooseAsync("Phototype", 1);
        await physician.ChooseAsync("Found by", "Looking at the skin");
        await physician.ChooseAsync("Screen for body-dysmorphic concern", "Negative");
        await physician.FillAsync("Rolling", "60");
        await physician.FillAsync("Boxcar", "30");
        await physician.PressAsync("Save examination");
        await physician.PressAsync("Sign consultation");
        await physician.ReadsAsync("Priya Physician,");
    }

    public async Task When_the_physician_rates_a_scale_and_keeps_a_photo()
    {
        var physician = await StaffOnStepAsync("physician", "Consultation");
        await physician.FollowAsync("Goodman and Baron, qualitative");
        await physician.FillAsync("Grade of the scars", "3");
        await physician.PressAsync("Save score");
        await physician.ReadsAsync("3 (moderate");

        await physician.FollowAsync("Take a photograph");
        await KeepPictureAsync(physician, Today);
    }

    public async Task When_the_physician_sets_a_finding_aside_and_accepts()
    {
        var physician = await StaffAsync("physician");
        await physician.TurnAsync(physician.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Decision to review" }).GetByRole(AriaRole.Link, new() { Name = person.Name }));
        await physician.ReadsAsync("Nickel contact allergy");
        await physician.UnfoldAsync("Set aside");
        await physician.FillAsync("Why C29b is set aside", "Wears steel earrings; patch test negative in spring.");
        await physician.PressAsync("Set C29b aside");
        await physician.ReadsAsync("patch test negative in spring");
        await physician.PressAsync("Accept");
        await physician.ReadsAsync("by Priya Physician");
    }

    private static async Task AnswerNoAsync(Visitor her)
    {
        foreach (var no in Noes)
        {
            var choice = her.Page.GetByRole(AriaRole.Radio, new() { Name = no, Exact = true });
            if (await choice.CountAsync() > 0)
            {
                await choice.CheckAsync();
                break;
            }
        }

        await her.PressAsync("Continue");
    }

    private static async Task NameNickelAsync(Visitor her)
    {
        await her.ChooseAsync("Your answer", "Yes");
        await her.PressAsync("Continue");
        await her.Page.GetByRole(AriaRole.Radio, new() { Name = "nickel" }).CheckAsync();
        await her.PressAsync("Next");
        await her.FillAsync("Anything to add?", "A rash from earrings, as a child.");
        await her.PressAsync("Save");
        await her.ReadsAsync("You told us");
        await her.PressAsync("Continue");
    }
}
