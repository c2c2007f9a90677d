using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Aftercare;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Aftercare;

public class AftercareTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Needling_finished_makes_one_sheet_however_often_it_is_told()
    {
        var (_, session) = await HeldSessionAsync("Once", 1.0m);

        await clinic.InAsync(async services =>
        {
            var fact = new NeedlingFinished(session.CourseId, session.PatientId, session.Id);
            await services.GetRequiredService<IssueSheet>().HandleAsync(fact, default);
            await services.GetRequiredService<IssueSheet>().HandleAsync(fact, default);
        });

        var sheet = await clinic.ReadAsync(db => db.AftercareSheets.SingleAsync(s => s.SessionId == session.Id));
        Assert.Equal(clinic.Today.AddDays(2), sheet.Rows.Single(r => r.Id == "A07").ToOn);
    }

    [Theory]
    [InlineData(0.5, 1, 2, "A07 ends after a day at 0.5 mm")]
    [InlineData(1.0, 2, 2, "two days at 1.0 mm")]
    [InlineData(1.5, 3, 2, "three days deeper")]
    [InlineData(1.0, 5, 4, "three days later for phototype IV")]
    public async Task Make_up_waits_by_depth_and_phototype(double depth, int days, int phototype, string why)
    {
        var (_, session) = await HeldSessionAsync($"Depth{depth}-{phototype}", (decimal)depth, phototype);

        var view = await clinic.UseAsync<ReadSheet, AftercareView?>(r => r.Handle(session.Id), clinic.Practitioner);

        Assert.True(clinic.Today.AddDays(days) == view!.Sheet.Rows.Single(r => r.Id == "A07").ToOn, why);
    }

    [Fact]
    public async Task Own_sheet_says_what_is_normal_and_whom_to_call()
    {
        var (patient, session) = await HeldSessionAsync("Own", 1.0m);
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync($"/my/aftercare/{session.Id}");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Tomorrow", browser.Text, StringComparison.Ordinal);
        Assert.Contains("call 112", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_of_somebody_else_is_not_there()
    {
        var (_, session) = await HeldSessionAsync("Private", 1.0m);
        var (stranger, _) = await clinic.CreateCourseAsync(TestData.Patient("Str", "Anger"));
        using var browser = Browser.Of(clinic, stranger);

        await browser.GetAsync($"/my/aftercare/{session.Id}");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Staff_note_that_it_was_said_back()
    {
        var (_, session) = await HeldSessionAsync("Teach", 1.0m);
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        await browser.GetAsync($"/staff/courses/{session.CourseId}/aftercare");

        await browser.PressAsync("Said back");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.NotNull((await clinic.ReadAsync(db => db.AftercareSheets.SingleAsync(s => s.SessionId == session.Id))).TaughtBackAt);
    }

    private async Task<(Patient Patient, Session Session)> HeldSessionAsync(string name, decimal depth, int phototype = 2)
    {
        var person = TestData.Patient(name, "Aftercare");
        person.Phototype = phototype;
        var (patient, course) = await clinic.CreateCourseAsync(person);
        return (patient, await clinic.HoldSessionAsync(course, depth));
    }
}
