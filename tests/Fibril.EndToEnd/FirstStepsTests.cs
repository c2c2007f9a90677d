using Fibril.EndToEnd.Support;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fibril.EndToEnd;

/// <summary>From the front desk to the clinician's yes, clicked through: desktop, phone, and a phone without JavaScript.</summary>
public class FirstStepsTests(RunningClinic clinic)
{
    [Theory]
    [InlineData("Wanda", "1961-02-03", 1280, true)]
    [InlineData("Xaver", "1977-08-19", 390, true)]
    [InlineData("Yuki", "1999-11-28", 390, false)]
    public async Task New_person_is_registered_answers_and_is_accepted(string given, string born, int width, bool javaScript)
    {
        var course = await RegisterAsync(given, born);
        await AnswerAsync(given, course, width, javaScript);
        await AcceptAsync(course);

        var decision = await clinic.InAsync<ClinicDb, Pathway.Screening.CandidacyScreening>(db => db.Screenings.SingleAsync(s => s.CourseId == course && s.SupersededAt == null));
        Assert.Equal(Pathway.Screening.Verdict.Accepted, decision.Verdict);
    }

    private async Task<Guid> RegisterAsync(string given, string born)
    {
        await using var desk = await clinic.OpenAsync();
        await desk.SignInAsync("desk");
        await desk.GoAsync("/staff/patients/new");
        await desk.FillAsync("Given name", given);
        await desk.FillAsync("Family name", "Walker");
        await desk.FillAsync("Birth date", born);
        await desk.FillAsync("Mail", $"{given}.walker@demo.example");
        await desk.PressAsync("Register");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "New course" }).ClickAsync();
        await desk.FillAsync("What is it about?", "Acne scars, both cheeks");
        await desk.PressAsync("Open course");
        await desk.Page.WaitForURLAsync("**/consultation");
        return await clinic.InAsync<ClinicDb, Guid>(db =>
            (from c in db.Courses join p in db.Patients on c.PatientId equals p.Id where p.GivenName == given && p.FamilyName == "Walker" select c.Id).SingleAsync());
    }

    private async Task AnswerAsync(string given, Guid course, int width, bool javaScript)
    {
        await using var person = await clinic.OpenAsync(width, javaScript);
        await person.SignInByMailAsync($"{given}.walker@demo.example".ToLowerInvariant());
        await person.GoAsync($"/my/consultation/{course}/wish");
        await person.Page.GetByLabel("In your own words").FillAsync("Smoother cheeks.");
        await person.PressAsync("Continue");
        await person.Page.GetByLabel("Part of the body").SelectOptionAsync("cheek");
        await person.Page.GetByLabel("What bothers you there").SelectOptionAsync("acne-scar");
        await person.PressAsync("Add area");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Continue" }).ClickAsync();
        await person.PressAsync("Continue");
        for (var n = 0; person.Page.Url.Contains("/q/", StringComparison.Ordinal) && n < 80; n++)
        {
            var no = person.Page.GetByRole(AriaRole.Radio, new() { Name = "No", Exact = true });
            await (await no.CountAsync() > 0 ? no : person.Page.GetByRole(AriaRole.Radio, new() { Name = "I do not know" })).CheckAsync();
            await person.PressAsync("Continue");
        }

        await person.GoAsync($"/my/consultation/{course}/check");
        await person.PressAsync("Send my answers");
        await clinic.HearAsync();
        await person.GoAsync($"/my/screening/{course}");
        Assert.Empty(javaScript ? await person.FaultsAsync() : []);
    }

    private async Task AcceptAsync(Guid course)
    {
        await using var physician = await clinic.OpenAsync();
        await physician.SignInAsync("physician");
        await physician.GoAsync($"/staff/courses/{course}/consultation/examination");
        await physician.ChooseAsync("Phototype", 1);
        await physician.ChooseAsync("Found by", 0);
        await physician.Page.GetByRole(AriaRole.Group, new() { Name = "Screen for body-dysmorphic concern" }).GetByRole(AriaRole.Radio, new() { Name = "Negative" }).CheckAsync();
        await physician.PressAsync("Save examination");
        await clinic.HearAsync();
        await physician.GoAsync($"/staff/courses/{course}/screening");
        await physician.PressAsync("Accept");
        await physician.Page.GetByText("A clinician has not looked yet").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
