using System.Net;
using Fibril.Platform.Access;
using Fibril.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Platform.Access;

public class NewPasswordTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Forgotten_password_is_replaced_by_a_link_that_works_once()
    {
        var (member, _) = await clinic.AddColleagueAsync("Forgot Ten");
        using var browser = Browser.Of(clinic);
        await browser.GetAsync("/password/forgotten");
        await browser.PressAsync("Send the link", ("Mail address", member.Email));
        var link = AccessSteps.LinkIn(await clinic.LastMailToAsync(member.Email));

        await browser.GetAsync(link);
        await browser.PressAsync("Save", ("New password", "weak"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Save", ("New password", "ferry-quartz-lemon-dial"));
        await browser.SignInAsync(member.Email, "ferry-quartz-lemon-dial");
        Assert.Equal("/staff", browser.Address.AbsolutePath);
        await browser.GetAsync(link);

        Assert.Contains("used or is too old", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_address_gets_the_same_page_and_no_mail()
    {
        using var browser = Browser.Of(clinic);
        await browser.GetAsync("/password/forgotten");

        await browser.PressAsync("Send the link", ("Mail address", "no.such@example.org"));
        await clinic.App.Services.GetRequiredService<AccessPost>().DrainAsync();

        Assert.Equal("/password/sent", browser.Address.AbsolutePath);
        Assert.Empty(clinic.MailsTo("no.such@example.org"));
    }

    [Fact]
    public async Task Change_needs_the_present_password_and_a_strong_new_one()
    {
        var (member, _) = await clinic.AddColleagueAsync("Change Over");
        using var browser = Browser.Of(clinic);
        await browser.SignInAsync(member.Email, AccessSteps.Password);
        await browser.GetAsync("/account/password");

        await browser.PressAsync("Change password", ("Present password", "not this one at all"), ("New password", "ferry-quartz-lemon-dial"));
        Assert.Contains("not your password", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Change password", ("Present password", AccessSteps.Password), ("New password", "change.over12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Change password", ("Present password", AccessSteps.Password), ("New password", "ferry-quartz-lemon-dial"));

        Assert.Equal("/account", browser.Address.AbsolutePath);
    }
}
