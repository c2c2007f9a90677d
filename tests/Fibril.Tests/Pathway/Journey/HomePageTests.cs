using Fibril.Pathway;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Journey;

public class HomePageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Home_of_a_fresh_course_says_start_and_after_the_first_words_go_on()
    {
        var patient = await clinic.AddAsync(TestData.Patient("Hanna", "Home"));
        await clinic.UseAsync<OpenCourse, FormResult>(u => u.Handle(patient.Id, new() { Title = "Acne scars" }), patient: patient);
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync("/my");
        Assert.Contains("Start the questions", browser.Text, StringComparison.Ordinal);
        Assert.Contains("no questions answered yet", await RecordOfAsync(patient), StringComparison.Ordinal);

        var course = await clinic.ReadAsync(db => db.Courses.SingleAsync(c => c.PatientId == patient.Id));
        await clinic.UseAsync<TellWish, FormResult>(u => u.Handle(course.Id, new() { Goal = "Smoother skin." }), patient: patient);

        await browser.GetAsync("/my");
        Assert.Contains("Go on with the questions", browser.Text, StringComparison.Ordinal);
        Assert.Contains("the person is answering", await RecordOfAsync(patient), StringComparison.Ordinal);
    }

    private async Task<string> RecordOfAsync(Patient patient)
    {
        using var staff = await Browser.OfAsync(clinic, clinic.Assistant);
        await staff.GetAsync($"/staff/patients/{patient.Id}");
        return staff.Text;
    }
}
