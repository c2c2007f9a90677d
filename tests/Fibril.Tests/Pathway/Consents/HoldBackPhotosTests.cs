using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Consents;

public class HoldBackPhotosTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Photographs_of_who_says_no_to_them_are_out_of_the_record_before_and_after(bool inRecord)
    {
        var patient = await clinic.AddAsync(TestData.Patient(inRecord ? "Yara" : "Nora", "Held"));
        await clinic.UseAsync<OpenCourse, FormResult>(u => u.Handle(patient.Id, new() { Title = "Scars" }), staff: clinic.FrontDesk);
        var course = await clinic.ReadAsync(db => db.Courses.Where(c => c.PatientId == patient.Id).Select(c => c.Id).FirstAsync());
        await KeepAsync(course);

        var consent = await SignAsync(course, patient.Id, inRecord);
        await HearAsync(l => l.HandleAsync(new ConsentSigned(course, patient.Id, consent), TestContext.Current.CancellationToken));
        await KeepAsync(course);
        await HearAsync(l => l.HandleAsync(new PhotoKept(course, patient.Id, default), TestContext.Current.CancellationToken));

        var photos = await clinic.ReadAsync(db => db.Photos.AsNoTracking().Where(p => p.CourseId == course).ToListAsync());
        Assert.Equal([inRecord, inRecord], photos.Select(p => p.Counts));
    }

    private Task<FormResult> KeepAsync(Guid course) =>
        clinic.UseAsync<KeepPhoto, FormResult>(u => u.Handle(course, new() { View = PhotoView.Front }, new MemoryStream(Faces.Baseline)), staff: clinic.Practitioner);

    private Task<Guid> SignAsync(Guid course, Guid patient, bool inRecord) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        var consent = db.Add(new Consent { CourseId = course, PatientId = patient, DocumentVersion = "1", Language = "en", TextShown = "text", TextHash = "hash", OpenedAt = clinic.Clock.Now() }).Entity;
        consent.Choose("", [new(PhotoUse.Record, clinic.Clock.Now(), inRecord)], clinic.Clock.Now());
        consent.Sign("Held", null, "phone", clinic.Clock.Now());
        await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        return consent.Id;
    });

    private Task HearAsync(Func<HoldBackPhotos, Task> hear) => clinic.InAsync(services => hear(services.GetRequiredService<HoldBackPhotos>()));
}
