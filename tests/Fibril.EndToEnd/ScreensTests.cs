using Fibril.EndToEnd.Support;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.EndToEnd;

/// <summary>Pictures of the main screens. They are written to a temporary folder; with <c>FIBRIL_WRITE_DOCS</c> set, into docs/screens.</summary>
public class ScreensTests(RunningClinic clinic)
{
    [Fact]
    public async Task Screens_of_staff_are_drawn()
    {
        await using var visitor = await clinic.OpenAsync();
        await visitor.SignInAsync("physician");
        var (patient, course, session, report) = await clinic.InAsync<ClinicDb, (Guid, Guid, Guid, Guid)>(async db =>
        {
            var numbing = await db.Sessions.FirstAsync(s => s.CreamOnAt != null && s.CreamOffAt == null);
            var treated = await (from c in db.Courses join p in db.Patients on c.PatientId equals p.Id where p.FamilyName == "Nagy" select c).FirstAsync();
            var waiting = await (from c in db.Courses join p in db.Patients on c.PatientId equals p.Id where p.FamilyName == "Li" select c).FirstAsync();
            return (treated.PatientId, waiting.Id, numbing.Id, await db.CheckIns.Where(c => c.Level != "normal").Select(c => c.Id).FirstAsync());
        });

        await visitor.DrawAsync("/staff", "board");
        await visitor.DrawAsync($"/staff/patients/{patient}", "record");
        await visitor.DrawAsync($"/staff/courses/{course}/screening", "screening");
        await visitor.DrawAsync($"/staff/sessions/{session}", "session");
        await visitor.DrawAsync($"/staff/recovery/{report}", "report");
        Assert.True(new FileInfo(await visitor.DrawAsync("/staff/diary", "diary")).Length > 20_000);
    }

    [Fact]
    public async Task Screens_of_the_weeks_after_are_drawn()
    {
        await using var visitor = await clinic.OpenAsync();
        await visitor.SignInAsync("owner");
        var (course, before, after) = await clinic.InAsync<ClinicDb, (Guid, Guid, Guid)>(async db =>
        {
            var treated = await (from c in db.Courses join p in db.Patients on c.PatientId equals p.Id where p.FamilyName == "Dubois" select c.Id).FirstAsync();
            var photos = await db.Photos.Where(p => p.CourseId == treated).OrderBy(p => p.TakenAt).Select(p => p.Id).ToListAsync();
            return (treated, photos[0], photos[^1]);
        });

        await visitor.DrawAsync("/staff/recovery", "inbox");
        await visitor.DrawAsync($"/staff/courses/{course}/photos", "photographs");
        await visitor.DrawAsync($"/staff/courses/{course}/outcomes", "outcomes");
        await visitor.DrawAsync("/staff/registry", "registry");
        Assert.True(new FileInfo(await visitor.DrawAsync($"/staff/photos/{after}/against/{before}", "compare")).Length > 20_000);
    }

    [Fact]
    public async Task Screens_of_a_patient_are_drawn()
    {
        await using var visitor = await clinic.OpenAsync(390);
        await visitor.SignInByMailAsync("rosa.jimenez@demo.example");
        var course = await clinic.InAsync<ClinicDb, Guid>(db =>
            (from c in db.Courses join p in db.Patients on c.PatientId equals p.Id where p.Email == "rosa.jimenez@demo.example" select c.Id).FirstAsync());

        await visitor.DrawAsync("/my", "home");
        await visitor.DrawAsync($"/my/consultation/{course}/q/cold-sores", "question");
        Assert.True(new FileInfo(await visitor.DrawAsync($"/my/plan/{course}", "plan")).Length > 20_000);
    }
}
