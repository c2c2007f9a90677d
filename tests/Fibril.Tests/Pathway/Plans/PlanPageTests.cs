using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Plans;
using Fibril.Platform.Jobs;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Plans;

public class PlanPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task First_draft_holds_the_usual_course_and_saves()
    {
        var (_, course) = await PlannableAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Id}/plan");

        await browser.PressAsync("Save the plan", ("Price per session", "Needling"), ("Alternatives talked through", "Doing nothing"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var plan = await CurrentAsync(course);
        Assert.Equal(("cheek", 1.5m, 3, 28), (plan!.Zones[0].Zone, plan.Zones[0].DepthMm, plan.Sessions, plan.IntervalDays));
        Assert.Equal(540, plan.PriceTotal);
        Assert.Contains("nothing", plan.AlternativesDiscussed);
        Assert.Contains("Most people improve in part", plan.Expectation, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("svg title + desc"));
        Assert.Contains("Better by, as a share of the first score", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_keeps_a_saved_plan_from_being_agreed_is_said_to_the_one_who_saved_it()
    {
        var (_, course) = await PlannableAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Id}/plan");

        await browser.PressAsync("Save the plan", ("Price per session", "Needling"));

        Assert.Contains("The alternatives, doing nothing among them, were not talked through yet.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Agreed in person", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_added_and_removed_and_nothing_typed_is_lost()
    {
        var (_, course) = await PlannableAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Id}/plan");

        await browser.PressAsync("Add a zone", ("Sessions", "5"), ("Notes", "Left cheek first"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Zone 2", browser.Text, StringComparison.Ordinal);
        Assert.Equal("5", browser.Page.QuerySelector("input[name='Input.Sessions']")!.GetAttribute("value"));

        await browser.PressAsync("Remove zone 1");
        Assert.DoesNotContain("Zone 2", browser.Text, StringComparison.Ordinal);
        Assert.Equal("Left cheek first", browser.Page.QuerySelector("textarea[name='Input.Notes']")!.TextContent.Trim());
        Assert.Null(await CurrentAsync(course));
    }

    [Fact]
    public async Task Blank_choices_are_read_and_the_device_is_asked_for()
    {
        var (_, course) = await PlannableAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Id}/plan");

        await browser.PressAsync("Save the plan", ("Device", ""), ("Price per session", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Choose a device.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is not valid", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Save the plan", ("Device", browser.Page.QuerySelector("select[name='Input.DeviceId'] option:not([value=''])")!.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Null((await CurrentAsync(course))!.PricePerSession);
    }

    [Theory]
    [InlineData("NaN", "Depth: write a number, such as 1.5.")]
    [InlineData("0.55", "Zone 1: write the depth in steps of 0.1 mm, from 0.1 to 3.5.")]
    public async Task Depth_that_cannot_be_read_or_set_is_said_in_words(string depth, string words)
    {
        var (_, course) = await PlannableAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Id}/plan");

        await browser.PressAsync("Save the plan", ("Depth", depth));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains(words, browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is not valid for", browser.Text, StringComparison.Ordinal);
        Assert.Null(await CurrentAsync(course));
    }

    [Fact]
    public async Task Deeper_than_the_cap_is_refused_until_a_physician_says_why()
    {
        var (_, course) = await PlannableAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Id}/plan");
        await browser.PressAsync("Save the plan", ("Depth", "1.8"), ("Days between sessions", "42"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("deeper than the cap of 1.5 mm", browser.Text, StringComparison.Ordinal);
        Assert.Null(await CurrentAsync(course));

        using var physician = await Browser.OfAsync(clinic, clinic.Physician);
        await physician.GetAsync($"/staff/courses/{course.Id}/plan");
        await physician.PressAsync("Save the plan", ("Depth", "1.8"), ("Days between sessions", "42"), ("A physician's reason", "Thick scars"));

        Assert.Equal(("Thick scars", "Phil Physician"), ((await CurrentAsync(course))!.Zones[0].OverCapReason, (await CurrentAsync(course))!.Zones[0].OverCapByName));
    }

    [Fact]
    public async Task A_change_needs_a_reason_and_supersedes()
    {
        var course = await SavedAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Course.Id}/plan");
        await browser.PressAsync("Save the plan", ("Sessions", "4"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);

        await browser.PressAsync("Save the plan", ("Why the plan changes", "One more wished"));

        Assert.Equal(4, (await CurrentAsync(course.Course))!.Sessions);
        Assert.Equal(2, await clinic.ReadAsync(db => db.Plans.CountAsync(p => p.CourseId == course.Course.Id)));
    }

    [Fact]
    public async Task Saving_a_plan_screens_the_plan()
    {
        var (_, course) = await PlannableAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Id}/plan");

        await browser.PressAsync("Save the plan", ("Depth", "1.2"));

        var screening = await clinic.ReadAsync(db => db.Screenings.SingleAsync(s => s.CourseId == course.Id));
        Assert.Equal(("plan", 1.2m), (screening.Trigger, Fibril.Protocol.CaseFile.FromJson(screening.CaseJson).Plan.Zones[0].DepthMm));
    }

    [Fact]
    public async Task Patient_agrees_once_after_seeing_price_expectation_and_alternatives()
    {
        var (patient, course) = await SavedAsync();
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/plan/{course.Id}");
        Assert.Contains("GBP 540.00 in all", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Doing nothing", browser.Text, StringComparison.Ordinal);
        var (first, second) = (browser.RequestFor("I agree to this plan"), browser.RequestFor("I agree to this plan"));

        await browser.SendAsync(first);
        await browser.SendAsync(second);

        Assert.Contains("Agreed", browser.Text, StringComparison.Ordinal);
        var plan = await CurrentAsync(course);
        Assert.Equal("Ada Example", plan!.AgreedByName);
        Assert.Equal(1, await clinic.ReadAsync(async db => (await db.Set<OutboxFact>().ToListAsync())
            .Count(f => f.Type.EndsWith(nameof(PlanAgreed), StringComparison.Ordinal) && f.Body.Contains(plan.Id.ToString(), StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Agreement_in_person_names_who_wrote_it_down()
    {
        var (_, course) = await SavedAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        await browser.GetAsync($"/staff/courses/{course.Id}/plan");

        await browser.PressAsync("Agreed in person");

        Assert.Equal(("Ada Example", "Asa Assistant"), ((await CurrentAsync(course))!.AgreedByName, (await CurrentAsync(course))!.AgreementRecordedByName));
    }

    [Fact]
    public async Task Front_desk_reads_but_does_not_plan()
    {
        var (_, course) = await PlannableAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync($"/staff/courses/{course.Id}/plan");

        await browser.PressAsync("Save the plan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Null(await CurrentAsync(course));
    }

    [Fact]
    public async Task Another_patients_plan_is_not_found()
    {
        var (_, course) = await SavedAsync();
        var (stranger, _) = await clinic.CreateCourseAsync(TestData.Patient("Bea"));
        using var browser = Browser.Of(clinic, stranger);

        await browser.GetAsync($"/my/plan/{course.Id}");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    private Task<Plan?> CurrentAsync(Course course) => clinic.ReadAsync(db => PlanQueries.CurrentAsync(db, course.Id));

    private async Task<(Patient Patient, Course Course)> PlannableAsync()
    {
        if (!await clinic.ReadAsync(db => db.Devices.AnyAsync()))
        {
            await clinic.PenAsync();
            await clinic.PriceAsync();
        }

        return await clinic.AskedCourseAsync();
    }

    private async Task<(Patient Patient, Course Course)> SavedAsync()
    {
        var (patient, course) = await PlannableAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Id}/plan");
        await browser.PressAsync("Save the plan", ("Price per session", "Needling"), ("Alternatives talked through", "Doing nothing"));
        return (patient, course);
    }
}
