using Fibril.EndToEnd.Support;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.EndToEnd;

public class PatientPagesTests(RunningClinic clinic)
{
    [Theory]
    [InlineData(1280, "yara.haddad")]
    [InlineData(390, "bela.nagy")]
    public async Task Pages_of_a_treated_person_have_no_faults(int width, string who)
    {
        await using var visitor = await clinic.OpenAsync(width);
        await visitor.SignInByMailAsync($"{who}@demo.example");
        List<string> faults = [];

        foreach (var url in await UrlsAsync($"{who}@demo.example"))
        {
            await visitor.GoAsync(url);
            faults.AddRange((await visitor.FaultsAsync()).Select(f => $"{url} {f}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private Task<List<string>> UrlsAsync(string mail) => clinic.InAsync<ClinicDb, List<string>>(async db =>
    {
        var me = await db.Patients.FirstAsync(p => p.Email == mail);
        var course = await db.Courses.FirstAsync(c => c.PatientId == me.Id);
        var session = await db.Sessions.FirstAsync(s => s.PatientId == me.Id);
        return
        [
            "/my", "/my/visits", "/my/recovery", "/my/progress", "/my/photos", $"/my/consultation/{course.Id}", $"/my/screening/{course.Id}", $"/my/consent/{course.Id}", $"/my/plan/{course.Id}",
            $"/my/aftercare/{session.Id}", $"/my/recovery/{session.Id}", $"/my/visits/{session.BookingId}",
        ];
    });
}
