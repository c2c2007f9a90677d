using System.Net;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Platform.Access;

public class SignInTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task SignIn_right_password_leads_to_where_one_wanted_to_go()
    {
        await clinic.AddColleagueAsync("Right Password");
        using var browser = Browser.Of(clinic);

        await browser.GetAsync("/account");
        Assert.Equal("/sign-in", browser.Address.AbsolutePath);
        await browser.SendAsync(browser.FilledPress("Sign in", ("Mail address", "right.password@example.org"), ("Password", AccessSteps.Password)));

        Assert.Equal("/account", browser.Address.AbsolutePath);
        Assert.Contains("Right Password", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/", "One")]
    [InlineData("https://evil.example/", "Two")]
    [InlineData("/\\evil.example", "Three")]
    public async Task SignIn_never_leads_elsewhere(string from, string name)
    {
        var (member, _) = await clinic.AddColleagueAsync("Never Away " + name);
        using var browser = Browser.Of(clinic);

        await browser.GetAsync("/sign-in?from=" + Uri.EscapeDataString(from));
        await browser.SendAsync(browser.FilledPress("Sign in", ("Mail address", member.Email), ("Password", AccessSteps.Password)));

        Assert.Equal("localhost", browser.Address.Host);
        Assert.Equal("/staff", browser.Address.AbsolutePath);
    }

    [Fact]
    public async Task SignIn_unknown_account_and_wrong_password_give_the_same_page()
    {
        await clinic.AddColleagueAsync("Known Person");
        using var known = Browser.Of(clinic);
        using var unknown = Browser.Of(clinic);

        await known.SignInAsync("known.person@example.org", "this is not the password");
        await unknown.SignInAsync("nobody.at.all@example.org", "this is not the password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, known.Status);
        Assert.Equal(known.Status, unknown.Status);
        Assert.Equal(known.Text, unknown.Text);
    }

    [Fact]
    public async Task SignIn_person_who_has_left_stays_out()
    {
        var (member, _) = await clinic.AddColleagueAsync("Long Gone");
        await clinic.ReadAsync(db => db.StaffMembers.Where(s => s.Id == member.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.LeftAt, TestClinic.Start.UtcDateTime)));
        using var browser = Browser.Of(clinic);

        await browser.SignInAsync(member.Email, AccessSteps.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task SignIn_many_failures_slow_the_stranger_but_not_the_known_device()
    {
        var (member, _) = await clinic.AddColleagueAsync("Locked Never");
        using var own = Browser.Of(clinic);
        using var stranger = Browser.Of(clinic);
        await own.SignInAsync(member.Email, AccessSteps.Password);
        await own.GetAsync("/account");
        await own.PressAsync("Sign out");
        for (var n = 0; n < 6; n++)
        {
            await stranger.SignInAsync(member.Email, "guess number " + n);
        }

        await stranger.SignInAsync(member.Email, AccessSteps.Password);
        await own.SignInAsync(member.Email, AccessSteps.Password);

        Assert.Contains("Too many attempts", stranger.Text, StringComparison.Ordinal);
        Assert.Equal("/staff", own.Address.AbsolutePath);
    }

    [Fact]
    public async Task SignIn_waiting_ends()
    {
        var (member, _) = await clinic.AddColleagueAsync("Patient Guesser");
        using var browser = Browser.Of(clinic);
        for (var n = 0; n < 5; n++)
        {
            await browser.SignInAsync(member.Email, "guess number " + n);
        }

        await browser.SignInAsync(member.Email, AccessSteps.Password);
        Assert.Contains("Try again in", browser.Text, StringComparison.Ordinal);
        clinic.Clock.Advance(TimeSpan.FromMinutes(16));
        await browser.SignInAsync(member.Email, AccessSteps.Password);

        Assert.Equal("/staff", browser.Address.AbsolutePath);
    }

    [Fact]
    public async Task SignIn_form_without_antiforgery_token_is_refused_with_400()
    {
        using var browser = Browser.Of(clinic);

        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("_handler", "form"), new("Input.Email", "a@example.org"), new("Input.Password", "x")]),
        });

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Fact]
    public async Task Passkey_options_need_the_forms_token_and_name_the_public_host()
    {
        using var browser = Browser.Of(clinic);
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-in/passkey/options") { Content = new FormUrlEncodedContent([]) });
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);

        await browser.GetAsync("/sign-in");
        var token = browser.Page.QuerySelector("passkey-sign-in input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-in/passkey/options") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) });

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("\"rpId\":\"127.0.0.1\"", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\"}}")]
    public async Task Passkey_answer_that_is_none_is_refused_in_words(string credential)
    {
        using var browser = Browser.Of(clinic);
        await browser.GetAsync("/sign-in");
        var token = browser.Page.QuerySelector("passkey-sign-in input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        FormUrlEncodedContent Form() => new([new("__RequestVerificationToken", token), new("credential", credential)]);

        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-in/passkey") { Content = Form() }); // nothing was asked for
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-in/passkey/options") { Content = Form() });
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-in/passkey") { Content = Form() });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("not known here", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_shared_tablet_knows_every_colleague_who_used_it()
    {
        var (first, _) = await clinic.AddColleagueAsync("Tablet First");
        var (second, _) = await clinic.AddColleagueAsync("Tablet Second");
        using var tablet = Browser.Of(clinic);
        using var stranger = Browser.Of(clinic);
        await tablet.SignInAsync(first.Email, AccessSteps.Password);
        await tablet.SignInAsync(second.Email, AccessSteps.Password);
        for (var n = 0; n < 6; n++)
        {
            await stranger.SignInAsync(first.Email, "guess number " + n);
        }

        await tablet.SignInAsync(first.Email, AccessSteps.Password);

        Assert.Equal("/staff", tablet.Address.AbsolutePath);
    }
}
