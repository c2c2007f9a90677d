using Fibril.Pathway.Outcomes;
using Fibril.Platform.Data;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Outcomes;

public class ReadRegistryTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task A_zone_in_which_a_lesion_was_left_out_counts_as_treated()
    {
        var (_, course) = await clinic.CreateCourseAsync();
        var held = await clinic.HoldSessionAsync(course, skipped: "mole, left");
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            (await db.Sessions.SingleAsync(s => s.Id == held.Id)).Sign(clinic.Practitioner.Id, clinic.Practitioner.Name, "text", "hash", clinic.Clock.Now());
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });

        var row = Assert.Single(await clinic.UseAsync<ReadRegistry, IReadOnlyList<RegistryCourse>>(u => u.Handle()));

        Assert.Equal("cheek", row.Zones);
    }
}
