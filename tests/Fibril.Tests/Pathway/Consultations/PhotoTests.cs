using System.Net;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Journal;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Consultations;

public class PhotoTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Staff_uploads_over_http_and_sees_it_and_it_can_be_struck_out()
    {
        var (_, course) = await CourseAsync("Fleur");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course}/consultation/photos/new");

        await browser.SendAsync(await WithPictureAsync(browser.RequestFor("Keep photograph"), PhotoView.Left45));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Left, 45°", browser.Text, StringComparison.Ordinal);
        var photo = await clinic.ReadAsync(db => db.Photos.FirstAsync(p => p.CourseId == course));
        await browser.PressAsync("Strike out photograph", ("Why the photograph", "blurred"));
        Assert.Equal("blurred", (await clinic.ReadAsync(db => db.Photos.FirstAsync(p => p.Id == photo.Id))).InvalidatedWhy);
    }

    [Fact]
    public async Task No_picture_is_refused_in_words()
    {
        var (_, course) = await CourseAsync("Fern");

        var answer = await clinic.UseAsync<KeepPhoto, FormResult>(u => u.Handle(course, new() { View = PhotoView.Front }, new MemoryStream("hello"u8.ToArray())), staff: clinic.Practitioner);

        Assert.IsType<FormResult.Refused>(answer);
        Assert.Equal(0, await clinic.ReadAsync(db => db.Photos.CountAsync(p => p.CourseId == course)));
    }

    [Fact]
    public async Task Own_photo_is_sent_and_kept_in_no_cache()
    {
        var (patient, photo) = await PhotoAsync("Faye");
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync($"/my/photos/{photo}?small=true");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task Another_persons_photo_does_not_exist()
    {
        var (_, photo) = await PhotoAsync("Flora");
        var stranger = await clinic.AddAsync(TestData.Patient("Sten", "Stranger"));
        using var browser = Browser.Of(clinic, stranger);

        await browser.GetAsync($"/my/photos/{photo}");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Staff_who_look_leave_a_trace()
    {
        var (patient, photo) = await PhotoAsync("Frida");
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);

        await browser.GetAsync($"/staff/photos/{photo}");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var entries = await clinic.ReadAsync(db => db.JournalEntries.Where(e => e.PersonId == patient.Id).Select(e => e.Verb).ToListAsync());
        Assert.Contains("open photo", entries);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_held_and_kept_with_a_reason_or_taken_again()
    {
        var (_, course) = await CourseAsync("Heidi");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course}/consultation/photos/new?view=Front");
        await browser.SendAsync(await WithPictureAsync(browser.RequestFor("Keep photograph"), PhotoView.Front, Faces.Blurred));

        Assert.Contains("This photograph is held", browser.Text, StringComparison.Ordinal);
        Assert.Contains("The skin is not sharp", browser.Text, StringComparison.Ordinal);
        Assert.False((await LastAsync(course)).Counts);
        await browser.PressAsync("Keep it all the same", ("Why it is good enough", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);

        var held = await LastAsync(course);
        await browser.GetAsync($"/staff/photos/{held.Id}/held");
        await browser.PressAsync("Keep it all the same", ("Why it is good enough", "the person trembles"));
        var kept = await LastAsync(course);
        Assert.Equal(("the person trembles", true), (kept.KeptWhy, kept.Counts));

        await clinic.UseAsync<KeepPhoto, FormResult>(u => u.Handle(course, new() { View = PhotoView.Left90 }, new MemoryStream(Faces.Blurred)), staff: clinic.Practitioner);
        await browser.GetAsync($"/staff/photos/{(await LastAsync(course)).Id}/held");
        await browser.PressAsync("Take it again");
        Assert.Contains("Take a photograph", browser.Text, StringComparison.Ordinal);
        Assert.StartsWith("Taken again: The skin is not sharp", (await LastAsync(course)).InvalidatedWhy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_allows_and_takes_back_one_use_of_one_photograph_with_one_button_each()
    {
        var (patient, photo) = await PhotoAsync("Gina");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync("/my/photos");
        Assert.Contains("No: never asked", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Allow for teaching");
        Assert.True((await clinic.ReadAsync(db => db.Photos.FirstAsync(p => p.Id == photo))).Choice(PhotoUse.Teaching)!.Stands);
        await browser.PressAsync("Take back for teaching");
        Assert.False((await clinic.ReadAsync(db => db.Photos.FirstAsync(p => p.Id == photo))).Choice(PhotoUse.Teaching)!.Stands);
    }

    [Fact]
    public async Task What_the_person_took_out_of_the_record_no_staff_can_open()
    {
        var (patient, photo) = await PhotoAsync("Grete");
        await clinic.UseAsync<ChoosePhotoUse, FormResult>(u => u.Handle(photo, PhotoUse.Record, false), patient: patient);
        using var staff = await Browser.OfAsync(clinic, clinic.Physician);
        using var own = Browser.Of(clinic, patient);

        await staff.GetAsync($"/staff/photos/{photo}");
        await own.GetAsync($"/my/photos/{photo}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (staff.Status, own.Status));
    }

    private Task<Photo> LastAsync(Guid course) => clinic.ReadAsync(db => db.Photos.Where(p => p.CourseId == course).OrderByDescending(p => p.Id).FirstAsync());

    private async Task<(Patient Patient, Guid Photo)> PhotoAsync(string name)
    {
        var (patient, course) = await CourseAsync(name);
        await clinic.UseAsync<KeepPhoto, FormResult>(u => u.Handle(course, new() { View = PhotoView.Front }, new MemoryStream(Picture())), staff: clinic.Practitioner);
        return (patient, await clinic.ReadAsync(db => db.Photos.Where(p => p.CourseId == course).Select(p => p.Id).FirstAsync()));
    }

    private async Task<(Patient Patient, Guid Course)> CourseAsync(string name)
    {
        var patient = await clinic.AddAsync(TestData.Patient(name, "Photo"));
        await clinic.UseAsync<OpenCourse, FormResult>(u => u.Handle(patient.Id, new() { Title = "Scars" }), staff: clinic.FrontDesk);
        return (patient, await clinic.ReadAsync(db => db.Courses.Where(c => c.PatientId == patient.Id).Select(c => c.Id).FirstAsync()));
    }

    /// <summary>The same form as a browser sends it when a file was chosen.</summary>
    private static async Task<HttpRequestMessage> WithPictureAsync(HttpRequestMessage plain, PhotoView view, byte[]? picture = null)
    {
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(await plain.Content!.ReadAsStringAsync());
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(f => f.Key != "Input.View"))
        {
            form.Add(new StringContent(value.ToString()), name);
        }

        form.Add(new StringContent(view.ToString()), "Input.View");
        form.Add(new ByteArrayContent(picture ?? Picture()) { Headers = { ContentType = new("image/jpeg") } }, "photo", "face.jpg");
        return new(HttpMethod.Post, plain.RequestUri) { Content = form, Headers = { Referrer = plain.Headers.Referrer } };
    }

    private static byte[] Picture() => Faces.Baseline;
}
