using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Aftercare;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;
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
    public async Task Link_is_mailed_once_when_the_needling_is_over_and_not_again_when_it_is_signed()
    {
        var (patient, session) = await HeldSessionAsync("Mailed", 1.0m);

        await TellAsync(new NeedlingFinished(session.CourseId, session.PatientId, session.Id));
        var mail = await clinic.ReadAsync(db => db.Messages.SingleAsync(m => m.PersonId == patient.Id));
        await TellAsync(new SessionSigned(session.CourseId, session.PatientId, session.Id));

        Assert.Equal(MessageKind.AftercareReady, mail.Kind);
        Assert.Contains($"/my/aftercare/{session.Id}", mail.Text, StringComparison.Ordinal); // and no clinical word
        Assert.Equal(mail.Id, (await clinic.ReadAsync(db => db.Messages.SingleAsync(m => m.PersonId == patient.Id))).Id);
    }

    private async Task TellAsync(object fact)
    {
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            db.Tell(fact);
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });
        await clinic.DrainAsync();
    }

    [Fact]
    public async Task Calendar_file_holds_the_days_of_starting_again_and_of_our_questions()
    {
        var (patient, session) = await HeldSessionAsync("Calen", 1.0m);
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/aftercare/{session.Id}");

        var answer = await browser.RawAsync(new(HttpMethod.Get, browser.Page.QuerySelector("a[href$='.ics']")!.GetAttribute("href")));
        var calendar = Ical.Net.Calendar.Load(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(new[] { 0, 1, 2, 3, 7, 14, 28 }.Select(clinic.Today.AddDays), calendar.Events.Where(e => e.Uid!.Contains("-check-", StringComparison.Ordinal)).Select(e => DateOnly.FromDateTime(e.DtStart!.Value)));
        Assert.Contains(calendar.Events, e => e.Uid!.Contains("-resume-7@", StringComparison.Ordinal) && DateOnly.FromDateTime(e.DtStart!.Value) == clinic.Today.AddDays(7));
        using var stranger = Browser.Of(clinic, (await clinic.CreateCourseAsync(TestData.Patient("Str", "Cal"))).Patient);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.RawAsync(new(HttpMethod.Get, $"/my/recovery/{session.Id}/healing.ics"))).StatusCode);
    }

    [Fact]
    public async Task Product_is_found_by_barcode_judged_by_text_and_never_called_fine_when_unknown()
    {
        using var staff = await Browser.OfAsync(clinic, clinic.Practitioner);
        await staff.GetAsync("/staff/practice/products/new");
        await staff.PressAsync("Save", ("Name", "Night serum"), ("Barcode", "4006381333932"), ("Ingredients", "Aqua, Glycerin, Retinol"));
        Assert.Contains("does not fit", staff.Text, StringComparison.Ordinal);
        await staff.PressAsync("Save", ("Barcode", "4006381333931"));
        Assert.Contains("4006381333931", staff.Text, StringComparison.Ordinal);
        await staff.GetAsync("/staff/practice/products/new");
        await staff.PressAsync("Save", ("Name", "Another"), ("Barcode", "4006381333931"), ("Ingredients", "Aqua"));
        Assert.Contains("Night serum has this number already", staff.Text, StringComparison.Ordinal);

        var (patient, session) = await HeldSessionAsync("Prodi", 1.0m);
        var until = clinic.Today.AddDays(7).ToString("dddd d MMMM", System.Globalization.CultureInfo.CurrentCulture);
        clinic.Clock.Advance(TimeSpan.FromDays(2));
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/aftercare/{session.Id}");
        await browser.FollowAsync("May I use this product?");
        await browser.PressAsync("Check", ("Barcode", "4006381333931"));
        Assert.Contains($"Avoid until {until}: number 3, Retinol, vitamin A (retinoid).", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Check", ("Barcode", "96385074"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("not on our list", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Check", ("Barcode", ""), ("Or the ingredients", "Unobtainium Extract, Aqua"));
        Assert.Contains("Not sure: number 1, Unobtainium Extract.", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Night serum");
        Assert.Contains($"Avoid until {until}", browser.Text, StringComparison.Ordinal);
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
