using System.Diagnostics;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.Support;

/// <summary>What a visitor sees that should not be there.</summary>
public sealed partial class Visitor
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>What can differ between a desk in the light and a phone in the dark; the rest is the same markup.</summary>
    private static readonly string[] RulesOfLooks = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "empty-heading", "landmark-one-main"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<string> Axe = new(ReadAxe);

    /// <summary>axe finds nothing, nothing is wider than the window, and the console is silent.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync() => [.. await AxeAsync(Rules), .. await PlainFaultsAsync()];

    /// <summary>The same for a page that was looked at already, in another window and theme.</summary>
    public async Task<IReadOnlyList<string>> FaultsOfLooksAsync() => [.. await AxeAsync(RulesOfLooks), .. await PlainFaultsAsync()];

    /// <summary>The page that is open in a window of this width and in this theme.</summary>
    public async Task ShowAsync(int width, string theme)
    {
        await Page.SetViewportSizeAsync(width, width < 600 ? 844 : 900);
        await Page.EvaluateAsync("theme => { document.documentElement.dataset.bsTheme = theme; }", theme);
    }

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
    }

    /// <summary>In the page itself: the package's own runner opens a second page for each run, which costs more than the run.</summary>
    private async Task<string[]> AxeAsync(string[] rules)
    {
        if (await Page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
        {
            await Page.EvaluateAsync(Axe.Value);
        }

        return await Page.EvaluateAsync<string[]>("async only => (await axe.run({ runOnly: only, resultTypes: ['violations'], preload: false })).violations.map(v => `${v.id}: ${v.help}: ${v.nodes[0].html}`)", rules);
    }

    private static string ReadAxe()
    {
        using var script = new StreamReader(typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return script.ReadToEnd();
    }

    private async Task<IReadOnlyList<string>> PlainFaultsAsync()
    {
        var wide = await WiderByAsync();
        List<string> faults = [.. wide > 1 ? [$"wider than the window by {wide} px"] : Array.Empty<string>(), .. complaints];
        complaints.Clear();
        return faults;
    }

    /// <summary>
    /// The words can stand before the style that gives them their width. The page is asked itself: the driver's own wait has
    /// missed the event of a page that loaded while it was arriving.
    /// </summary>
    private async Task LoadedAsync()
    {
        var asked = Stopwatch.StartNew();
        while (!await IsLoadedAsync())
        {
            Assert.True(asked.Elapsed < Patience, $"The page {Path} did not load.");
        }
    }

    private async Task<bool> IsLoadedAsync() => await AskAsync<bool?>("document.readyState === 'complete'") == true;

    /// <summary>Pixels; a page that comes anew by itself is asked again.</summary>
    private async Task<int> WiderByAsync()
    {
        while (true)
        {
            await LoadedAsync();
            if (await AskAsync<int?>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is { } wide)
            {
                return wide;
            }
        }
    }

    /// <summary>Null when it was asked between two pages.</summary>
    private async Task<T?> AskAsync<T>(string words)
    {
        try
        {
            return await Page.EvaluateAsync<T>(words);
        }
        catch (PlaywrightException e) when (e.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            return default;
        }
    }
}
