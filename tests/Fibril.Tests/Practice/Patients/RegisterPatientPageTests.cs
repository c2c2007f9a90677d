using System.Net;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Practice.Patients;

public class RegisterPatientPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task One_name_and_a_birth_date_are_enough()
    {
        using var browser = await NewAsync();

        await browser.PressAsync("Register", ("Family name", "Cher"), ("Birth date", "1946-05-20"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var patient = await clinic.ReadAsync(db => db.Patients.SingleAsync(p => p.FamilyName == "Cher"));
        Assert.Equal(("", "cher 19460520"), (patient.GivenName, patient.SearchText));
        Assert.Equal($"/staff/patients/{patient.Id}", browser.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("", "1990-01-01", "enter a given name, a family name, or both")]
    [InlineData("Nobody", "", "enter the day the person was born")]
    [InlineData("Nobody", "2031-01-01", "lies in the future")]
    [InlineData("Nobody", "1800-01-01", "enter a day from 1900 on")]
    public async Task Wrong_input_is_named_and_stays_in_the_form(string family, string born, string words)
    {
        using var browser = await NewAsync();

        await browser.PressAsync("Register", ("Family name", family), ("Birth date", born), ("Phone", "555-1234"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains(words, browser.Text, StringComparison.Ordinal);
        Assert.Equal("555-1234", browser.Page.QuerySelector("input[type=tel]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Similar_person_is_shown_once_and_somebody_else_is_believed()
    {
        await clinic.AddAsync(TestData.Patient("Catherine", "Twinner", new DateOnly(1980, 4, 5)));
        using var browser = await NewAsync();

        await browser.PressAsync("Register", ("Given name", "Katherine"), ("Family name", "Twiner"), ("Birth date", "1980-04-05"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Catherine Twinner", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Register", ("No, this is somebody else", "true"));
        Assert.Equal(1, await clinic.ReadAsync(db => db.Patients.CountAsync(p => p.FamilyName == "Twiner")));
    }

    [Fact]
    public async Task Edit_changes_the_record_and_a_stale_form_shows_both_versions()
    {
        var patient = await clinic.AddAsync(TestData.Patient("Edie", "Editable", new DateOnly(1971, 1, 1)));
        using var first = await Browser.OfAsync(clinic, clinic.FrontDesk);
        using var second = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await first.GetAsync($"/staff/patients/{patient.Id}/edit");
        await second.GetAsync($"/staff/patients/{patient.Id}/edit");

        await first.PressAsync("Save", ("Phone", "555-0001"));
        await second.PressAsync("Save", ("Phone", "555-0002"));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("555-0001", second.Text, StringComparison.Ordinal);
        Assert.Equal("555-0001", await clinic.ReadAsync(db => db.Patients.Where(p => p.Id == patient.Id).Select(p => p.Phone).SingleAsync()));
    }

    private async Task<Browser> NewAsync()
    {
        var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        return await browser.GetAsync("/staff/patients/new");
    }
}
