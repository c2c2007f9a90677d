using System.Net;
using Fibril.Platform.Access;
using Fibril.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Platform.Access;

public class SecondStepTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Code_of_the_app_works_once()
    {
        var (email, account, recovery) = await EnrolAsync("Two Steps");
        using var browser = Browser.Of(clinic);
        using var replay = Browser.Of(clinic);
        var code = Totp.Of(await SecretAsync(account));

        await browser.SignInAsync(email, AccessSteps.Password);
        Assert.Equal("/sign-in/code", browser.Address.AbsolutePath);
        await browser.PressAsync("Go on", ("Code", code));
        Assert.Equal("/staff", browser.Address.AbsolutePath);
        await replay.SignInAsync(email, AccessSteps.Password);
        await replay.PressAsync("Go on", ("Code", code));

        Assert.Equal(10, recovery.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, replay.Status);
    }

    [Fact]
    public async Task Recovery_code_works_once()
    {
        var (email, _, recovery) = await EnrolAsync("Lost Phone");
        using var browser = Browser.Of(clinic);
        using var again = Browser.Of(clinic);

        await browser.SignInAsync(email, AccessSteps.Password);
        await browser.PressAsync("Go on", ("Code", recovery[0]));
        Assert.Equal("/staff", browser.Address.AbsolutePath);
        await again.SignInAsync(email, AccessSteps.Password);
        await again.PressAsync("Go on", ("Code", recovery[0]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }

    [Fact]
    public async Task Password_alone_opens_nothing()
    {
        var (email, _, _) = await EnrolAsync("Half Way");
        using var browser = Browser.Of(clinic);

        await browser.SignInAsync(email, AccessSteps.Password);
        await browser.GetAsync("/account");

        Assert.Equal("/sign-in", browser.Address.AbsolutePath);
    }

    [Fact]
    public async Task Remove_needs_the_password()
    {
        var (email, account, recovery) = await EnrolAsync("Takes Off");
        using var browser = Browser.Of(clinic);
        await browser.SignInAsync(email, AccessSteps.Password);
        await browser.PressAsync("Go on", ("Code", recovery[1]));

        await browser.GetAsync("/account/authenticator/remove");
        await browser.PressAsync("Remove", ("Password", "not this password"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Remove", ("Password", AccessSteps.Password));

        Assert.Equal("/account", browser.Address.AbsolutePath);
        Assert.False(await clinic.InAsync(async s => (await s.GetRequiredService<UserManager<Account>>().FindByIdAsync(account.Id.ToString()))!.TwoFactorEnabled));
    }

    private async Task<(string Email, Account Account, IReadOnlyList<string> Recovery)> EnrolAsync(string name)
    {
        var (member, account) = await clinic.AddColleagueAsync(name);
        using var browser = Browser.Of(clinic);
        await browser.SignInAsync(member.Email, AccessSteps.Password);
        await browser.GetAsync("/account/authenticator");
        Assert.StartsWith("data:image/svg+xml;base64,", browser.Page.QuerySelector("img[alt^=QR]")!.GetAttribute("src"), StringComparison.Ordinal);

        await browser.PressAsync("Turn on", ("Code", Totp.Of(await SecretAsync(account))));

        return (member.Email, account, [.. browser.Page.QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent)]);
    }

    private async Task<string> SecretAsync(Account account) => (await clinic.InAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        return await users.GetAuthenticatorKeyAsync((await users.FindByIdAsync(account.Id.ToString()))!);
    }))!;
}
