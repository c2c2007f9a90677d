using System.Diagnostics;
using Fibril.Pathway.Journey.Demo;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.Support;

/// <summary>One person in front of one browser window. What the page says on its console counts.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    /// <summary>Put on the page that is being left: it is gone when the next page has come, whether loaded anew or patched in.</summary>
    private const string Left = "data-left";

    private readonly RunningClinic clinic;
    private readonly List<string> complaints = [];

    public Visitor(RunningClinic clinic, IPage page)
    {
        (this.clinic, Page) = (clinic, page);
        page.Console += (_, message) =>
        {
            var isAskedWhetherDone = message.Location.Contains("/done/", StringComparison.Ordinal); // of a press that was refused, the answer is no
            if (message.Type == "error" && !isAskedWhetherDone && !message.Text.Contains("status of 422", StringComparison.Ordinal) && !message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Where faults are kept of every page that is come to by hand; null looks at none.</summary>
    public Looks? Looks { get; init; }

    public bool HasTouch { get; init; }

    public string Path => new Uri(Page.Url).PathAndQuery;

    public async Task GoAsync(string url)
    {
        var answer = await Page.GotoAsync(url);
        Assert.True(answer!.Status < 400, $"{url}: {answer.Status}");
        await LookAsync();
    }

    public async Task SignInAsync(string box)
    {
        await GoAsync("/sign-in");
        await FillAsync("Mail address", $"{box}@demo.example");
        await FillAsync("Password", MakeDemo.Password);
        await PressAsync("Sign in");
        await ReadsAsync("Today");
    }

    /// <summary>By the link in the mail, in the same browser.</summary>
    public async Task SignInByMailAsync(string address)
    {
        await GoAsync("/my/sign-in");
        await FillAsync("Mail address", address);
        await PressAsync("Send me the link");
        await ReadsAsync("Look at your mail");
        await GoAsync(await LinkToAsync(address));
        await PressAsync("Sign in now");
        await Page.WaitForURLAsync("**/my");
    }

    /// <summary>A sign-in link that nobody followed yet; another visitor's post may be carrying this mail, so that it is looked for again.</summary>
    private async Task<string> LinkToAsync(string address)
    {
        var links = Page.Locator($"article:has-text('{address}') a[href*='/my/sign-in/']");
        for (var asked = Stopwatch.StartNew(); asked.Elapsed < Patience;)
        {
            await clinic.PostAsync();
            await GoAsync("/demo/mail");
            foreach (var link in await links.EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
            {
                if (clinic.Followed.TryAdd(link, true))
                {
                    return link;
                }
            }
        }

        throw new TimeoutException($"No mail with a sign-in link came for {address}.");
    }

    /// <summary>The field, not the buttons beside it that carry its name too.</summary>
    public Task FillAsync(string label, string value) =>
        Page.GetByLabel(label, new() { Exact = true }).Or(Page.GetByLabel(label)).And(Page.Locator("input, textarea")).First.FillAsync(value);

    public Task ChooseFromAsync(string list, string option) => Page.GetByLabel(list).First.SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>The n-th choice of a group, counted from 0.</summary>
    public Task ChooseAsync(string group, int n) => Group(group).GetByRole(AriaRole.Radio).Nth(n).CheckAsync();

    public Task ChooseAsync(string group, string choice) => Group(group).GetByRole(AriaRole.Radio, new() { Name = choice }).First.CheckAsync();

    public Task TickAsync(string label) => Page.GetByLabel(label).First.CheckAsync();

    /// <summary>Presses a button and waits until the next page has come.</summary>
    public Task PressAsync(string button) => TurnAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    /// <summary>Follows a link and waits until the next page has come.</summary>
    public Task FollowAsync(string link) => TurnAsync(Page.GetByRole(AriaRole.Link, new() { Name = link }).First);

    /// <summary>Opens what a page keeps folded.</summary>
    public Task UnfoldAsync(string summary) => HitAsync(Page.Locator("summary", new() { HasText = summary }).First);

    /// <summary>The page that is open says this; waits for it as a person would.</summary>
    public async Task ReadsAsync(string words)
    {
        try
        {
            await Page.Locator("#content").GetByText(words).Filter(new() { Visible = true }).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"'{words}' is not on {await SeenAsync()}");
        }
    }

    public async Task TurnAsync(ILocator control)
    {
        await Page.Locator("#content").EvaluateAsync($"page => page.setAttribute('{Left}', '')");
        await HitAsync(control);
        await Page.Locator($"#content:not([{Left}])").WaitForAsync();
        await LookAsync();
    }

    private async Task HitAsync(ILocator control)
    {
        try
        {
            await (HasTouch ? control.TapAsync() : control.ClickAsync());
        }
        catch (TimeoutException e)
        {
            Assert.Fail($"{e.Message}\non {await SeenAsync()}");
        }
    }

    /// <summary>For the report of a step that could not be taken.</summary>
    private async Task<string> SeenAsync() => $"{Path}: {await Page.Locator("#content").InnerTextAsync()}";

    private ILocator Group(string name) => Page.GetByRole(AriaRole.Group, new() { Name = name });

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
