using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Consultations;

public class FirstContactTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task A_patient_without_a_course_begins_one_from_home()
    {
        var patient = await clinic.AddAsync(TestData.Patient("Hanna", "Home"));
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync("/my");

        await browser.FollowAsync("I would like");
        await browser.PressAsync("Begin", ("What is it about?", "Stretch marks"));

        Assert.Contains("Before your first visit", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_without_answers_yet_begins_with_the_first_one()
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient("Hilde", "Home"));
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync($"/my/consultation/{course.Id}");
        await browser.FollowAsync("Begin");
        await browser.PressAsync("Continue", ("In your own words", "Smoother"));

        Assert.EndsWith("/areas", browser.Address.AbsolutePath, StringComparison.Ordinal);
    }
}
