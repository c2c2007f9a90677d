using System.Net;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

public class SessionPhotosTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Photographs_before_and_after_stand_on_the_session_and_are_copied_when_it_is_signed()
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient("Bea", "Pictured"));
        var before = await TakeAsync(course.Id, Faces.Baseline);
        clinic.Clock.Advance(TimeSpan.FromHours(2));
        var session = await clinic.HoldSessionAsync(course);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        var address = $"/staff/sessions/{session.Id}";

        await browser.GetAsync(address);
        Assert.Equal([$"/staff/photos/{before}?small=true"], Pictures(browser));
        await browser.FollowAsync("Take after");
        Assert.Equal($"?view=Front&session={session.Id}", browser.Address.Query);
        Assert.Equal("Front", browser.Page.QuerySelector("select[name='Input.View'] option[selected]")!.TextContent);
        Assert.Equal(address + "#photos", browser.Page.QuerySelector("a.page-pretitle")!.GetAttribute("href"));
        var kept = Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<KeepPhoto, FormResult>(
            u => u.Handle(course.Id, new() { View = PhotoView.Front, Session = session.Id }, new MemoryStream(Faces.FollowUp())), clinic.Practitioner));
        Assert.Equal(address + "#photos", kept.Url);
        var after = await clinic.ReadAsync(db => db.Photos.Where(p => p.CourseId == course.Id).OrderBy(p => p.TakenAt).Select(p => p.Id).LastAsync());

        await browser.GetAsync(address);
        Assert.Equal([$"/staff/photos/{before}?small=true", $"/staff/photos/{after}?small=true"], Pictures(browser));
        var signed = await SignAsync(session.Id);
        Assert.Equal([(before, "before"), (after, "after")], signed.Photos.Select(p => (p.PhotoId, p.Moment)));
        Assert.All(signed.Photos, p => Assert.Contains($"record {p.PhotoId}, file sha256:{p.File}", signed.SignedText, StringComparison.Ordinal));
        Assert.All(signed.Photos, p => Assert.Matches("^[0-9a-f]{64}", p.File));

        await clinic.UseAsync<ChoosePhotoUse, FormResult>(u => u.Handle(after, PhotoUse.Record, false), patient: patient);
        await browser.GetAsync(address);
        Assert.Equal([$"/staff/photos/{before}?small=true"], Pictures(browser));
        Assert.Contains("Taken out of the record by the person", browser.Text, StringComparison.Ordinal);
        Assert.Contains($"record {after}", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_photograph_leads_back_to_its_session_when_it_is_kept_or_taken_again()
    {
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient("Hedi", "Pictured"));
        var session = await clinic.HoldSessionAsync(course);
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        foreach (var (button, leadsTo) in new[] { ("Take it again", "/consultation/photos/new"), ("Keep it all the same", $"/staff/sessions/{session.Id}") })
        {
            var held = Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<KeepPhoto, FormResult>(
                u => u.Handle(course.Id, new() { View = PhotoView.Front, Session = session.Id }, new MemoryStream(Faces.Blurred)), clinic.Assistant));
            await browser.GetAsync(held.Url);

            await browser.PressAsync(button, button.StartsWith("Keep", StringComparison.Ordinal) ? [("Why it is good enough", "The chair is fixed.")] : []);

            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.EndsWith(leadsTo, browser.Address.AbsolutePath, StringComparison.Ordinal);
            Assert.Contains(session.Id.ToString(), browser.Address.PathAndQuery, StringComparison.Ordinal);
        }
    }

    private async Task<Guid> TakeAsync(Guid course, byte[] picture)
    {
        await clinic.UseAsync<KeepPhoto, FormResult>(u => u.Handle(course, new() { View = PhotoView.Front }, new MemoryStream(picture)), clinic.Practitioner);
        return await clinic.ReadAsync(db => db.Photos.Where(p => p.CourseId == course).OrderBy(p => p.TakenAt).Select(p => p.Id).LastAsync());
    }

    private async Task<Session> SignAsync(Guid session)
    {
        await clinic.UseAsync<GiveAftercare, FormResult?>(u => u.Handle(session), clinic.Practitioner);
        var hash = await clinic.InAsync(
            async s => SessionText.HashOf(SessionText.Of((await SessionReader.LoadAsync(s.GetRequiredService<ClinicDb>(), s.GetRequiredService<Caller>(), session))!)), clinic.Practitioner);
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<SignSession, FormResult?>(u => u.Handle(session, new() { HaveRead = true, ShownHash = hash }), clinic.Practitioner));
        return await clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == session));
    }

    private static IEnumerable<string?> Pictures(Browser browser) => browser.Page.QuerySelectorAll(".photo-list img").Select(i => i.GetAttribute("src"));
}
