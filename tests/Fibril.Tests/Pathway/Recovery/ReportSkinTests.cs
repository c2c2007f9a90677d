using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Recovery;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Practice.Patients;
using Fibril.Tests.Platform.Files;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Recovery;

public class ReportSkinTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Report_without_a_session_is_a_kind_word()
    {
        var (patient, _) = await clinic.CreateCourseAsync(TestData.Patient("Nova", "Report"));
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync("/my/recovery");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("After your first session", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Normal_report_says_what_is_normal_and_is_kept_with_its_triage()
    {
        var (patient, session) = await HeldAsync("Norma");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync("/my/recovery");
        await browser.FollowAsync("Tell us how your skin is");

        await browser.PressAsync("Send", ("Redness", "Red"), ("Swelling", "A little"), ("Pain", "A little"), ("In your own words", "A bit tight."));

        Assert.StartsWith("/my/recovery/reports/", browser.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("What is normal", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody of the clinic reads", browser.Text, StringComparison.Ordinal);
        var report = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));
        Assert.Equal(("normal", 0, "A bit tight."), (report.Level, report.Day, report.Words));
        Assert.Contains("fibril.triage/1", report.TriageJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emergency_shows_the_ambulance_and_nothing_beside_it()
    {
        var (patient, session) = await HeldAsync("Emer");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/recovery/{session.Id}");

        await browser.PressAsync("Send", ("Redness", "None"), ("Swelling", "None"), ("Pain", "None"), ("Any of these", "I have trouble breathing"));

        Assert.Contains("Call 112 now", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("normal", browser.Page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(browser.Page.QuerySelector("a[href='tel:112']"));
    }

    [Fact]
    public async Task Missing_taps_are_named_and_ticks_and_words_stay()
    {
        var (patient, session) = await HeldAsync("Mitt");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/recovery/{session.Id}");

        await browser.PressAsync("Send", ("Redness", "Pink"), ("Or any of these", "I have a fever"), ("In your own words", "Since noon."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Swelling: choose one.", browser.Text, StringComparison.Ordinal);
        Assert.True(browser.Page.QuerySelector("input[value='fever']")!.HasAttribute("checked"));
        Assert.Contains("Since noon.", browser.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_sent_twice_is_one_report()
    {
        var (patient, session) = await HeldAsync("Dou");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/recovery/{session.Id}");
        foreach (var sign in new[] { "Input.Redness", "Input.Swelling", "Input.Pain" })
        {
            ((AngleSharp.Html.Dom.IHtmlInputElement)browser.Page.QuerySelector($"input[name='{sign}'][value='1']")!).IsChecked = true;
        }

        var first = browser.RequestFor("Send");
        var second = browser.RequestFor("Send");
        await browser.SendAsync(first);
        var answer = browser.Address;
        await browser.SendAsync(second);

        Assert.Equal(answer, browser.Address);
        Assert.Equal(1, await clinic.ReadAsync(db => db.CheckIns.CountAsync(c => c.SessionId == session.Id)));
    }

    [Fact]
    public async Task Picture_goes_with_the_report_and_is_seen_by_the_person_and_by_staff()
    {
        var (patient, session) = await HeldAsync("Pict");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/recovery/{session.Id}");

        await browser.SendAsync(await browser.FilledPress("Send", ("Redness", "Red"), ("Swelling", "None"), ("Pain", "None")).WithFileAsync("picture", Pictures.PhoneJpeg()));

        var report = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));
        var photo = await clinic.ReadAsync(db => db.Photos.SingleAsync(p => p.Id == report.PhotoId));
        Assert.Equal((PhotoView.Sent, null), (photo.View, photo.Zone));
        Assert.NotNull(browser.Page.QuerySelector($"img[src='/my/photos/{photo.Id}']"));
        using var staff = await Browser.OfAsync(clinic, clinic.Practitioner);
        await staff.GetAsync("/staff/recovery");
        Assert.NotNull(staff.Page.QuerySelector($".photo-strip img[src^='/staff/photos/{photo.Id}']"));
        await staff.GetAsync($"/staff/recovery/{report.Id}");
        Assert.NotNull(staff.Page.QuerySelector($"img[src='/staff/photos/{photo.Id}']"));
    }

    [Fact]
    public async Task Picture_that_cannot_be_read_costs_the_picture_and_not_the_report_and_is_sent_again()
    {
        var (patient, session) = await HeldAsync("Badpict");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/recovery/{session.Id}");

        await browser.SendAsync(await browser.FilledPress("Send", ("Redness", "Pink"), ("Swelling", "None"), ("Pain", "None"), ("In your own words", "See the picture.")).WithFileAsync("picture", "%PDF-1.7"u8.ToArray()));

        var report = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));
        Assert.Equal(("See the picture.", null), (report.Words, report.PhotoId));
        Assert.Contains("We have your report. Only the picture could not be kept", browser.Text, StringComparison.Ordinal);
        Assert.Contains(report.PictureProblem!, browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Send the picture");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);

        await browser.SendAsync(await browser.RequestFor("Send the picture").WithFileAsync("picture", Pictures.Jpeg()));

        var mended = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));
        Assert.NotNull(mended.PhotoId);
        Assert.Null(mended.PictureProblem);
        Assert.DoesNotContain("could not be kept", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_reports_within_a_minute_are_both_kept_and_both_answered()
    {
        var (patient, session) = await HeldAsync("Twice");
        using var browser = Browser.Of(clinic, patient);
        foreach (var (redness, words) in new[] { ("Pink", "First."), ("Deep red", "And now worse.") })
        {
            await browser.GetAsync($"/my/recovery/{session.Id}");
            await browser.PressAsync("Send", ("Redness", redness), ("Swelling", "None"), ("Pain", "None"), ("In your own words", words));
            Assert.StartsWith("/my/recovery/reports/", browser.Address.AbsolutePath, StringComparison.Ordinal);
            clinic.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(["First.", "And now worse."], await clinic.ReadAsync(db => db.CheckIns.Where(c => c.SessionId == session.Id).OrderBy(c => c.ReportedAt).Select(c => c.Words).ToListAsync()));
        await browser.GetAsync("/my/recovery");
        Assert.Equal(2, browser.Page.QuerySelectorAll("a[href^='/my/recovery/reports/']").Length);
    }

    [Fact]
    public async Task Reply_is_sent_as_it_is_or_changed_and_its_words_stand_behind_the_sign_in_only()
    {
        var (patient, session) = await HeldAsync("Repl");
        await clinic.UseAsync<ReportSkin, object>(async u => await u.Handle(session.Id, new() { Redness = 1, Swelling = 1, Pain = 1 }), patient: patient);
        var report = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));
        using var staff = await Browser.OfAsync(clinic, clinic.Practitioner);
        await staff.GetAsync("/staff/recovery/replies");
        await staff.PressAsync("Save", ("First", "Stop taking your apixaban."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, staff.Status);
        await staff.PressAsync("Save", ("First", "All as expected. Write to us tomorrow."));
        await staff.GetAsync($"/staff/recovery/{report.Id}");
        await staff.PressAsync("Send this");
        await staff.PressAsync("Send the changed reply", ("Reply 1", "Please call us at noon."));

        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/recovery/reports/{report.Id}");
        Assert.Contains("All as expected. Write to us tomorrow.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Please call us at noon.", browser.Text, StringComparison.Ordinal);
        var mails = await clinic.ReadAsync(db => db.Messages.Where(m => m.PersonId == patient.Id && m.Kind == MessageKind.NoteWaiting).Select(m => m.Text).ToListAsync());
        Assert.Equal(2, mails.Count);
        Assert.All(mails, text => Assert.Contains($"/my/recovery/reports/{report.Id}", text, StringComparison.Ordinal));
        Assert.All(mails, text => Assert.DoesNotContain("noon", text, StringComparison.Ordinal));
        await staff.GetAsync($"/staff/recovery/{report.Id}");
        Assert.Contains("Please call us at noon.", staff.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Day_400_is_taken_and_after_it_what_was_written_is_handed_back()
    {
        var (patient, session) = await HeldAsync("Late");
        clinic.Clock.Advance(TimeSpan.FromDays(400));
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/recovery/{session.Id}");
        await browser.PressAsync("Send", ("Redness", "None"), ("Swelling", "None"), ("Pain", "None"), ("In your own words", "On day 400."));
        Assert.Equal(400, (await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id))).Day);

        await browser.GetAsync($"/my/recovery/{session.Id}");
        var late = browser.FilledPress("Send", ("Redness", "None"), ("Swelling", "None"), ("Pain", "None"), ("In your own words", "A year on."));
        clinic.Clock.Advance(TimeSpan.FromDays(1));
        await browser.SendAsync(late);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("long ago. Please call us", browser.Text, StringComparison.Ordinal);
        Assert.Contains("A year on.", browser.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_that_is_not_finished_takes_no_report()
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient("Early", "Report"));
        var held = await clinic.HoldSessionAsync(course);
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/recovery/{held.Id}");
        var early = browser.FilledPress("Send", ("Redness", "None"), ("Swelling", "None"), ("Pain", "None"), ("In your own words", "It stings already."));
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            var row = await db.Sessions.SingleAsync(s => s.Id == held.Id);
            db.Entry(row).Property(s => s.NeedlingFinishedAt).CurrentValue = null;
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });

        await browser.GetAsync($"/my/recovery/{held.Id}");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("is not finished", browser.Text, StringComparison.Ordinal);

        await browser.SendAsync(early);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("It stings already.", browser.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_and_report_of_somebody_else_are_not_there()
    {
        var (patient, session) = await HeldAsync("Priv");
        await clinic.UseAsync<ReportSkin, object>(async u => await u.Handle(session.Id, new() { Redness = 1, Swelling = 1, Pain = 1 }), patient: patient);
        var report = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));
        var (stranger, _) = await clinic.CreateCourseAsync(TestData.Patient("Stran", "Ger"));
        using var browser = Browser.Of(clinic, stranger);

        await browser.GetAsync($"/my/recovery/{session.Id}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);

        await browser.GetAsync($"/my/recovery/reports/{report.Id}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Cream_of_the_session_makes_dizziness_on_day_0_an_emergency()
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient("Cream", "Report"));
        var session = await clinic.HoldSessionAsync(course);
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            (await db.Sessions.SingleAsync(s => s.Id == session.Id)).PutCreamOn(new NumbingCream("lidocaine-4", null, "", 10, 100), clinic.Clock.Now().AddHours(-2));
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });

        await clinic.UseAsync<ReportSkin, object>(async u => await u.Handle(session.Id, new() { Redness = 1, Swelling = 1, Pain = 1, Ticked = ["dizziness"] }), patient: patient);

        var report = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));
        Assert.Equal("emergency", report.Level);
        Assert.Equal(["F2"], report.Flags);
    }

    [Fact]
    public async Task Reminder_is_queued_once_a_check_day_without_a_clinical_word()
    {
        var (patient, session) = await HeldAsync("Remi");
        TomorrowAt(10);

        await clinic.UseAsync<RemindOfRecovery, int>(u => u.Handle());
        await clinic.UseAsync<RemindOfRecovery, int>(u => u.Handle());

        var mail = await clinic.ReadAsync(db => db.Messages.SingleAsync(m => m.PersonId == patient.Id));
        Assert.Equal(MessageKind.CheckInDue, mail.Kind);
        Assert.Contains($"/my/recovery/{session.Id}", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(17, 1, 0, "still in the clinic or on the way")]
    [InlineData(17, 2, 1, "at home")]
    [InlineData(20, 2, 0, "it would leave in the morning, when day 1 is asked for")]
    public async Task Day_0_is_asked_two_hours_after_and_never_into_the_night(int endedAtHour, int hoursLater, int mails, string why)
    {
        TomorrowAt(endedAtHour);
        var (patient, _) = await HeldAsync($"Zero{endedAtHour}{hoursLater}");
        clinic.Clock.Advance(TimeSpan.FromHours(hoursLater) + TimeSpan.FromMinutes(1));

        await clinic.UseAsync<RemindOfRecovery, int>(u => u.Handle());

        Assert.True(mails == await clinic.ReadAsync(db => db.Messages.CountAsync(m => m.PersonId == patient.Id && m.Kind == MessageKind.CheckInDue)), why);
    }

    /// <summary>Other tests of the class move the clock, into the night too.</summary>
    private void TomorrowAt(int hour)
    {
        var local = TimeZoneInfo.ConvertTime(clinic.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        clinic.Clock.Advance(local.Date.AddDays(1).AddHours(hour) - local.DateTime);
    }

    private async Task<(Patient Patient, Session Session)> HeldAsync(string name)
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient(name, "Report"));
        return (patient, await clinic.HoldSessionAsync(course));
    }
}
