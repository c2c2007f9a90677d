namespace Fibril.Bench;

/// <summary>
/// From the command in the shell to the pages: the first start of the demo, which makes the clinic, and the starts after it.
/// The program is built beforehand; building is no part of a start.
/// </summary>
public static class StartBench
{
    private const int Repeats = 7;
    private const double Limit = 3;

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        await DemoProgram.BuildAsync();
        var data = Directory.CreateTempSubdirectory("fibril-bench-");
        try
        {
            yield return new("start.first", (await OnceAsync(data)).TotalSeconds, "s");
            var times = new List<double>();
            for (var i = 0; i < Repeats; i++)
            {
                times.Add((await OnceAsync(data)).TotalSeconds);
            }

            times.Sort();
            yield return new("start.second", times[Repeats / 2], "s", Limit);
            yield return new("start.second.max", times[^1], "s", Limit);
        }
        finally
        {
            data.Delete(true);
        }
    }

    private static async Task<TimeSpan> OnceAsync(DirectoryInfo data)
    {
        using var program = DemoProgram.Start(data.FullName);
        var time = await program.UntilPagesAsync("/", "/staff");
        await program.StopAsync();
        return time;
    }
}
