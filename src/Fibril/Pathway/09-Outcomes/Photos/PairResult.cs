using Fibril.Vision;
using Fibril.Vision.Alignment;
using Fibril.Vision.Measures;
using Microsoft.Extensions.Caching.Memory;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>What determines a result: the same key, the same pixels.</summary>
internal readonly record struct PairKey(Guid Before, Guid After, string Zones, Guid? Hand, string Errors);

/// <summary>How two photographs lie on each other and what changed, with both as pictures for a screen.</summary>
/// <param name="Problem">Why there is none, such as an erased file; null when there is one.</param>
/// <param name="First">The baseline; null when not aligned.</param>
/// <param name="Second">The follow-up laid onto it; null when not aligned.</param>
public sealed record PairResult(string? Problem, AlignmentAnswer? Alignment, IReadOnlyList<SkinMeasure> Measures, ColourBasis Basis, byte[]? First, byte[]? Second)
{
    private const int ScreenSide = 1600;

    /// <param name="pictures">False when only the measures are wanted.</param>
    internal static PairResult Of(byte[]? first, byte[]? second, IReadOnlyList<SkinZone> zones, Similarity? hand, RepeatErrors errors, bool pictures = true)
    {
        if (first is null || second is null)
        {
            return None("One of the two pictures was erased.");
        }

        try
        {
            using var one = Photo.Open(first);
            using var two = Photo.Open(second);
            if (one is null || two is null)
            {
                return None("One of the two pictures cannot be read.");
            }

            var comparison = Comparison.Of(one, two, zones, hand, errors);
            var (shownFirst, shownSecond) = pictures && comparison.Alignment.IsAligned ? Pictures.ForScreen(first, second, comparison, ScreenSide) : ((byte[]?)null, (byte[]?)null);
            return new(null, comparison.Alignment, comparison.Measures, comparison.Basis, shownFirst, shownSecond);
        }
        catch (Exception e) when (Library.IsMissing(e))
        {
            return None(Library.Advice);
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
            if (!known.TryGetValue(key, out result))
            {
                result = await make();
                if (result.Problem is null)
                {
                    known.Set(key, result, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(15) });
                }
            }

            return result!;
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
