using Fibril.EndToEnd.Support;

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
}
