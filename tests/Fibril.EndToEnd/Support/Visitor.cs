using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Fibril.Pathway.Journey.Demo;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.Support;

/// <summary>One person in front of one browser window. What the page says on its console counts.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly RunningClinic clinic;
    private readonly List<string> complaints = [];

    public Visitor(RunningClinic clinic, IPage page)
    {
        (this.clinic, Page) = (clinic, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 422", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    public async Task GoAsync(string url)
    {
        var answer = await Page.GotoAsync(url);
        Assert.True(answer!.Status < 400, $"{url}: {answer.Status}");
    }

    public async Task SignInAsync(string box)
    {
        await GoAsync("/sign-in");
        await Page.GetByLabel("Mail address").FillAsync($"{box}@demo.example");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(MakeDemo.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.WaitForURLAsync("**/staff**");
    }

    public Task FillAsync(string label, string value) => Page.GetByLabel(label, new() { Exact = true }).Or(Page.GetByLabel(label)).First.FillAsync(value);

    /// <summary>Presses a button and waits until the next page has come.</summary>
    public async Task PressAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>The n-th choice of a group, counted from 0.</summary>
    public Task ChooseAsync(string group, int n) => Page.GetByRole(AriaRole.Group, new() { Name = group }).GetByRole(AriaRole.Radio).Nth(n).CheckAsync();

    /// <summary>By the link in the mail, in the same browser.</summary>
    public async Task SignInByMailAsync(string address)
    {
        await GoAsync("/my/sign-in");
        await Page.GetByLabel("Mail address").FillAsync(address);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send me the link" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        var link = await LinkToAsync(address);
        await GoAsync(new Uri(link!).PathAndQuery); // the port was free only after the address was chosen
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in now" }).ClickAsync();
        await Page.WaitForURLAsync("**/my");
    }

    /// <summary>The newest sign-in link; another visitor's post may be carrying this mail, so that it is looked for again.</summary>
    private async Task<string?> LinkToAsync(string address)
    {
        var links = Page.Locator($"article:has-text('{address}') a[href*='/my/sign-in/']");
        for (var tries = 0; tries < 20; tries++)
        {
            await clinic.PostAsync();
            await GoAsync("/demo/mail");
            if (await links.CountAsync() > 0)
            {
                break;
            }
        }

        return await links.First.GetAttributeAsync("href");
    }

    /// <summary>axe finds nothing, nothing is wider than the window, and the console is silent.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var found = await Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        List<string> faults =
        [
            .. found.Violations.Select(v => $"{v.Id}: {v.Help}: {v.Nodes[0].Html}"),
            .. wide > 1 ? [$"wider than the window by {wide} px"] : Array.Empty<string>(),
            .. complaints,
        ];
        complaints.Clear();
        return faults;
    }

    /// <summary>A picture of a page; returns the file.</summary>
    public async Task<string> DrawAsync(string url, string name)
    {
        await GoAsync(url);
        var file = Path.Combine(Screens.Folder, $"{name}.png");
        await Page.ScreenshotAsync(new() { Path = file, FullPage = false });
        return file;
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
