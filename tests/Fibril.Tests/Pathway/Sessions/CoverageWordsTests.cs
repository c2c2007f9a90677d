using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Devices;
using Fibril.Practice.Stock;
using Fibril.Tests.Practice.Stock;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

/// <summary>Where coverage cannot be estimated, the page and the record say so and why.</summary>
public class CoverageWordsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Theory]
    [InlineData(DeviceKind.Pen, 2, true, "for comparing sessions, not a target")]
    [InlineData(DeviceKind.Pen, null, true, "No estimate: glide speed not noted")]
    [InlineData(DeviceKind.Pen, null, false, "No estimate: needles of the cartridge, glide speed not noted")]
    [InlineData(DeviceKind.Roller, 2, true, "No estimate: not a pen")]
    [InlineData(DeviceKind.Stamp, null, true, "No estimate: not a pen")]
    [InlineData(null, 2, true, "No estimate: no device is chosen")]
    public async Task Zone_has_its_estimate_or_the_reason_that_there_is_none(DeviceKind? kind, int? speed, bool cartridge, string words)
    {
        var session = await HoldAsync(kind, speed, cartridge);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/sessions/{session}");

        Assert.Contains(words, browser.Text, StringComparison.Ordinal);
        var text = await clinic.InAsync(async s => SessionText.Of((await SessionReader.LoadAsync(s.GetRequiredService<ClinicDb>(), s.GetRequiredService<Caller>(), session))!), clinic.Practitioner);
        Assert.Contains(words.Replace("No estimate: ", "no estimate of the holes: ", StringComparison.Ordinal), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_zones_of_which_one_has_no_estimate_are_not_called_even_or_uneven()
    {
        var session = await HoldAsync(DeviceKind.Pen, 2, true, ("forehead", null));
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/sessions/{session}");

        Assert.Contains("Whether the zones are even cannot be said of all", browser.Text, StringComparison.Ordinal);
    }

    private async Task<Guid> HoldAsync(DeviceKind? kind, int? speed, bool cartridge, params (string Zone, int? Speed)[] more)
    {
        var lot = await StockData.LotAsync(clinic);
        var device = kind is { } k ? await clinic.AddAsync(new Device { Name = $"{k}", Kind = k, RateHz = 100 }) : null;
        var session = await clinic.HoldSessionAsync((await clinic.CreateCourseAsync()).Course);
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            var row = await db.Sessions.SingleAsync(s => s.Id == session.Id);
            foreach (var (zone, cmPerS) in more.Prepend(("cheek", speed)))
            {
                row.Record(new(zone, 1.0m, 4, [], 100, cmPerS, "erythema", 3, "", ""));
            }

            if (device is not null)
            {
                row.TakeDevice(device.Id, device.Name);
            }

            if (cartridge)
            {
                row.Use(new(lot.Id, "Cartridge 12", "cartridge", lot.Lot, lot.ExpiresOn, "1"));
            }

            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });
        return session.Id;
    }
}
