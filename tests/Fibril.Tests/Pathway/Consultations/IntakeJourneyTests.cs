using System.Net;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Jobs;
using Fibril.Platform.Ui;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Consultations;

/// <summary>The whole intake as a patient goes through it on a phone without JavaScript.</summary>
public class IntakeJourneyTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Patient_goes_from_wish_to_sent_answers()
    {
        var patient = await clinic.AddAsync(TestData.Patient("Ida", "Journey"));
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync("/my/consultation/new");
        await browser.PressAsync("Begin", ("What is it about?", "Acne scars"));
        Assert.Contains("0 of", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Begin");
        await browser.PressAsync("Continue", ("In your own words", "Smoother cheeks"));
        await browser.PressAsync("Add area", ("Part of the body", "cheek"), ("What bothers you there", "acne-scar"));
        await browser.FollowAsync("Continue");
        await browser.PressAsync("Continue", ("Day of the event", "2026-08-01"));
        await AnswerAllAsync(browser);
        Assert.EndsWith("/check", browser.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("last day 9 June 2026", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Send my answers");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Thank you", browser.Text, StringComparison.Ordinal);
        var saved = await clinic.ReadAsync(db => db.Consultations.FirstAsync(c => c.PatientId == patient.Id));
        Assert.NotNull(saved.SubmittedAt);
        Assert.Equal(Reply.NotSure, saved.AnswerTo("heart")!.Reply);
        var retinol = Assert.Single(saved.AnswerTo("skin-products")!.Items);
        Assert.Equal(("retinol", "2026-06-09"), (retinol.Id, retinol.On));
        Assert.Equal(["cheek"], retinol.Zones);
    }

    [Fact]
    public async Task Reply_is_asked_for_and_nothing_typed_is_lost()
    {
        var (patient, course) = await BegunAsync("Rita");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/consultation/{course}/q/psoriasis");

        await browser.PressAsync("Continue", ("In your own words", "not sure what that is"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Choose one", browser.Text, StringComparison.Ordinal);
        Assert.Equal("not sure what that is", browser.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task A_day_that_is_no_day_is_shown_at_its_field()
    {
        var (patient, course) = await BegunAsync("Dora");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/consultation/{course}/q/skin-products/item?pick=product:retinol");

        await browser.PressAsync("Save", ("When did you last use it?", "some time"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Write a day, a month or a year", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_in_the_future_is_refused()
    {
        var (patient, course) = await BegunAsync("Fiona");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/consultation/{course}/q/skin-products/item?pick=product:retinol");

        await browser.PressAsync("Save", ("When did you last use it?", "2026-06-11"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("lies in the future", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_patients_course_does_not_exist()
    {
        var (_, course) = await BegunAsync("Vera");
        var stranger = await clinic.AddAsync(TestData.Patient("Stan", "Stranger"));
        using var browser = Browser.Of(clinic, stranger);

        await browser.GetAsync($"/my/consultation/{course}");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Change_after_sending_is_told_to_later_stages()
    {
        var (patient, course) = await BegunAsync("Greta");
        await clinic.UseAsync<SubmitConsultation, FormResult>(u => u.Handle(course), patient: patient);
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/consultation/{course}/q/psoriasis");

        await browser.PressAsync("Continue", ("Your answer", "No"));

        var told = await clinic.ReadAsync(db => db.Set<OutboxFact>().Select(f => f.Type).ToListAsync());
        Assert.Contains(typeof(ConsultationSubmitted).FullName, told);
        Assert.Contains(typeof(ConsultationChanged).FullName, told);
    }

    [Fact]
    public async Task Staff_see_answers_with_who_and_examine_and_sign()
    {
        var (patient, course) = await BegunAsync("Sina");
        await clinic.UseAsync<AnswerQuestion, FormResult>(
            u => u.Handle(course, "psoriasis", new() { Reply = Reply.NotSure, Words = "my aunt had something" }), patient: patient);
        await clinic.UseAsync<SubmitConsultation, FormResult>(u => u.Handle(course), patient: patient);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/courses/{course}/consultation");
        Assert.Contains("my aunt had something", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Record examination");
        await browser.PressAsync("Save examination", ("Phototype", "Type IV"), ("Found by", "Looking"), ("Screen for body", "Negative"), ("Ice-pick", "60"));
        await browser.FollowAsync("Goodman and Baron, qualitative");
        await browser.PressAsync("Save score", ("Grade of the scars", "3"));
        await browser.PressAsync("Sign consultation");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var saved = await clinic.ReadAsync(db => db.Consultations.FirstAsync(c => c.CourseId == course));
        Assert.Equal("Pia Practitioner", saved.SignedByName);
        Assert.Equal(60, saved.Examination!.IcePick);
        Assert.Equal(3, (await clinic.ReadAsync(db => db.Scores.FirstAsync(s => s.CourseId == course))).Value);
        Assert.Equal(4, (await clinic.ReadAsync(db => db.Patients.FirstAsync(p => p.Id == patient.Id))).Phototype);
    }

    [Fact]
    public async Task Assistant_cannot_sign()
    {
        var (_, course) = await BegunAsync("Tara");
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        await browser.GetAsync($"/staff/courses/{course}/consultation");

        await browser.PressAsync("Sign consultation");

        Assert.Null((await clinic.ReadAsync(db => db.Consultations.FirstAsync(c => c.CourseId == course))).SignedAt);
    }

    [Fact]
    public async Task Score_outside_its_scale_is_refused_with_the_range()
    {
        var (_, course) = await BegunAsync("Olga");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course}/consultation/scores/goodman-baron-qualitative");

        await browser.PressAsync("Save score", ("Grade of the scars", "7"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("outside 0 to 4", browser.Text, StringComparison.Ordinal);
    }

    /// <summary>Retinol yesterday, a sure no to most, "I do not know" about the heart.</summary>
    private static async Task AnswerAllAsync(Browser browser)
    {
        for (var step = 0; step < 80 && browser.Address.AbsolutePath.Contains("/q/", StringComparison.Ordinal); step++)
        {
            var question = browser.Address.Segments[^1].TrimEnd('/');
            switch (question)
            {
                case "phototype":
                    await browser.PressAsync("Continue", ("Your answer", "I will choose"));
                    await browser.PressAsync("Next", ("Choose one", "Burns at times"));
                    await browser.PressAsync("Save");
                    break;
                case "skin-products":
                    await browser.PressAsync("Continue", ("Your answer", "I will tell you"));
                    await browser.PressAsync("Next", ("Choose one", "product:retinol"));
                    await browser.PressAsync("Save", ("When did you last use it?", "9.6.2026"), ("Where?", "Cheek"));
                    await browser.PressAsync("Continue");
                    break;
                default:
                    await browser.PressAsync("Continue", ("Your answer", question == "heart" ? "I do not know" : question == "bdd" ? "A little" : "No"));
                    break;
            }
        }
    }

    private async Task<(Fibril.Practice.Patients.Patient Patient, Guid Course)> BegunAsync(string name)
    {
        var patient = await clinic.AddAsync(TestData.Patient(name, "Begun"));
        await clinic.UseAsync<OpenCourse, FormResult>(u => u.Handle(patient.Id, new() { Title = "Scars" }), patient: patient);
        var course = await clinic.ReadAsync(db => db.Courses.Where(c => c.PatientId == patient.Id).Select(c => c.Id).FirstAsync());
        await clinic.UseAsync<TellWish, FormResult>(u => u.Handle(course, new() { Goal = "Smoother" }), patient: patient);
        await clinic.UseAsync<ChooseArea, FormResult>(u => u.Handle(course, new() { Zone = "cheek", Indication = "acne-scar" }), patient: patient);
        return (patient, course);
    }
}
