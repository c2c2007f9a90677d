using Fibril.EndToEnd.Support;
using Microsoft.Playwright;

namespace Fibril.EndToEnd;

public class OpenPagesTests(RunningClinic clinic)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Pages_for_everybody_have_no_faults(int width)
    {
        await using var visitor = await clinic.OpenAsync(width);
        List<string> faults = [];

        foreach (var url in new[] { "/", "/sign-in", "/my/sign-in", "/demo/mail" })
        {
            await visitor.GoAsync(url);
            faults.AddRange((await visitor.FaultsAsync()).Select(f => $"{url} {f}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Dark_stays_dark_when_the_next_page_is_patched_in()
    {
        await using var visitor = await clinic.OpenAsync();
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visitor.GoAsync("/my/sign-in");
        await visitor.FollowAsync("Sign in here");

        Assert.Equal("dark", await visitor.Page.Locator("html").GetAttributeAsync("data-bs-theme"));
    }
}
