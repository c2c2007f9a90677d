using Fibril.EndToEnd.Support;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.EndToEnd;

public class StaffPagesTests(RunningClinic clinic)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Pages_of_staff_have_no_faults(int width)
    {
        await using var visitor = await clinic.OpenAsync(width);
        await visitor.SignInAsync("physician");
        List<string> faults = [];

        foreach (var url in await UrlsAsync())
        {
            await visitor.GoAsync(url);
            faults.AddRange((await visitor.FaultsAsync()).Select(f => $"{url} {f}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Pages_of_the_owner_have_no_faults(int width)
    {
        await using var visitor = await clinic.OpenAsync(width);
        await visitor.SignInAsync("owner");
        List<string> faults = [];

        foreach (var url in new[] { "/staff/practice", "/staff/practice/clinic", "/staff/practice/staff", "/staff/practice/places", "/staff/practice/devices", "/staff/practice/prices", "/staff/practice/protocol", "/staff/practice/journal", "/staff/stock", "/staff/messages", "/account" })
        {
            await visitor.GoAsync(url);
            faults.AddRange((await visitor.FaultsAsync()).Select(f => $"{url} {f}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>One page of every kind, on people of the demo who have something to show there.</summary>
    private Task<List<string>> UrlsAsync() => clinic.InAsync<ClinicDb, List<string>>(async db =>
    {
        var treated = await CourseAsync(db, "Nagy");
        var waiting = await CourseAsync(db, "Novak");
        var red = await db.CheckIns.OrderByDescending(c => c.ReportedAt).FirstAsync(c => c.Level == "same-day" || c.Level == "emergency");
        var signed = await db.Sessions.FirstAsync(s => s.SignedAt != null);
        var running = await db.Sessions.FirstAsync(s => s.NeedlingStartedAt == null && s.CreamOnAt != null);
        return
        [
            "/staff", "/staff/patients", "/staff/patients?q=nagy", "/staff/patients/new", "/staff/patients/import", "/staff/diary", "/staff/recovery", "/staff/stock",
            $"/staff/patients/{treated.PatientId}", $"/staff/patients/{treated.PatientId}/edit", $"/staff/patients/{treated.PatientId}/chart", $"/staff/patients/{treated.PatientId}/history",
            .. new[] { "consultation", "screening", "consent", "plan", "bookings", "sessions", "aftercare", "recovery", "outcomes" }.Select(p => $"/staff/courses/{treated.Id}/{p}"),
            $"/staff/courses/{waiting.Id}/screening", $"/staff/sessions/{signed.Id}", $"/staff/sessions/{running.Id}", $"/staff/recovery/{red.Id}",
        ];
    });

    private static Task<Pathway.Course> CourseAsync(ClinicDb db, string family) =>
        (from c in db.Courses join p in db.Patients on c.PatientId equals p.Id where p.FamilyName == family select c).FirstAsync();
}
