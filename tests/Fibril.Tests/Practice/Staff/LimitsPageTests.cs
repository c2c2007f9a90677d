using System.Net;
using Fibril.Practice.Devices;
using Fibril.Practice.Staff;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Practice.Staff;

public class LimitsPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Owner_sets_depth_zones_devices_and_supervision_and_the_journal_keeps_them()
    {
        var pen = await clinic.AddAsync(new Device { Name = "Pen L", Kind = DeviceKind.Pen });
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync($"/staff/practice/staff/{clinic.Practitioner.Id}");
        await browser.FollowAsync("Limits");

        await browser.PressAsync("Save", ("Deepest setting", "9"), ("Zones", "cheek"), ("Needs supervision", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Save", ("Deepest setting", "1.2"), ("Devices", pen.Id.ToString()));
        Assert.Contains("Name the supervisor", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Save", ("Supervised by", "Phil Physician"), ("Credential valid until", "2026-07-01"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var limits = await clinic.ReadAsync(db => db.StaffLimits.SingleAsync(l => l.StaffId == clinic.Practitioner.Id));
        Assert.Equal(["cheek"], limits.Zones);
        Assert.Equal([pen.Id], limits.DeviceIds);
        Assert.Equal((true, clinic.Physician.Id), (limits.NeedsSupervision, limits.SupervisorId!.Value));
        var member = await clinic.ReadAsync(db => db.StaffMembers.SingleAsync(s => s.Id == clinic.Practitioner.Id));
        Assert.Equal((1.2m, new DateOnly(2026, 7, 1)), (member.MaxDepthMm, member.CredentialExpiresOn!.Value));
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.Verb == "set limits")));

        await browser.GetAsync("/staff/practice/staff");
        Assert.Contains("to 1.2 mm, 1 zone, 1 device, supervised", browser.Text, StringComparison.Ordinal);
        Assert.Contains("credential ends soon", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync("/staff");
        Assert.Contains("Credential ends on 1 July 2026", browser.Text, StringComparison.Ordinal);

        await browser.GetAsync($"/staff/practice/staff/{clinic.Physician.Id}/limits");
        await browser.PressAsync("Save", ("Needs supervision", "true"), ("Supervised by", "Pia Practitioner"));
        Assert.Contains("needs supervision too", browser.Text, StringComparison.Ordinal);
        Assert.Contains("supervises Pia Practitioner", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_sets_limits_and_nobody_those_of_nobody()
    {
        using var other = await Browser.OfAsync(clinic, clinic.Physician);
        await other.GetAsync($"/staff/practice/staff/{clinic.Assistant.Id}/limits");
        using var owner = await Browser.OfAsync(clinic, clinic.Owner);
        await owner.GetAsync($"/staff/practice/staff/{Guid.NewGuid()}/limits");

        Assert.Contains("Not for your role", other.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, owner.Status);
    }
}
