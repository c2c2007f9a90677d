using System.Net;
using System.Text.RegularExpressions;
using Fibril.Platform.Access;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Platform.Access;

public partial class MagicLinkTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Link_pressed_in_the_starting_browser_signs_in_once()
    {
        await clinic.AddAsync(TestData.Patient("Ines", "Link"));
        using var browser = Browser.Of(clinic);
        var link = await AskAsync(browser, "ines.link@example.org");

        await browser.GetAsync(link);
        await browser.PressAsync("Sign in now");
        Assert.Equal("/my", browser.Address.AbsolutePath);
        Assert.True(await IsInAsync(browser));
        await browser.GetAsync(link);

        Assert.Contains("was used already", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_opened_by_a_mail_scanner_is_not_used_up()
    {
        await clinic.AddAsync(TestData.Patient("Scan", "Ned"));
        using var browser = Browser.Of(clinic);
        using var scanner = Browser.Of(clinic);
        var link = await AskAsync(browser, "scan.ned@example.org");
        await scanner.GetAsync(link);
        await browser.GetAsync(link);

        await browser.GetAsync(link);
        await browser.PressAsync("Sign in now");

        Assert.Equal("/my", browser.Address.AbsolutePath);
    }

    [Fact]
    public async Task Link_after_ten_minutes_says_so_and_offers_a_new_one()
    {
        await clinic.AddAsync(TestData.Patient("Late", "Comer"));
        using var browser = Browser.Of(clinic);
        var link = await AskAsync(browser, "late.comer@example.org");
        clinic.Clock.Advance(TimeSpan.FromMinutes(10));

        await browser.GetAsync(link);
        Assert.Contains("too old", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Send me a new link");
        var fresh = AccessSteps.LinkIn(await clinic.LastMailToAsync("late.comer@example.org"));
        await browser.GetAsync(fresh);
        await browser.PressAsync("Sign in now");

        Assert.NotEqual(link, fresh);
        Assert.Equal("/my", browser.Address.AbsolutePath);
    }

    [Fact]
    public async Task Link_in_another_browser_says_so_and_the_six_digits_work_in_the_first()
    {
        await clinic.AddAsync(TestData.Patient("Two", "Browsers"));
        using var first = Browser.Of(clinic);
        using var other = Browser.Of(clinic);
        var link = await AskAsync(first, "two.browsers@example.org");
        var code = CodeIn(clinic.MailsTo("two.browsers@example.org")[^1]);

        await other.GetAsync(link);
        Assert.Contains("another browser", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign in now", other.Text, StringComparison.Ordinal);
        await first.GetAsync("/my/sign-in/sent");
        await first.PressAsync("Sign in", ("Six digits", code));

        Assert.Equal("/my", first.Address.AbsolutePath);
    }

    [Fact]
    public async Task Link_posted_from_another_browser_does_not_sign_in()
    {
        await clinic.AddAsync(TestData.Patient("Stolen", "Link"));
        using var victim = Browser.Of(clinic);
        using var thief = Browser.Of(clinic);
        var link = await AskAsync(victim, "stolen.link@example.org");
        await thief.GetAsync("/my/sign-in");
        var token = thief.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await thief.SendAsync(new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "form"), new("once", "x")]) });

        Assert.False(await IsInAsync(thief));
        await victim.GetAsync(link);
        Assert.Contains("Sign in now", victim.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Six_digits_guessed_five_times_are_worth_nothing()
    {
        await clinic.AddAsync(TestData.Patient("Guess", "Digits"));
        using var browser = Browser.Of(clinic);
        await AskAsync(browser, "guess.digits@example.org");
        var code = CodeIn(clinic.MailsTo("guess.digits@example.org")[^1]);
        var wrong = code == "000000" ? "111111" : "000000";
        for (var n = 0; n < 5; n++)
        {
            await browser.GetAsync("/my/sign-in/sent");
            await browser.PressAsync("Sign in", ("Six digits", wrong));
        }

        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.GetAsync("/my/sign-in/sent");
        await browser.PressAsync("Sign in", ("Six digits", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("wrong, too old or were used", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_address_gets_the_same_page_and_no_mail()
    {
        await clinic.AddAsync(TestData.Patient("Known", "Address"));
        using var known = Browser.Of(clinic);
        using var unknown = Browser.Of(clinic);

        await SendAsync(known, "known.address@example.org");
        await SendAsync(unknown, "unknown.address@example.org");
        await clinic.App.Services.GetRequiredService<AccessPost>().DrainAsync();

        Assert.Equal(known.Text, unknown.Text);
        Assert.Equal(known.Address, unknown.Address);
        Assert.Single(clinic.MailsTo("known.address@example.org"));
        Assert.Empty(clinic.MailsTo("unknown.address@example.org"));
    }

    [Theory]
    [InlineData("often.known@example.org")]
    [InlineData("often.unknown@example.org")]
    public async Task Sixth_link_in_an_hour_is_refused_for_known_and_unknown_alike(string email)
    {
        await clinic.AddAsync(TestData.Patient("Often", "Known"));
        using var browser = Browser.Of(clinic);
        for (var n = 0; n < 5; n++)
        {
            await SendAsync(browser, email);
            Assert.Equal("/my/sign-in/sent", browser.Address.AbsolutePath);
        }

        clinic.Clock.Advance(TimeSpan.FromMinutes(30));
        await SendAsync(browser, email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        clinic.Clock.Advance(TimeSpan.FromMinutes(31));
        await SendAsync(browser, email);

        Assert.Equal("/my/sign-in/sent", browser.Address.AbsolutePath);
    }

    [Fact]
    public async Task Shared_address_lets_the_person_choose_by_given_name()
    {
        var mother = TestData.Patient("Mira", "Shared");
        var daughter = TestData.Patient("Nora", "Shared");
        mother.Email = daughter.Email = "shared@example.org";
        await clinic.AddAsync(mother);
        await clinic.AddAsync(daughter);
        using var browser = Browser.Of(clinic);
        await SendAsync(browser, "Shared@Example.org");
        var link = AccessSteps.LinkIn(await clinic.LastMailToAsync("shared@example.org"));

        await browser.GetAsync(link);
        await browser.PressAsync("Sign in now");
        Assert.Equal("/my/sign-in/who", browser.Address.AbsolutePath);
        await browser.PressAsync("Nora");
        Assert.Equal("/my", browser.Address.AbsolutePath);
        await browser.GetAsync("/my/sign-in/who");

        Assert.Contains("time to choose is over", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_is_not_in_the_database()
    {
        await clinic.AddAsync(TestData.Patient("Hash", "Only"));
        using var browser = Browser.Of(clinic);
        var token = (await AskAsync(browser, "hash.only@example.org")).Split("t=")[1];

        var tickets = await clinic.ReadAsync(db => db.Set<Ticket>().Where(t => t.Email == "hash.only@example.org").ToListAsync());
        var messages = await clinic.ReadAsync(db => db.Messages.Select(m => m.Text).ToListAsync());

        Assert.True(token.Length * 6 >= 128);
        Assert.Equal(Tickets.Hash(token), Assert.Single(tickets).TokenHash);
        Assert.DoesNotContain(messages, m => m.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignOut_ends_the_visit()
    {
        var patient = await clinic.AddAsync(TestData.Patient("Sign", "Out"));
        using var browser = Browser.Of(clinic, patient);

        Assert.True(await IsInAsync(browser));
        await browser.PressAsync("Sign out");

        Assert.False(await IsInAsync(browser));
    }

    /// <summary>Only a signed-in patient sees the button to leave.</summary>
    private static async Task<bool> IsInAsync(Browser browser)
    {
        await browser.GetAsync("/my/sign-in");
        return browser.Page.QuerySelector("form[action='/my/sign-out']") is not null;
    }

    private static async Task SendAsync(Browser browser, string email)
    {
        await browser.GetAsync("/my/sign-in");
        await browser.PressAsync("Send me the link", ("Mail address", email));
    }

    private async Task<string> AskAsync(Browser browser, string email)
    {
        await SendAsync(browser, email);
        return AccessSteps.LinkIn(await clinic.LastMailToAsync(email));
    }

    private static string CodeIn(string mail) => Digits().Match(mail).Groups[1].Value;

    [GeneratedRegex(@": (\d{6})")]
    private static partial Regex Digits();
}
