using System.Net;
using Fibril.Platform.Cli;
using Fibril.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Fibril.Tests.Platform.Access;

public class SetUpTests
{
    [Fact]
    public async Task First_run_sets_up_a_clinic_and_its_owner_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var app = Serve.Build([$"--database={database.Connection}", $"--data={database.Directory}", "--jobs=off"], Quiet);
        await app.StartAsync();
        using var browser = Browser.Of(app);

        await browser.GetAsync("/");
        await browser.FollowAsync("Set up the first one");
        await browser.PressAsync("Set up", Answers("weak"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Set up", Answers(AccessSteps.Password));
        Assert.Equal("/staff", browser.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.GetAsync("/setup");

        Assert.Contains("There is a clinic here already", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("main form"));
    }

    private static (string, string)[] Answers(string password) =>
        [("Clinic name", "First Light"), ("Time zone", "Asia/Kolkata"), ("Country", "IN"), ("Your name", "Oona Owner"), ("Your mail", "oona@example.org"), ("Password", password)];

    private static void Quiet(WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
    }
}
