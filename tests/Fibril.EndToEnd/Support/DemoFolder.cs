using Fibril.Pathway.Journey.Demo;

namespace Fibril.EndToEnd.Support;

/// <summary>The data of a fresh demo clinic: made once, copied for every clinic that runs.</summary>
public static class DemoFolder
{
    /// <summary>
    /// The next Wednesday, late in the morning in London: the same hour and weekday whenever the suite runs. It lies ahead, because a
    /// browser throws a cookie away that ended before its own real time.
    /// </summary>
    public static DateTimeOffset Start { get; } = NextWednesday();

    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    public static async Task<string> CopyAsync()
    {
        var made = await Made.Value;
        var copy = Directory.CreateTempSubdirectory("fibril-browser-").FullName;
        foreach (var file in Directory.EnumerateFiles(made, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(made, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("fibril-demo-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, true);
        await DemoVerb.MakeAsync([$"--data={folder}"], TextWriter.Null, Start);
        return folder;
    }

    private static DateTimeOffset NextWednesday()
    {
        var today = TimeProvider.System.GetUtcNow().Date;
        var day = today.AddDays(1 + ((DayOfWeek.Wednesday - today.AddDays(1).DayOfWeek + 7) % 7));
        return new(TimeZoneInfo.ConvertTimeToUtc(day + new TimeSpan(11, 12, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")));
    }
}
