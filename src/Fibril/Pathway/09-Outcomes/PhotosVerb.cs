using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Vision;
using Fibril.Vision.Files;

namespace Fibril.Pathway.Outcomes;

/// <summary><c>fibril photos compare</c>: lays a follow-up onto its baseline and measures what changed. 0 when it was judged, aligned or not; 2 when a file does not fit.</summary>
internal static class PhotosVerb
{
    private static readonly Argument<string> Before = new("BEFORE") { Description = "The baseline: a JPEG, PNG or WebP photograph." };

    private static readonly Argument<string> After = new("AFTER") { Description = "The follow-up of the same skin." };

    private static readonly Option<string?> Zones = new("--zones") { Description = "JSON file with the needled zones as polygons in pixels of BEFORE (default: all skin that both show)." };

    private static readonly Option<string?> Out = new("--out") { Description = "Folder for before.png, after-aligned.png and side.png." };

    public static Command Create()
    {
        var compare = new Command("compare", "Lays a follow-up photograph onto its baseline by the skin, or says why it cannot; measures the change beside its error.\nThe error is a stated default (errorFrom); a clinic's own, from five baselines taken twice, stands on its page of the pair.") { Before, After, Zones, Out, CliOptions.Json };
        compare.SetAction(RunAsync);
        return new Command("photos", "Compares photographs of skin.") { compare };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            return await CompareAsync(parsed, stop);
        }
        catch (Exception e) when (Library.IsMissing(e))
        {
            await VerbAnswer.RefuseAsync(parsed, Library.Advice);
            return 1;
        }
    }

    private static async Task<int> CompareAsync(ParseResult parsed, CancellationToken stop)
    {
        var (first, second) = (PhotoFile.Read(parsed.GetValue(Before)!, "BEFORE"), PhotoFile.Read(parsed.GetValue(After)!, "AFTER"));
        var (zones, problems) = parsed.GetValue(Zones) is { } file ? await ZoneFile.ReadAsync(file, stop) : ([], []);
        var wrong = new[] { first.Problem, second.Problem, parsed.GetValue(Out) is { } name && string.IsNullOrWhiteSpace(name) ? "--out: name a folder." : null }.OfType<string>().Concat(problems).ToList();
        if (wrong.Count > 0)
        {
            return await VerbAnswer.RefuseAsync(parsed, wrong);
        }

        using var before = Photo.Open(first.Bytes, first.Header!);
        using var after = Photo.Open(second.Bytes, second.Header!);
        if (before is null || after is null)
        {
            return await VerbAnswer.RefuseAsync(parsed, new[] { before is null ? "BEFORE" : null, after is null ? "AFTER" : null }.OfType<string>().Select(n => $"{n}: the picture is damaged inside."));
        }

        var comparison = Comparison.Of(before, after, zones);
        if (parsed.GetValue(Out) is { } folder && comparison.Alignment.IsAligned && await WriteAsync(folder, Pictures.Of(first.Bytes, second.Bytes, comparison), stop) is { } problem)
        {
            return await VerbAnswer.RefuseAsync(parsed, problem);
        }

        PhotosAnswer answer = PhotosAnswer.Of(comparison);
        return await VerbAnswer.GiveAsync(parsed, answer, answer.Lines);
    }

    private static async Task<string?> WriteAsync(string folder, Pictures pictures, CancellationToken stop)
    {
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, "before.png"), pictures.Before, stop);
            await File.WriteAllBytesAsync(Path.Combine(folder, "after-aligned.png"), pictures.AfterAligned, stop);
            await File.WriteAllBytesAsync(Path.Combine(folder, "side.png"), pictures.Side, stop);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"--out: nothing can be written to {folder}.";
        }
    }
}
