using System.Diagnostics;
using System.Globalization;
using OpenCvSharp;

namespace Fibril.Bench;

/// <summary>
/// How much of a pair OpenCV itself works, by OpenCV's own trace: a second process compares the same two files with the trace on, and asks for a
/// matrix that nothing else asks for between two pairs, as a mark. All times are the trace's. Native work that reports no region counts as ours.
/// </summary>
internal static class PhotoShare
{
    /// <summary>The verb by which the program starts itself.</summary>
    public const string Verb = "photo-traced";

    private const int Pairs = 5;
    private const string Mark = "getRotationMatrix2D";

    /// <summary>The share of the time between two marks, 0 to 1, that lies in a region of OpenCV.</summary>
    public static async Task<double> MeasureAsync(byte[] before, byte[] after)
    {
        var folder = Directory.CreateTempSubdirectory("fibril-bench-");
        try
        {
            var (first, second) = (Path.Combine(folder.FullName, "before.jpg"), Path.Combine(folder.FullName, "after.jpg"));
            await File.WriteAllBytesAsync(first, before);
            await File.WriteAllBytesAsync(second, after);
            ProcessStartInfo start = new(Environment.ProcessPath!, [Verb, first, second]) { RedirectStandardError = true };
            start.Environment["OPENCV_TRACE"] = "1";
            start.Environment["OPENCV_TRACE_DEPTH_OPENCV"] = "1";
            start.Environment["OPENCV_TRACE_LOCATION"] = Path.Combine(folder.FullName, "trace");
            using var traced = Process.Start(start)!;
            var said = await traced.StandardError.ReadToEndAsync();
            await traced.WaitForExitAsync();
            return traced.ExitCode == 0 ? ShareIn(folder) : throw new InvalidOperationException(said);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    /// <summary>What the second process does: one pair so that all is compiled, then more of them between two marks.</summary>
    public static void Run(string before, string after)
    {
        var (first, second) = (File.ReadAllBytes(before), File.ReadAllBytes(after));
        PhotoBench.Once(first, second);
        SetMark();
        for (var pair = 0; pair < Pairs; pair++)
        {
            PhotoBench.Once(first, second);
        }

        SetMark();
    }

    private static void SetMark() => Cv2.GetRotationMatrix2D(default, 0, 1).Dispose();

    /// <summary>The lines of a trace: <c>l,place,"file",line,"function",flags</c> in one file; <c>b,thread,ns,place,region</c> and <c>e,thread,ns,place,region,ns</c> in one for each thread.</summary>
    private static double ShareIn(DirectoryInfo folder)
    {
        var place = File.ReadLines(Path.Combine(folder.FullName, "trace.txt")).Single(l => l.StartsWith("l,", StringComparison.Ordinal) && l.Contains(Mark, StringComparison.Ordinal)).Split(',')[1];
        var thread = folder.GetFiles("trace-*.txt").Select(f => File.ReadLines(f.FullName).Where(l => l[0] is 'b' or 'e').Select(l => l.Split(',')).ToList()).Single(t => t.Exists(l => l[3] == place));
        var from = thread.FindIndex(l => l[0] == "e" && l[3] == place);
        var until = thread.FindLastIndex(l => l[0] == "b" && l[3] == place);
        var inside = thread[(from + 1)..until].Where(l => l[0] == "e").Sum(l => Number(l[5]));
        return (double)inside / (Number(thread[until][2]) - Number(thread[from][2]));
    }

    private static long Number(string nanoseconds) => long.Parse(nanoseconds, CultureInfo.InvariantCulture);
}
