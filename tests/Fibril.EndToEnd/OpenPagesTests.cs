using Deque.AxeCore.Playwright;
using Fibril.EndToEnd.Support;

namespace Fibril.EndToEnd;

public class OpenPagesTests(RunningClinic clinic)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Start_page_has_nothing_that_axe_finds(int width)
    {
        var page = await clinic.OpenAsync(width);

        await page.GotoAsync("/");

        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}")));
    }
}
