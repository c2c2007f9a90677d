using System.Net;
using Fibril.Tests.Support;

namespace Fibril.Tests.Platform;

public class StartPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Start_page_names_both_doors()
    {
        using var browser = Browser.Of(clinic);

        await browser.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("I am a patient", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_address_says_so()
    {
        using var browser = Browser.Of(clinic);

        await browser.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Contains("Nothing here", browser.Text, StringComparison.Ordinal);
    }
}
