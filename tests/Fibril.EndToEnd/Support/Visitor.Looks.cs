using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Fibril.EndToEnd.Support;

/// <summary>What a visitor sees that should not be there.</summary>
public sealed partial class Visitor
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    /// <summary>axe finds nothing, nothing is wider than the window, and the console is silent.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync() => [.. await AxeAsync(), .. await PlainFaultsAsync()];

    /// <summary>A picture of the page that is open; returns the file.</summary>
    public async Task<string> DrawAsync(string name)
    {
        var file = System.IO.Path.Combine(Screens.Folder, $"{name}.png");
        await Page.ScreenshotAsync(new() { Path = file, FullPage = false });
        return file;
    }

    /// <summary>A picture of a page; returns the file.</summary>
    public async Task<string> DrawAsync(string url, string name)
    {
        await GoAsync(url);
        return await DrawAsync(name);
    }

    private async Task LookAsync()
    {
        if (Looks is null)
        {
            return;
        }

        Looks.Add(Path, await PlainFaultsAsync());
        var headings = string.Join('|', await Page.Locator("h2").AllTextContentsAsync());
        if (JavaScript && Looks.IsNew(Path, headings, Page.ViewportSize!.Width))
        {
            Looks.Add(Path, await AxeAsync());
        }
    }

    private async Task<IEnumerable<string>> AxeAsync() => (await Page.RunAxe(Rules)).Violations.Select(v => $"{v.Id}: {v.Help}: {v.Nodes[0].Html}");

    private async Task<IReadOnlyList<string>> PlainFaultsAsync()
    {
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        List<string> faults = [.. wide > 1 ? [$"wider than the window by {wide} px"] : Array.Empty<string>(), .. complaints];
        complaints.Clear();
        return faults;
    }
}
