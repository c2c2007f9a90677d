using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;
using Fibril.Bench.Peers;
using Fibril.Protocol;

namespace Fibril.Bench;

/// <summary>Decisions of candidacy on one core: people with nothing to report, and a mixed population with full findings.</summary>
public class ScreenBench
{
    private const double QuietAim = 2_000_000;
    private const double MixedAim = 500_000;
    private CaseFile[] quiet = [];
    private CaseFile[] mixed = [];

    /// <summary>Runs both and prints decisions a second and bytes a decision; then two other engines on the mixed people.</summary>
    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        var summary = await Measurement.RunAsync(typeof(ScreenBench), nameof(Quiet), nameof(Mixed));
        yield return Rate(summary, nameof(Quiet), "screen.quiet", QuietAim);
        yield return Rate(summary, nameof(Mixed), "screen.mixed", MixedAim);
        yield return new("screen.bytes", Bytes(summary, nameof(Mixed)), "bytes/decision");
        yield return new("screen.bytes.quiet", Bytes(summary, nameof(Quiet)), "bytes/decision");
        yield return new("screen.findings", People.Mixed().Average(p => Candidacy.Decide(ProtocolPack.Current, p).Findings.Count), "findings/decision");
        await foreach (var figure in PeerBench.RunAsync(Measurement.Rate(summary, nameof(Mixed))))
        {
            yield return figure;
        }
    }

    /// <summary>Makes the people.</summary>
    [GlobalSetup]
    public void Prepare() => (quiet, mixed) = (People.Quiet(), People.Mixed());

    /// <summary>Nothing fires.</summary>
    [Benchmark(OperationsPerInvoke = People.Count)]
    public int Quiet() => Decide(quiet);

    /// <summary>Full findings.</summary>
    [Benchmark(OperationsPerInvoke = People.Count)]
    public int Mixed() => Decide(mixed);

    private static int Decide(CaseFile[] people)
    {
        var findings = 0;
        foreach (var person in people)
        {
            findings += Candidacy.Decide(ProtocolPack.Current, person).Findings.Count;
        }

        return findings;
    }

    private static Figure Rate(Summary summary, string method, string name, double aim) =>
        new(name, Measurement.Rate(summary, method), "decisions/s/core", aim, MoreIsBetter: true);

    private static double Bytes(Summary summary, string method) => Measurement.Report(summary, method) is var report
        ? report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0 : 0;
}
