using System.Net;
using Fibril.Platform.Access;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fibril.Tests.Platform.Access;

public sealed class SetUpTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private WebApplication app = null!;

    private SetupCode Code => app.Services.GetRequiredService<SetupCode>();

    [Fact]
    public async Task First_run_sets_up_a_clinic_and_its_owner_once()
    {
        using var browser = Browser.Of(app);

        await browser.GetAsync("/");
        await browser.FollowAsync("Set up the first one");
        await browser.PressAsync("Set up", Answers("weak", Code.Text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Set up", Answers(AccessSteps.Password, Code.Text.ToLowerInvariant().Replace('-', ' ')));
        Assert.Equal("/staff", browser.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.False(File.Exists(Code.Path), "The code works once.");
        await browser.GetAsync("/setup");

        Assert.Contains("There is a clinic here already", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("main form"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA-BBBB-CCCC")]
    [InlineData("---")]
    public async Task Who_does_not_know_the_code_owns_nothing_and_reads_at_the_field_where_it_is(string typed)
    {
        using var browser = Browser.Of(app);
        await browser.GetAsync("/setup");

        await browser.PressAsync("Set up", Answers(AccessSteps.Password, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        var field = browser.Page.QuerySelector("#f-input-code")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("keys/setup-code", field.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("First Light", browser.Page.QuerySelector("#f-input-clinicname")!.GetAttribute("value"));
        Assert.Equal((0, 0), await CountAsync());
    }

    [Fact]
    public async Task Guessing_the_code_is_slowed_down_even_for_the_right_one()
    {
        using var browser = Browser.Of(app);
        await browser.GetAsync("/setup");
        for (var n = 0; n < 6; n++)
        {
            await browser.PressAsync("Set up", Answers(AccessSteps.Password, "guess " + n));
        }

        await browser.PressAsync("Set up", Answers(AccessSteps.Password, Code.Text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Too many attempts", browser.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0), await CountAsync());
    }

    [Fact]
    public async Task The_start_prints_the_code_while_there_is_no_clinic_and_keeps_it_from_others()
    {
        var (first, again, later) = (new StringWriter(), new StringWriter(), new StringWriter());
        await Serve.WelcomeAsync(app.Services, first);
        await Serve.WelcomeAsync(app.Services, again);

        Assert.Matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", Code.Text);
        Assert.Contains(Code.Text, first.ToString(), StringComparison.Ordinal);
        Assert.Contains("/setup", first.ToString(), StringComparison.Ordinal);
        Assert.Equal(first.ToString(), again.ToString());
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Code.Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));

        using var browser = Browser.Of(app);
        await browser.GetAsync("/setup");
        await browser.PressAsync("Set up", Answers(AccessSteps.Password, Code.Text));
        await Serve.WelcomeAsync(app.Services, later);
        Assert.Empty(later.ToString());
        Assert.False(File.Exists(Code.Path));
    }

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        app = Serve.Build([$"--database={database.Connection}", $"--data={database.Directory}", "--jobs=off"], Quiet);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task<(int Clinics, int Accounts)> CountAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        return (await db.Clinics.IgnoreQueryFilters().CountAsync(), await db.Users.CountAsync());
    }

    private static (string, string)[] Answers(string password, string code) =>
        [("Set-up code", code), ("Clinic name", "First Light"), ("Time zone", "Asia/Kolkata"), ("Country", "IN"), ("Your name", "Oona Owner"), ("Your mail", "oona@example.org"), ("Password", password)];

    private static void Quiet(WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
    }
}
