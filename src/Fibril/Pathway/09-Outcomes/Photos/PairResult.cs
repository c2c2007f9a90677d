using Fibril.Vision;
using Fibril.Vision.Alignment;
using Fibril.Vision.Files;
using Fibril.Vision.Measures;
using Microsoft.Extensions.Caching.Memory;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>What determines a result: the same key, the same pixels.</summary>
internal readonly record struct PairKey(Guid Before, Guid After, string Zones, Guid? Hand, int Errors);

/// <summary>How two photographs lie on each other and what changed, with both as pictures for a screen.</summary>
/// <param name="Problem">Why there is none, such as an erased file; null when there is one.</param>
/// <param name="First">The baseline; null when not aligned.</param>
/// <param name="Second">The follow-up laid onto it; null when not aligned.</param>
public sealed record PairResult(string? Problem, AlignmentAnswer? Alignment, IReadOnlyList<SkinMeasure> Measures, ColourBasis Basis, byte[]? First, byte[]? Second)
{
    private const int ScreenSide = 1600;

    internal static PairResult Of(byte[]? first, byte[]? second, IReadOnlyList<SkinZone> zones, Similarity? hand, RepeatErrors errors)
    {
        if (first is null || second is null || PhotoFile.Header(first) is not { } before || PhotoFile.Header(second) is not { } after)
        {
            return None("One of the two pictures was erased or cannot be read.");
        }

        try
        {
            using var one = Photo.Open(first, before);
            using var two = Photo.Open(second, after);
            if (one is null || two is null)
            {
                return None("One of the two pictures is damaged inside.");
            }

            var comparison = Comparison.Of(one, two, zones, hand, errors);
            var (shownFirst, shownSecond) = comparison.Alignment.IsAligned ? Pictures.ForScreen(first, second, comparison, ScreenSide) : ((byte[]?)null, (byte[]?)null);
            return new(null, comparison.Alignment, comparison.Measures, comparison.Basis, shownFirst, shownSecond);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException })
        {
            return None("OpenCV's library cannot be loaded on this machine; on Debian:  apt-get install libgtk-3-0");
        }
    }

    private static PairResult None(string problem) => new(problem, null, [], ColourBasis.None, null, null);
}

/// <summary>Results of the last quarter of an hour, in memory only: laying two photographs takes a second, and a page asks for text and both pictures.</summary>
public sealed class PairResults : IDisposable
{
    private const int MostPairs = 24;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MostPairs });
    private readonly SemaphoreSlim one = new(1, 1);

    internal async Task<PairResult> OfAsync(PairKey key, Func<Task<PairResult>> make)
    {
        if (known.TryGetValue(key, out PairResult? result))
        {
            return result!;
        }

        await one.WaitAsync();
        try
        {
            return (await known.GetOrCreateAsync(key, entry =>
            {
                entry.SetSize(1).SetSlidingExpiration(TimeSpan.FromMinutes(15));
                return make();
            }))!;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose()
    {
        known.Dispose();
        one.Dispose();
    }
}
