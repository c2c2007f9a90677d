using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

public class RepeatLastZonesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task What_was_recorded_today_stays_and_the_other_zones_are_filled()
    {
        var (_, course) = await clinic.CreateCourseAsync();
        var last = await clinic.HoldSessionAsync(course);
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            var row = await db.Sessions.SingleAsync(s => s.Id == last.Id);
            row.Record(new("forehead", 0.8m, 3, [], 100, 2, "erythema", 5, "scar", ""));
            row.Sign(clinic.Practitioner.Id, clinic.Practitioner.Name, "text", "hash", clinic.Clock.Now());
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });
        var today = await clinic.HoldSessionAsync(course, depthMm: 0.6m, number: 2, skipped: "mole, left");

        var first = await RepeatAsync(today);
        var again = await RepeatAsync(today);

        Assert.IsType<FormResult.GoTo>(first);
        Assert.Equal("nothing-to-repeat", Assert.Single(Assert.IsType<FormResult.Refused>(again).Decision.Reasons).Code);
        var zones = (await clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == today.Id))).Zones;
        Assert.Equal([("cheek", 0.6m, (int?)3, "mole, left"), ("forehead", 0.8m, null, "")], zones.Select(z => (z.Zone, z.DepthMm, z.Pain, z.Skipped)));
    }

    private Task<FormResult?> RepeatAsync(Session session) => clinic.UseAsync<RepeatLastZones, FormResult?>(u => u.Handle(session.Id), clinic.Practitioner);
}
