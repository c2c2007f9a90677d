using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

/// <summary>What cannot be read as a number is answered in the field's own words, on every page.</summary>
public class ZoneNumbersTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Theory]
    [InlineData("Depth", "NaN", "Depth: write a number, such as 1.5.")]
    [InlineData("Rate", "fast", "Rate: write a number, such as 1.5.")]
    [InlineData("Passes", "2.5", "Passes: write a whole number, such as 3.")]
    [InlineData("Depth", "0.55", "Write the depth in steps of 0.1 mm: a needle is not set any finer.")]
    [InlineData("Depth", "1.04", "Write the depth in steps of 0.1 mm: a needle is not set any finer.")]
    public async Task Number_of_a_zone_is_refused_at_its_field(string label, string value, string words)
    {
        var session = await NeedlingAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);
        await browser.GetAsync($"/staff/sessions/{session}/zones/cheek");

        await browser.PressAsync("Record", (label, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains(words, browser.Page.QuerySelector(".alert-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(words, browser.Page.QuerySelector(".invalid-feedback")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("is not valid for", browser.Text, StringComparison.Ordinal);
        Assert.Empty((await clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == session))).Zones);
    }

    [Theory]
    [InlineData("/staff/practice/prices/new", "Save", "Amount")]
    [InlineData("/staff/patients/new", "Register", "Weight")]
    public async Task Number_of_another_page_is_too(string page, string button, string label)
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync(page);

        await browser.PressAsync(button, (label, "NaN"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains($"{label}: write a number, such as 1.5.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is not valid for", browser.Text, StringComparison.Ordinal);
    }

    private async Task<Guid> NeedlingAsync()
    {
        var session = await clinic.OpenSessionAsync((await clinic.CreateCourseAsync(TestData.Patient($"Zoe{Guid.NewGuid():N}"))).Course);
        await clinic.InAsync(async s =>
        {
            var db = s.GetRequiredService<ClinicDb>();
            (await db.Sessions.SingleAsync(x => x.Id == session.Id)).StartNeedling(clinic.Clock.Now(), null);
            await db.SaveAsync(s.GetRequiredService<Caller>().Act("set up"));
        }, clinic.Physician);
        return session.Id;
    }
}
